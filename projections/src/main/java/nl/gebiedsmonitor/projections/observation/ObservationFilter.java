package nl.gebiedsmonitor.projections.observation;

import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which observations are asked for; what is empty or null does not narrow.
 *
 * @param within only gebieden that lie inside this one
 * @param from only periods that begin in or after the first month of this one
 * @param to only periods that begin in or before the last month of this one
 * @param updatedAfter only figures that came in, were replaced, hidden or shown again after this position, or whose gebied
 *     lies inside {@code within} only since then
 */
public record ObservationFilter(
        List<IndicatorCode> indicators,
        List<GebiedCode> gebieden,
        @Nullable GebiedType type,
        @Nullable GebiedCode within,
        @Nullable Period from,
        @Nullable Period to,
        @Nullable Long updatedAfter) {

    /** One that does not narrow to what was updated. */
    public ObservationFilter(
            List<IndicatorCode> indicators,
            List<GebiedCode> gebieden,
            @Nullable GebiedType type,
            @Nullable GebiedCode within,
            @Nullable Period from,
            @Nullable Period to) {
        this(indicators, gebieden, type, within, from, to, null);
    }
}
