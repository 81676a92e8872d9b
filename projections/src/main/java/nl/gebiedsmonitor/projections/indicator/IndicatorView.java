package nl.gebiedsmonitor.projections.indicator;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it stands.
 *
 * @param retiredOn since when it takes no observations; null while it does
 */
public record IndicatorView(
        @JsonUnwrapped IndicatorDefinition definition,
        @Nullable LocalDate retiredOn) {}
