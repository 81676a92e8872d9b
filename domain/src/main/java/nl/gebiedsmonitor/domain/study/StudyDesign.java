package nl.gebiedsmonitor.domain.study;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a study asks and how it will be answered.
 *
 * @param title 1 to 200 characters
 * @param question 1 to 2,000 characters
 * @param kennisinstelling who answers for the study, 1 to 200 characters
 * @param gemeente for whom it is done; null when it is not for one
 * @param measures what is studied, 1 to 100
 * @param outcomes 1 to 10, the first being the one that the conclusion is to rest on
 * @param treated where the measures are taken, 1 to 500
 * @param periods 2 to 400 of one frequency, in order, before and after; any may be left out
 * @param donors what the treated are compared with
 * @param plannedReadings when results will be read, at most 50 days
 */
public record StudyDesign(
        String title,
        String question,
        String kennisinstelling,
        @Nullable GebiedCode gemeente,
        List<MeasureId> measures,
        List<StudyOutcome> outcomes,
        List<TreatedGebied> treated,
        List<Period> periods,
        DonorPool donors,
        EstimationSettings estimation,
        List<LocalDate> plannedReadings) {

    public static final TextRule TITLE = TextRule.oneLine("effect-study-title", "An effect study has a title", 200);
    public static final TextRule QUESTION =
            TextRule.manyLines("study-question", "An effect study has a question", 2000);
    public static final TextRule KENNISINSTELLING =
            TextRule.oneLine("kennisinstelling", "A kennisinstelling has a name", 200);
    public static final ListRule MEASURES = new ListRule("study-measures", "measures", "measures of a study", 1, 100);
    public static final ListRule OUTCOMES = new ListRule("study-outcomes", "outcomes", "outcomes of a study", 1, 10);
    public static final ListRule TREATED =
            new ListRule("treated-gebieden", "treated", "treated gebieden of a study", 1, 500);
    public static final ListRule PERIODS = new ListRule("study-periods", "periods", "periods of a study", 2, 400);
    public static final ListRule READINGS =
            ListRule.atMost(50, "planned-readings", "plannedReadings", "planned readings of a study");

    /** @throws InvalidValue when the parts do not fit together */
    public StudyDesign {
        title = TITLE.read(title);
        question = QUESTION.read(question);
        gemeente = gemeente == null ? null : requireGemeente(gemeente);
        kennisinstelling = KENNISINSTELLING.read(kennisinstelling);
        measures = MEASURES.read(measures);
        outcomes = OUTCOMES.read(outcomes);
        treated = TREATED.read(treated);
        periods = PERIODS.read(periods);
        plannedReadings = READINGS.read(plannedReadings).stream().sorted().toList();
        requireOnce(
                outcomes.stream().map(StudyOutcome::indicator).toList(),
                "outcome-once",
                "outcomes",
                "This indicator is an outcome already.");
        requireOnce(
                treated.stream().map(TreatedGebied::gebied).toList(),
                "treated-once",
                "treated",
                "This gebied is treated already; measures that overlap in it are studied as one.");
        requireOrder(periods);
        requireStarts(treated, periods);
        requireComparison(treated, donors, estimation.estimators());
    }

    /**
     * Answers a gemeente.
     *
     * @throws InvalidValue when it is a gebied of another type
     */
    public static GebiedCode requireGemeente(GebiedCode code) {
        if (code.type() != GebiedType.GEMEENTE) {
            throw new InvalidValue("gemeente", code, code + " is no gemeente; a study is done for one, such as GM0202.")
                    .inField("gemeente");
        }
        return code;
    }

    private static void requireOnce(Collection<?> values, String rule, String field, String detail) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new InvalidValue(rule, value, detail).inField(field);
            }
        }
    }

    private static void requireOrder(List<Period> periods) {
        for (int i = 1; i < periods.size(); i++) {
            if (periods.get(i).frequency() != periods.getFirst().frequency()) {
                throw new InvalidValue(
                                "one-frequency",
                                periods.get(i),
                                "All periods of a study are of one frequency, as " + periods.getFirst() + " is.")
                        .inField("periods");
            }
            if (periods.get(i).compareTo(periods.get(i - 1)) < 0) {
                throw new InvalidValue(
                                "periods-in-order",
                                periods.get(i),
                                periods.get(i) + " comes before " + periods.get(i - 1) + "; list them in order.")
                        .inField("periods");
            }
        }
    }

    private static void requireStarts(List<TreatedGebied> treated, List<Period> periods) {
        for (TreatedGebied each : treated) {
            if (periods.indexOf(each.from()) < 1) {
                throw new InvalidValue(
                                "untreated-before",
                                each.from(),
                                each.gebied() + " is treated from " + each.from()
                                        + " on; that must be a period of the study, and not its first, "
                                        + periods.getFirst() + ".")
                        .inField("treated");
            }
        }
    }

    private static void requireComparison(List<TreatedGebied> treated, DonorPool donors, List<Estimator> estimators) {
        for (TreatedGebied each : treated) {
            if (donors.gebieden().contains(each.gebied())) {
                throw new InvalidValue(
                                "donor-not-treated", each.gebied(), each.gebied() + " is treated; it is no comparison.")
                        .inField("donors.gebieden");
            }
        }
        requireOneDivision(treated, donors);
        boolean atOnce = treated.stream().map(TreatedGebied::from).distinct().count() == 1;
        for (Estimator estimator : estimators) {
            if (estimator.compares() && donors.findsNobody()) {
                throw new InvalidValue(
                                "donors-needed",
                                estimator,
                                estimator + " needs gebieden to compare with; without these there are only ITS and"
                                        + " BEFORE_AFTER.")
                        .inField("donors");
            }
            if (!atOnce && estimator != Estimator.CS) {
                throw new InvalidValue(
                                "treated-at-once",
                                estimator,
                                estimator + " takes gebieden that are treated from the same period on; CS takes any.")
                        .inField("estimation.estimators");
            }
        }
    }

    /** Nobody knows here which postcodes and which buurten share ground. */
    private static void requireOneDivision(List<TreatedGebied> treated, DonorPool donors) {
        Set<GebiedType> types = donors.gebieden().stream().map(GebiedCode::type).collect(toSet());
        if (donors.rule() != null) {
            types.add(donors.rule().type());
        }
        for (TreatedGebied each : treated) {
            boolean postcode = each.gebied().type() == GebiedType.PC4;
            boolean other =
                    types.stream().anyMatch(type -> type != GebiedType.FOCUS && (type == GebiedType.PC4) != postcode);
            if (other && each.gebied().type() != GebiedType.FOCUS) {
                throw new InvalidValue(
                                "one-division",
                                each.gebied(),
                                each.gebied() + " is compared with gebieden of another division; which postcodes and"
                                        + " which buurten share ground is not known, so compare like with like.")
                        .inField("donors");
            }
        }
    }

    /** Whether anything is compared with other gebieden. */
    public boolean compares() {
        return estimation.estimators().stream().anyMatch(Estimator::compares);
    }

    List<GebiedCode> treatedGebieden() {
        return treated.stream().map(TreatedGebied::gebied).toList();
    }

    List<IndicatorCode> indicators() {
        return outcomes.stream().map(StudyOutcome::indicator).toList();
    }
}
