package nl.gebiedsmonitor.api.sdmx;

import java.time.Instant;
import java.util.Map;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import org.jspecify.annotations.Nullable;

/**
 * What a writer of data has to know beside the rows.
 *
 * @param position at which everything is read
 * @param recordedAt when the event of that position was recorded, for the same bytes whenever it is asked again
 * @param changes whether only what changed is told, which then replaces what a reader has
 * @param flat observations by all dimensions, not in series; of SDMX-JSON only
 */
record Message(
        long position,
        Instant recordedAt,
        boolean changes,
        boolean flat,
        Shown shown,
        Language language,
        Map<String, IndicatorDefinition> indicators,
        GebiedQueries gebieden) {

    Text indicator(String code) {
        IndicatorDefinition definition = indicators.get(code);
        return definition == null ? Text.of(code) : Text.of(definition);
    }

    @Nullable
    String unit(String code) {
        IndicatorDefinition definition = indicators.get(code);
        return definition == null ? null : definition.unit();
    }
}
