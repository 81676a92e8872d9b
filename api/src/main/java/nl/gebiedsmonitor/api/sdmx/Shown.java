package nl.gebiedsmonitor.api.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/** Which measures and attributes an answer shows beside the dimensions. */
record Shown(boolean value, boolean unit, boolean status) {

    static final Shown ALL = new Shown(true, true, true);

    /** Reads the parameters {@code attributes} and {@code measures} of SDMX REST 2; all is shown when they are left out. */
    static Shown read(@Nullable String attributes, @Nullable String measures, Fields fields) {
        Predicate<Component> attribute =
                fields.optional("attributes", attributes, Shown::attributes).or(_ -> true);
        Predicate<Component> measure =
                fields.optional("measures", measures, Shown::measures).or(_ -> true);
        return new Shown(
                measure.test(Component.OBS_VALUE),
                attribute.test(Component.UNIT_MEASURE),
                attribute.test(Component.OBS_STATUS));
    }

    /** The parts that are shown, in the order of the data structure. */
    List<Component> components() {
        List<Component> shown = new ArrayList<>(List.of(Component.INDICATOR, Component.GEBIED, Component.TIME_PERIOD));
        if (value) {
            shown.add(Component.OBS_VALUE);
        }
        if (unit) {
            shown.add(Component.UNIT_MEASURE);
        }
        if (status) {
            shown.add(Component.OBS_STATUS);
        }
        return shown;
    }

    private static Predicate<Component> attributes(String text) {
        return any(text, each -> switch (each) {
            case "dsd", "all" -> _ -> true;
            case "none", "dataset", "msd" -> _ -> false;
            case "series", "UNIT_MEASURE" -> component -> component == Component.UNIT_MEASURE;
            case "obs", "OBS_STATUS" -> component -> component == Component.OBS_STATUS;
            default ->
                throw new InvalidValue(
                        "attributes",
                        each,
                        "Attributes are dsd, all, none, dataset, series, obs or msd, or of UNIT_MEASURE and OBS_STATUS.");
        });
    }

    private static Predicate<Component> measures(String text) {
        return any(text, each -> switch (each) {
            case "all", "OBS_VALUE" -> _ -> true;
            case "none" -> _ -> false;
            default -> throw new InvalidValue("measures", each, "Measures are all, none or OBS_VALUE.");
        });
    }

    private interface Choice {
        Predicate<Component> of(String text);
    }

    private static Predicate<Component> any(String text, Choice choice) {
        Predicate<Component> any = _ -> false;
        for (String each : text.split(",", -1)) {
            any = any.or(choice.of(each));
        }
        return any;
    }
}
