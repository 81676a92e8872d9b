package nl.gebiedsmonitor.api.sdmx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/**
 * Which observations a data query asks for.
 *
 * @param indicator whether those of an indicator may be among them
 * @param gebieden the only gebieden they can be of; any when empty
 * @param from a month before which none of them begins; null when there is none
 * @param to a month after which none of them begins; null when there is none
 * @param observation whether one is
 */
record DataQuery(
        Predicate<String> indicator,
        List<GebiedCode> gebieden,
        @Nullable Period from,
        @Nullable Period to,
        Predicate<ObservationView> observation) {

    /** The parameters {@code c[...]}, each null when it is left out. */
    record Asked(
            @Nullable String indicator,
            @Nullable String gebied,
            @Nullable String timePeriod,
            @Nullable String obsStatus,
            @Nullable String obsValue) {}

    private interface Part<T> {
        T of(ObservationView row);
    }

    /** Reads the key, which is any when it is left out, and the conditions. */
    static DataQuery read(@Nullable String key, Asked asked, Fields fields) {
        DataKey series = DataKey.read(key == null ? "*" : key, fields);
        Predicate<String> indicator = text("c[INDICATOR]", asked.indicator(), fields);
        Predicate<String> gebied = text("c[GEBIED]", asked.gebied(), fields);
        Field<Conditions> time = fields.optional("c[TIME_PERIOD]", asked.timePeriod(), text -> {
            Conditions conditions = Conditions.parse(text);
            conditions.test(Term::onTime);
            return conditions;
        });
        List<Predicate<ObservationView>> asks = new ArrayList<>();
        if (key != null) {
            asks.add(view -> series.admits(view.indicator(), view.gebied()));
        }
        if (asked.gebied() != null) {
            asks.add(on(gebied, ObservationView::gebied));
        }
        if (time.orNull() != null) {
            asks.add(on(time.get().test(Term::onTime), view -> TimePeriod.of(new Period(view.period()))));
        }
        if (asked.obsStatus() != null) {
            asks.add(on(text("c[OBS_STATUS]", asked.obsStatus(), fields), view -> StatusCode.of(view)
                    .name()));
        }
        if (asked.obsValue() != null) {
            asks.add(on(number("c[OBS_VALUE]", asked.obsValue(), fields), DataQuery::value));
        }
        return new DataQuery(
                code -> series.admitsIndicator(code) && indicator.test(code),
                gebieden(series, asked.gebied(), fields),
                time.orNull() == null ? null : time.get().from(),
                time.orNull() == null ? null : time.get().to(),
                asks.stream().reduce(_ -> true, Predicate::and));
    }

    private static Predicate<String> text(String name, @Nullable String text, Fields fields) {
        return fields.optional(name, text, given -> Conditions.parse(given).test(Term::onText))
                .or(_ -> true);
    }

    private static Predicate<Double> number(String name, @Nullable String text, Fields fields) {
        return fields.optional(name, text, given -> Conditions.parse(given).test(Term::onNumber))
                .or(_ -> true);
    }

    private static double value(ObservationView view) {
        return view.value() == null ? Double.NaN : view.value();
    }

    private static <T> Predicate<ObservationView> on(Predicate<T> condition, Part<T> part) {
        return view -> condition.test(part.of(view));
    }

    /** Those of the key, or else those that are asked for one by one. */
    private static List<GebiedCode> gebieden(DataKey key, @Nullable String asked, Fields fields) {
        List<GebiedCode> named = key.gebieden();
        return named.isEmpty() && asked != null && fields.areGood()
                ? fields.list("c[GEBIED]", Conditions.parse(asked).values(), GebiedCode::new)
                : named;
    }
}
