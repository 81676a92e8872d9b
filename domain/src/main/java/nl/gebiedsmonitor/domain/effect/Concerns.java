package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.gebiedsmonitor.domain.effect.Concern.Kind;
import nl.gebiedsmonitor.domain.effect.Diagnostics.InTime;
import nl.gebiedsmonitor.domain.effect.Diagnostics.LeftOut;
import nl.gebiedsmonitor.domain.effect.Diagnostics.PreTrend;
import org.jspecify.annotations.Nullable;

/** What of the diagnostics speaks against an estimate, and from where on it does. */
final class Concerns {

    /**
     * A gap before treatment of more than this many standard deviations of the outcome is too large to be adjusted for: the
     * threshold of baseline equivalence of the What Works Clearinghouse (Standards Handbook 4.1, 2020), after Ho, Imai, King
     * and Stuart (Political Analysis 15, 2007).
     */
    static final double PRE_FIT = 0.25;

    /** A trend before treatment that would come about by chance in at most this share of cases. */
    static final double PRE_TREND = 0.05;

    /** With fewer periods before treatment a line or weights can follow them by chance (Abadie, JEL 59, 2021, section 5). */
    static final int FITTED_PERIODS = 8;

    /** With fewer periods before treatment whether trends are parallel cannot be looked at. */
    static final int COMPARED_PERIODS = 3;

    /** Of fewer comparison units, one that something else happens to moves the comparison by a tenth of that or more. */
    static final int CONTROLS = 10;

    /** Below this the comparison is hardly more than one unit. */
    static final double EFFECTIVE_CONTROLS = 2;

    /** Weights cannot take a synthetic control out of the range of the controls; one period in ten may lie beyond by chance. */
    static final double OVERLAP = 0.9;

    private final List<Concern> concerns = new ArrayList<>();

    /** @param known those that do not come from diagnostics */
    Concerns(List<Concern> known) {
        concerns.addAll(known);
    }

    List<Concern> list() {
        return List.copyOf(concerns);
    }

    Concerns add(Kind kind, String text) {
        concerns.add(new Concern(kind, text));
        return this;
    }

    /** Looks at how well the comparison follows the treated before treatment. */
    Concerns fit(Diagnostics diagnostics) {
        Double fit = diagnostics.preFit();
        Double deviation = diagnostics.outcomeDeviation();
        if (fit != null && deviation != null && fit > PRE_FIT * deviation) {
            add(
                    Kind.PRE_FIT,
                    "Before treatment the comparison is off by " + number(fit) + " on average, more than " + PRE_FIT
                            + " of the standard deviation of the outcome (" + number(deviation) + ").");
        }
        return this;
    }

    /** Looks at whether the gap grew before treatment already. */
    Concerns trend(@Nullable PreTrend trend) {
        if (trend != null && trend.pValue() != null && trend.pValue() <= PRE_TREND) {
            add(
                    Kind.PRE_TREND,
                    "The gap grew by " + number(trend.slope()) + " a period before treatment already (p = "
                            + number(trend.pValue()) + "), so that it may have gone on without.");
        }
        return this;
    }

    /**
     * Looks at the placebo in time: an effect where there was none.
     *
     * @param size why that is too large, when it is
     */
    Concerns inTime(@Nullable InTime inTime, boolean fails, String size) {
        if (inTime != null && fails) {
            add(
                    Kind.IN_TIME_PLACEBO,
                    "Had treatment begun in " + inTime.pretendedStart() + ", before it did, the estimate would be "
                            + number(inTime.estimate()) + ", " + size + ": an effect where none can be.");
        }
        return this;
    }

    /** Looks at how much the periods before treatment can carry. */
    Concerns periods(int prePeriods, int enough) {
        if (prePeriods < enough) {
            add(
                    Kind.FEW_PERIODS,
                    "There are " + prePeriods + " periods before treatment, and fewer than " + enough
                            + " show too little of what would have gone on.");
        }
        return this;
    }

    /** Looks at how much the comparison rests on few. */
    Concerns controls(int controls, @Nullable Double effective) {
        if (controls < CONTROLS) {
            add(
                    Kind.FEW_CONTROLS,
                    "There are " + controls + " comparison units; what happens to one of them weighs heavily.");
        } else if (effective != null && effective < EFFECTIVE_CONTROLS) {
            add(
                    Kind.FEW_CONTROLS,
                    "Nearly all weight is on one comparison unit (effectively " + number(effective)
                            + "); what happens to it is taken for what would have happened.");
        }
        return this;
    }

    /**
     * Looks at what a single control does to the estimate.
     *
     * @param standardError of the estimate; where there is none, half the estimate is what it may move
     */
    Concerns leftOut(List<LeftOut> leftOut, double estimate, @Nullable Double standardError) {
        double most = standardError == null ? Math.abs(estimate) / 2 : standardError;
        for (LeftOut each : leftOut) {
            if (Math.abs(each.estimate() - estimate) > most) {
                return add(
                        Kind.LEAVE_ONE_OUT,
                        "Without " + each.unit() + " the estimate is " + number(each.estimate()) + " instead of "
                                + number(estimate) + ": more than "
                                + (standardError == null ? "half of it." : "one standard error away."));
            }
        }
        return this;
    }

    /** Looks at whether the treated lie within the range of the controls. */
    Concerns overlap(@Nullable Double overlap) {
        if (overlap != null && overlap < OVERLAP) {
            add(
                    Kind.OVERLAP,
                    "In only " + Math.round(100 * overlap)
                            + " % of the periods before treatment do the treated lie within the range of the comparison"
                            + " units, and no weighting of these can follow them outside it.");
        }
        return this;
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }
}
