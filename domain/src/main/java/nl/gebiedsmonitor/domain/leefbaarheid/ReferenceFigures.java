package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Period;

/** The recorded figures that the parameters of a model are computed from. */
public interface ReferenceFigures {

    /**
     * The values that one indicator has in one period for the gebieden of a type inside another, acknowledged ones at the
     * moment of asking included; a gebied without a value is left out.
     */
    List<Double> of(IndicatorCode indicator, GebiedCode within, GebiedType type, Period period);
}
