package nl.gebiedsmonitor.domain.effect;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.effect.Concern.Kind;
import nl.gebiedsmonitor.domain.effect.Diagnostics.PreTrend;

/**
 * How strong the evidence is that an effect is one of the measure, on the Maryland Scientific Methods Scale (Sherman et al.
 * 1997). Levels 4 and 5 ask for a design that no computation can see, such as chance deciding who is treated; only a
 * researcher gives them.
 *
 * @param level from 1, weak, to 5
 * @param reason in one sentence
 */
public record Maryland(int level, String reason) {

    private static final Map<Kind, String> FAILURES = new EnumMap<>(Map.of(
            Kind.PRE_FIT, "does not follow the treated before treatment",
            Kind.PRE_TREND, "went another way than the treated before treatment already",
            Kind.IN_TIME_PLACEBO, "shows an effect before there was any",
            Kind.LEAVE_ONE_OUT, "rests on one of these units",
            Kind.OVERLAP, "cannot reach where the treated were before treatment"));

    /** What the estimator and its diagnostics carry: 3 at most. */
    public static Maryland of(Finding finding) {
        return switch (finding.estimator()) {
            case BEFORE_AFTER -> new Maryland(1, "Before and after are set side by side, without a comparison.");
            case ITS -> ofSeries(finding);
            case DID, CS, SC, SDID -> ofComparison(finding);
        };
    }

    private static Maryland ofSeries(Finding finding) {
        if (has(finding, Kind.FEW_PERIODS)) {
            return new Maryland(
                    1, "A series without a comparison, too short before treatment to know its course from chance.");
        }
        if (has(finding, Kind.IN_TIME_PLACEBO)) {
            return new Maryland(1, "A series without a comparison, that shows an effect before there was any.");
        }
        return new Maryland(2, "A series long enough before treatment to draw its course on, without a comparison.");
    }

    private static Maryland ofComparison(Finding finding) {
        String failures = FAILURES.entrySet().stream()
                .filter(failure -> has(finding, failure.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", and "));
        if (!failures.isEmpty()) {
            return new Maryland(2, "A comparison over time with units that are not treated, but it " + failures + ".");
        }
        if (has(finding, Kind.NOT_TESTABLE)) {
            return new Maryland(
                    2,
                    "A comparison over time with units that are not treated, too few of which there are to test whether they"
                            + " went the same way as the treated.");
        }
        if (finding.standardError() == null) {
            return new Maryland(
                    2,
                    "A comparison over time with units that are not treated, of which nobody knows how uncertain it is.");
        }
        PreTrend trend = finding.diagnostics().preTrend();
        if (trend == null || trend.pValue() == null) {
            return new Maryland(
                    2,
                    "A comparison over time with units that are not treated"
                            + (trend == null
                                    ? ", with too few periods before treatment to test"
                                    : "; it cannot be tested")
                            + " whether they went the same way as the treated.");
        }
        return has(finding, Kind.FEW_PERIODS)
                ? new Maryland(
                        3,
                        "A comparison over time with units that are not treated, which follow the treated in the few"
                                + " periods there are before treatment.")
                : new Maryland(
                        3,
                        "A comparison over time with units that are not treated, which follow the treated before"
                                + " treatment.");
    }

    private static boolean has(Finding finding, Kind kind) {
        return finding.concerns().stream().anyMatch(concern -> concern.kind() == kind);
    }
}
