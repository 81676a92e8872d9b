package nl.gebiedsmonitor.domain.study;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;

/** Designs for tests: one treated buurt, twenty to compare with, and five years of which the last two are treated. */
final class Studies {

    static final StudyId STUDY = new StudyId("arnhem-oost-taalklassen");
    static final MeasureId MEASURE = new MeasureId("taalklassen");
    static final IndicatorCode OUTCOME = new IndicatorCode("TAALACHTERSTAND");
    static final GebiedCode TREATED = new GebiedCode("BU02020601");
    static final List<GebiedCode> DONORS = IntStream.rangeClosed(1, 20)
            .mapToObj(number -> new GebiedCode(String.format("BU0363%04d", number)))
            .toList();
    static final List<Period> YEARS = IntStream.rangeClosed(2018, 2022)
            .mapToObj(year -> new Period("" + year))
            .toList();
    static final Period START = YEARS.get(3);
    static final LocalDate PLANNED = LocalDate.of(2024, 6, 1);

    private Studies() {}

    static StudyDesign design() {
        return design(new DonorPool(DONORS, null, false), MissingRule.REFUSE, Estimator.DID);
    }

    static StudyDesign design(DonorPool donors, MissingRule missing, Estimator... estimators) {
        return design(List.of(new TreatedGebied(TREATED, START)), YEARS, donors, missing, estimators);
    }

    static StudyDesign design(
            List<TreatedGebied> treated,
            List<Period> periods,
            DonorPool donors,
            MissingRule missing,
            Estimator... estimators) {
        return new StudyDesign(
                "Taalklassen",
                "Verkleinen taalklassen de achterstand?",
                "Hogeschool",
                null,
                List.of(MEASURE),
                List.of(new StudyOutcome(OUTCOME, 0.5)),
                treated,
                periods,
                donors,
                new EstimationSettings(List.of(estimators), Solver.REFERENCE, Inference.PLACEBO, null, 1, missing),
                List.of(PLANNED));
    }

    static Registration registration(StudyDesign design) {
        return new Registration(
                StudyProtocol.hash(StudyProtocol.text(STUDY, design, DONORS)), DONORS, List.of(), List.of());
    }

    /** Figures of all gebieden in all years, in which the treated one rises by an effect from its start on. */
    static Map<GebiedCode, Map<Period, Double>> values(double effect) {
        Map<GebiedCode, Map<Period, Double>> values = new HashMap<>();
        for (int unit = 0; unit <= DONORS.size(); unit++) {
            Map<Period, Double> row = new HashMap<>();
            for (int year = 0; year < YEARS.size(); year++) {
                double noise = 0.01 * Math.sin(17.0 * unit + 3.0 * year);
                row.put(YEARS.get(year), unit + 2.0 * year + noise + (unit == 0 && year >= 3 ? effect : 0));
            }
            values.put(unit == 0 ? TREATED : DONORS.get(unit - 1), row);
        }
        return values;
    }

    static OutcomeFigures figures(Map<GebiedCode, Map<Period, Double>> values) {
        return new OutcomeFigures(values, Map.of(), new TreeSet<>());
    }
}
