package nl.gebiedsmonitor.domain.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.Indicators;
import nl.gebiedsmonitor.domain.measure.Measures;

/** Whether all that a design names is there. */
final class KnownParts {

    private KnownParts() {}

    /** @throws RuleViolated with all faults, when a gebied, measure or indicator is not known, or an indicator is of another frequency */
    static void require(StudyDesign design, Gebieden gebieden, Measures measures, Indicators indicators) {
        SortedSet<GebiedCode> codes = new TreeSet<>(design.treatedGebieden());
        codes.addAll(design.donors().gebieden());
        DonorRule rule = design.donors().rule();
        if (rule != null) {
            codes.addAll(rule.within());
        }
        if (design.gemeente() != null) {
            codes.add(design.gemeente());
        }
        List<Fault> faults = new ArrayList<>();
        gebieden.unregistered(codes).ifPresent(faults::add);
        measures.unregistered(design.measures()).ifPresent(faults::add);
        addOfIndicators(design, indicators, faults);
        RuleViolated.throwIfAny(faults);
    }

    private static void addOfIndicators(StudyDesign design, Indicators indicators, List<Fault> faults) {
        Map<IndicatorCode, Indicators.Known> known = indicators.defined(design.indicators());
        SortedSet<IndicatorCode> unknown = new TreeSet<>(design.indicators());
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            faults.add(new Fault(null, null, null, "indicator-defined", "Not defined: " + unknown + "."));
        }
        Frequency frequency = design.periods().getFirst().frequency();
        known.forEach((code, indicator) -> {
            if (indicator.definition().frequency() != frequency) {
                faults.add(new Fault(
                        null,
                        null,
                        null,
                        "period-fits-frequency",
                        code + " is observed by " + indicator.definition().frequency()
                                + ", and the periods of the study are " + frequency + "."));
            }
        });
    }
}
