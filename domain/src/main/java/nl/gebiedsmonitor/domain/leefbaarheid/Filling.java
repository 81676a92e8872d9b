package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Standardisation.ZScore;

/** Computes parameters that were left out, and gathers where that cannot be done. */
final class Filling {

    private final ReferenceFigures figures;
    private final List<Fault> faults = new ArrayList<>();

    Filling(ReferenceFigures figures) {
        this.figures = figures;
    }

    /** The standardisation with its parameters; as it was, and told, when they cannot be computed. */
    Standardisation filled(IndicatorCode indicator, Standardisation standardisation) {
        return standardisation instanceof ZScore zScore && zScore.mean() == null
                ? computed(indicator, zScore)
                : standardisation;
    }

    private ZScore computed(IndicatorCode indicator, ZScore zScore) {
        List<Double> reference =
                figures.of(indicator, zScore.referenceGebied(), zScore.referenceType(), zScore.referencePeriod());
        return Distribution.of(reference).map(zScore::with).orElseGet(() -> {
            faults.add(new Fault(
                    null,
                    null,
                    indicator.value(),
                    "reference-figures",
                    (reference.isEmpty() ? "There are no figures" : "There is no spread in the figures") + " of "
                            + indicator + " in " + zScore.referencePeriod() + " for gebieden of type "
                            + zScore.referenceType() + " inside " + zScore.referenceGebied() + "."));
            return zScore;
        });
    }

    /** @throws RuleViolated with every indicator whose parameters could not be computed */
    void requireComplete() {
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }
}
