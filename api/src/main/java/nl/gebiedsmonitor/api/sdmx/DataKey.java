package nl.gebiedsmonitor.api.sdmx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * Which series are asked for: keys of an indicator and a gebied with a point between them, several by commas. A
 * {@code *}, and what is left out at the end, stands for any: {@code LBM-AFW.GM0202}, {@code *.GM0202}, {@code LBM,LBM-FYS}.
 */
record DataKey(List<Series> series) {

    /** One key; null stands for any. */
    record Series(
            @Nullable IndicatorCode indicator, @Nullable GebiedCode gebied) {

        private boolean admits(String indicatorCode, String gebiedCode) {
            return (indicator == null || indicator.value().equals(indicatorCode))
                    && (gebied == null || gebied.value().equals(gebiedCode));
        }
    }

    private static final String ANY = "*";

    static DataKey read(String text, Fields fields) {
        return new DataKey(fields.list("key", Arrays.asList(text.split(",", -1)), DataKey::series));
    }

    private static Series series(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 2) {
            throw new InvalidValue(
                    "key", text, "A key is an indicator, a point and a gebied, such as LBM-AFW.GM0202 or *.GM0202.");
        }
        return new Series(
                parts[0].equals(ANY) ? null : new IndicatorCode(parts[0]),
                parts.length < 2 || parts[1].equals(ANY) ? null : new GebiedCode(parts[1]));
    }

    boolean admits(String indicator, String gebied) {
        return series.stream().anyMatch(each -> each.admits(indicator, gebied));
    }

    boolean admitsIndicator(String indicator) {
        return series.stream()
                .anyMatch(each ->
                        each.indicator() == null || each.indicator().value().equals(indicator));
    }

    /** The gebieden that are named, or none when any will do. */
    List<GebiedCode> gebieden() {
        List<GebiedCode> named = new ArrayList<>();
        for (Series each : series) {
            if (each.gebied() == null) {
                return List.of();
            }
            named.add(each.gebied());
        }
        return named;
    }
}
