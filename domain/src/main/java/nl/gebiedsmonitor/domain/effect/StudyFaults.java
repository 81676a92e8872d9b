package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.effect.StudyPanel.Row;
import org.jspecify.annotations.Nullable;

/** The reasons why an estimator cannot say anything on a panel. */
final class StudyFaults {

    /** The squares of values up to here, and their sums, can still be held. */
    private static final double LARGEST = 1e100;

    /** A line through fewer points fits whatever they are. */
    static final int BEFORE_ITS = 3;

    /** So that the level and the slope after the start are told apart. */
    static final int AFTER_ITS = 2;

    private final StudyPanel panel;
    private final Estimation estimation;
    private final List<Fault> faults = new ArrayList<>();

    private StudyFaults(StudyPanel panel, Estimation estimation) {
        this.panel = panel;
        this.estimation = estimation;
    }

    /**
     * Looks at all of it.
     *
     * @throws InputRejected with everything that is wrong
     */
    static void require(StudyPanel panel, Estimation estimation) {
        StudyFaults found = new StudyFaults(panel, estimation);
        found.times();
        found.units();
        found.outcomes();
        found.groups();
        found.starts();
        found.inference();
        if (!found.faults.isEmpty()) {
            throw new InputRejected(found.faults);
        }
    }

    private void times() {
        if (panel.times().size() < 2) {
            refuse("times", null, "two-periods", "One period has no before and after.");
        }
        Set<String> seen = new HashSet<>();
        for (String time : panel.times()) {
            if (!seen.add(time)) {
                refuse("times", time, "period-once", "The period " + time + " is there twice.");
            }
        }
    }

    private void units() {
        Set<String> seen = new HashSet<>();
        for (Row row : panel.rows()) {
            String unit = row.unit();
            if (!seen.add(unit)) {
                refuse("unit", unit, "unit-once", unit + " is there twice.");
            }
            if (row.outcomes().size() != panel.times().size()) {
                refuse(
                        "outcomes",
                        unit,
                        "balanced-panel",
                        unit + " has " + row.outcomes().size() + " values for "
                                + panel.times().size()
                                + " periods. Every unit needs one in every period; nothing is filled in here.");
            }
            String from = row.treatedFrom();
            if (from != null && !panel.times().contains(from)) {
                refuse(
                        "treatedFrom",
                        from,
                        "known-period",
                        unit + " is treated from " + from + ", which is not one of the periods.");
            } else if (from != null
                    && panel.times().size() > 1
                    && from.equals(panel.times().getFirst())) {
                refuse(
                        "treatedFrom",
                        from,
                        "untreated-before",
                        unit + " is treated from the first period, " + from + ", on: what it was before is not known.");
            }
        }
    }

    private void outcomes() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Row row : panel.rows()) {
            if (row.treatedFrom() == null && !estimation.estimator().compares()) {
                continue;
            }
            for (double value : row.outcomes()) {
                if (!(Math.abs(value) <= LARGEST)) {
                    refuse(
                            "outcomes",
                            Double.toString(value),
                            "outcome-range",
                            row.unit() + " has the value " + value + "; values lie between -1e100 and 1e100.");
                    break;
                }
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least == most) {
            refuse(
                    "outcomes",
                    Double.toString(least),
                    "outcome-varies",
                    "The outcome is the same everywhere, so nothing can be told from it.");
        }
    }

    private void groups() {
        if (panel.rows().stream().allMatch(row -> row.treatedFrom() == null)) {
            refuse("treatedFrom", null, "treated-unit", "No unit is ever treated, so there is no effect to estimate.");
        } else if (estimation.estimator().compares()
                && panel.rows().stream().noneMatch(row -> row.treatedFrom() == null)) {
            refuse(
                    "treatedFrom",
                    null,
                    "control-unit",
                    "Every unit is treated, so there is nothing to compare with. Add units without the measure, or choose"
                            + " an estimator that does not compare (its, before_after).");
        }
    }

    private void starts() {
        Set<Integer> starts = panel.rows().stream()
                .filter(row -> row.treatedFrom() != null)
                .map(row -> panel.times().indexOf(Objects.requireNonNull(row.treatedFrom())))
                .filter(start -> start > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        if (starts.size() > 1 && estimation.estimator() != Estimator.CS) {
            refuse(
                    "treatedFrom",
                    null,
                    "treated-at-once",
                    "Treatment begins in different periods ("
                            + starts.stream().map(panel.times()::get).collect(Collectors.joining(", "))
                            + "), and this estimator takes units that are treated from the same period on. Use cs, which"
                            + " takes each start by itself and then averages, or study one start at a time.");
        }
        if (starts.size() == 1 && estimation.estimator() == Estimator.ITS) {
            int before = starts.iterator().next();
            int after = panel.times().size() - before;
            if (before < BEFORE_ITS || after < AFTER_ITS) {
                refuse(
                        "times",
                        null,
                        "enough-periods",
                        "An interrupted time series needs " + BEFORE_ITS + " periods before the start or more, and "
                                + AFTER_ITS + " from it on; there are " + before + " and " + after + ".");
            }
        }
    }

    private void inference() {
        boolean fits =
                switch (estimation.inference()) {
                    case NONE -> true;
                    case ANALYTIC -> !estimation.estimator().isContrast();
                    case PLACEBO, JACKKNIFE -> estimation.estimator().isContrast();
                    case BOOTSTRAP -> estimation.estimator().compares();
                };
        if (!fits) {
            refuse(
                    "inference",
                    estimation.inference().name().toLowerCase(Locale.ROOT),
                    "inference",
                    "The uncertainty of this estimator is found by one of: "
                            + switch (estimation.estimator()) {
                                case BEFORE_AFTER, ITS -> "none, analytic.";
                                case CS -> "none, analytic, bootstrap.";
                                case DID, SC, SDID -> "none, placebo, jackknife, bootstrap.";
                            });
        }
    }

    private void refuse(String field, @Nullable String value, String rule, String detail) {
        faults.add(new Fault(null, field, value, rule, detail));
    }
}
