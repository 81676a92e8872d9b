package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /**
     * Of groups x periods x draws (or x periods, where these are more): staggered adoption has an effect for each of the first
     * two, and draws or adds up each. A second or two, and some 100 MB.
     */
    static final long MOST_DRAWN = 10_000_000;

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
        if (!found.faults.isEmpty()) {
            throw new InputRejected(found.faults);
        }
    }

    private void times() {
        if (panel.times().size() < 2) {
            faults.add(Reasons.twoPeriods("times", null));
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
                faults.add(Reasons.untreatedBefore("treatedFrom", unit, from));
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
            for (int t = 0; t < row.outcomes().size(); t++) {
                double value = row.outcomes().get(t);
                if (!Reasons.isInRange(value)) {
                    faults.add(Reasons.outcomeRange(null, "outcomes", row.unit() + place(t), value));
                    break;
                }
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least == most) {
            faults.add(Reasons.outcomeVaries("outcomes", least));
        }
    }

    /** A row may be longer than the periods, which is told apart from this. */
    private String place(int period) {
        return period < panel.times().size() ? " in " + panel.times().get(period) : "";
    }

    private void groups() {
        Structure structure = new Structure(estimation).inference();
        int treated = (int)
                panel.rows().stream().filter(row -> row.treatedFrom() != null).count();
        if (treated == 0) {
            faults.add(Reasons.treatedUnit("treatedFrom"));
        } else {
            structure.units(treated, panel.rows().size() - treated);
        }
        faults.addAll(structure.faults());
    }

    private void starts() {
        Set<Integer> starts = panel.rows().stream()
                .filter(row -> row.treatedFrom() != null)
                .map(row -> panel.times().indexOf(Objects.requireNonNull(row.treatedFrom())))
                .filter(start -> start > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        if (estimation.estimator() == Estimator.CS) {
            drawn(starts.size());
        } else if (starts.size() > 1) {
            refuse(
                    "treatedFrom",
                    null,
                    "treated-at-once",
                    "Treatment begins in different periods ("
                            + starts.stream().map(panel.times()::get).collect(Collectors.joining(", "))
                            + "), and this estimator takes units that are treated from the same period on. Use cs, which"
                            + " takes each start by itself and then averages, or study one start at a time.");
        } else if (starts.size() == 1) {
            int before = starts.iterator().next();
            int controls = (int) panel.rows().stream()
                    .filter(row -> row.treatedFrom() == null)
                    .count();
            faults.addAll(new Structure(estimation)
                    .periods(controls, before, panel.times().size() - before)
                    .faults());
        }
    }

    private void drawn(int groups) {
        int periods = panel.times().size();
        int draws = estimation.inference() == Inference.BOOTSTRAP ? estimation.draws() : 1;
        if ((long) groups * periods * Math.max(periods, draws) > MOST_DRAWN) {
            refuse(
                    "times",
                    null,
                    "group-times",
                    "There are " + groups + " different starts, " + periods + " periods and " + draws
                            + " draws; multiplied (periods again where these are more than draws) they may be "
                            + MOST_DRAWN + " at most. Take fewer replications, or fewer periods.");
        }
    }

    private void refuse(String field, @Nullable String value, String rule, String detail) {
        faults.add(new Fault(null, field, value, rule, detail));
    }
}
