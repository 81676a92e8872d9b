package nl.gebiedsmonitor.domain.indicator;

import java.util.Collection;
import java.util.Map;

/** The register of indicators as a rule needs it. */
public interface Indicators {

    /**
     * An indicator as it stands.
     *
     * @param retired whether it takes no more observations
     */
    record Known(IndicatorDefinition definition, boolean retired) {}

    /** Those of these codes that are defined, acknowledged definitions at the moment of asking included. */
    Map<IndicatorCode, Known> defined(Collection<IndicatorCode> codes);
}
