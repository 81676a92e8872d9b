package nl.gebiedsmonitor.domain.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;

/** A balanced panel with its treatment, and the reasons why no effect can be estimated from it. */
final class Design {

    private final PanelDraft.Columns columns;
    private final List<String> units;
    private final List<String> times;
    private final double[][] outcomes;
    private final boolean[][] treatment;
    private final Consumer<Fault> faults;
    private boolean possible = true;

    Design(
            PanelDraft.Columns columns,
            List<String> units,
            List<String> times,
            double[][] outcomes,
            boolean[][] treatment,
            Consumer<Fault> faults) {
        this.columns = columns;
        this.units = units;
        this.times = times;
        this.outcomes = outcomes;
        this.treatment = treatment;
        this.faults = faults;
    }

    /** The panel; none when there are reasons against it, all of which have been told then. */
    Optional<Panel> panel() {
        requireOutcome();
        if (times.size() < 2) {
            refuse(Reasons.twoPeriods(columns.time(), times.getFirst()));
        }
        List<String> controls = new ArrayList<>();
        List<String> treated = new ArrayList<>();
        List<double[]> ofControls = new ArrayList<>();
        List<double[]> ofTreated = new ArrayList<>();
        int start = times.size();
        String first = "";
        for (int unit = 0; unit < units.size(); unit++) {
            int its = startOf(unit);
            if (its == times.size()) {
                ofControls.add(outcomes[unit]);
                controls.add(units.get(unit));
                continue;
            }
            ofTreated.add(outcomes[unit]);
            treated.add(units.get(unit));
            if (treated.size() == 1) {
                start = its;
                first = units.get(unit);
            } else if (its != start) {
                refuseStaggered(first, start, units.get(unit), its);
                break;
            }
        }
        requireGroups(controls, treated);
        ofControls.addAll(ofTreated);
        return possible
                ? Optional.of(new Panel(
                        controls,
                        treated,
                        times,
                        new Block(ofControls.toArray(double[][]::new), controls.size(), start)))
                : Optional.empty();
    }

    private void requireOutcome() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double[] row : outcomes) {
            for (double value : row) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (least == most) {
            refuse(Reasons.outcomeVaries(columns.value(), least));
        }
    }

    private void requireGroups(List<String> controls, List<String> treated) {
        if (treated.isEmpty()) {
            refuse(Reasons.treatedUnit(columns.treated()));
        } else if (controls.isEmpty() && possible) {
            refuse(
                    columns.treated(),
                    "1",
                    "control-unit",
                    "Every unit is treated, so there is nothing to compare with.");
        }
    }

    /** The first treated period of a unit, from 0; as many as there are periods when it is never treated. */
    private int startOf(int unit) {
        boolean[] row = treatment[unit];
        int start = 0;
        while (start < row.length && !row[start]) {
            start++;
        }
        if (start == 0 && row.length > 1) {
            refuse(Reasons.untreatedBefore(columns.treated(), units.get(unit), times.getFirst()));
        }
        for (int t = start; t < row.length; t++) {
            if (!row[t]) {
                refuse(
                        columns.treated(),
                        units.get(unit),
                        "treated-to-the-end",
                        units.get(unit) + " is treated from " + times.get(start) + " but not in " + times.get(t)
                                + "; these estimators take a treatment that stays.");
                break;
            }
        }
        return start;
    }

    private void refuseStaggered(String first, int firstStart, String other, int otherStart) {
        refuse(
                columns.treated(),
                other,
                "treated-at-once",
                first + " is treated from " + times.get(firstStart) + " on and " + other + " from "
                        + times.get(otherStart) + "; these estimators take units that are treated from the same period"
                        + " on. Leave out the ones that differ, or estimate each group by itself.");
    }

    private void refuse(String column, @Nullable String value, String rule, String detail) {
        refuse(new Fault(null, column, value, rule, detail));
    }

    private void refuse(Fault fault) {
        possible = false;
        faults.accept(fault);
    }
}
