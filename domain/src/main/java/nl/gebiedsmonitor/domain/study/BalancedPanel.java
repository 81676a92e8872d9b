package nl.gebiedsmonitor.domain.study;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.effect.StudyPanel;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * The figures that an estimate is computed from: of every gebied in every period, or of fewer of these by the rule for missing
 * figures. Nothing is filled in.
 *
 * @param from the first treated period of each gebied, null for a comparison gebied, in order of their codes
 * @param values of each gebied, one per period
 * @param droppedGebieden left out, in order of their codes
 * @param droppedPeriods left out, in order
 */
public record BalancedPanel(
        List<Period> periods,
        SortedMap<GebiedCode, @Nullable Period> from,
        Map<GebiedCode, List<Double>> values,
        List<GebiedCode> droppedGebieden,
        List<Period> droppedPeriods) {

    /** How many missing figures are named one by one. */
    private static final int NAMED = 100;

    /**
     * The panel of one outcome.
     *
     * @param donors what the treated are compared with; empty for an estimator that compares with nothing
     * @throws InputRejected when figures are missing and may not be, or nothing is left
     */
    static BalancedPanel of(StudyDesign design, List<GebiedCode> donors, OutcomeFigures figures) {
        SortedMap<GebiedCode, @Nullable Period> from = new TreeMap<>();
        donors.forEach(donor -> from.put(donor, null));
        design.treated().forEach(treated -> from.put(treated.gebied(), treated.from()));
        SortedSet<GebiedCode> droppedGebieden = new TreeSet<>();
        Set<Period> droppedPeriods = new LinkedHashSet<>();
        List<Fault> missing = new ArrayList<>();
        int count = 0;
        for (GebiedCode gebied : from.keySet()) {
            for (Period period : design.periods()) {
                if (figures.of(gebied, period) == null) {
                    droppedGebieden.add(gebied);
                    droppedPeriods.add(period);
                    if (count++ < NAMED) {
                        missing.add(missing(gebied, period));
                    }
                }
            }
        }
        switch (design.estimation().missing()) {
            case REFUSE -> requireNone(missing, count);
            case DROP_GEBIEDEN -> droppedPeriods.clear();
            case DROP_PERIODS -> droppedGebieden.clear();
        }
        from.keySet().removeAll(droppedGebieden);
        List<Period> periods = new ArrayList<>(design.periods());
        periods.removeAll(droppedPeriods);
        requireEnough(design, from, periods);
        Map<GebiedCode, List<Double>> values = new HashMap<>();
        for (GebiedCode gebied : from.keySet()) {
            List<Double> row = new ArrayList<>(periods.size());
            for (Period period : periods) {
                Double value = figures.of(gebied, period);
                if (value != null) {
                    row.add(value);
                }
            }
            values.put(gebied, row);
        }
        List<Period> dropped =
                design.periods().stream().filter(droppedPeriods::contains).toList();
        return new BalancedPanel(periods, from, values, List.copyOf(droppedGebieden), dropped);
    }

    private static Fault missing(GebiedCode gebied, Period period) {
        return new Fault(
                null,
                "estimation.missing",
                gebied + " in " + period,
                "balanced-panel",
                "There is no figure of " + gebied + " in " + period + ".");
    }

    private static void requireNone(List<Fault> missing, int count) {
        if (count > missing.size()) {
            missing.add(new Fault(
                    null,
                    null,
                    null,
                    "balanced-panel",
                    "And " + (count - missing.size()) + " more figures are missing."));
        }
        if (count > 0) {
            throw new InputRejected(missing);
        }
    }

    private static void requireEnough(
            StudyDesign design, Map<GebiedCode, @Nullable Period> from, List<Period> periods) {
        boolean treatedLeft = design.treated().stream().anyMatch(treated -> from.containsKey(treated.gebied()));
        if (!treatedLeft) {
            throw refused("treated-complete", "Every treated gebied lacks a figure in some period; none is left.");
        }
        if (periods.size() < 2) {
            throw refused("two-periods", "Fewer than two periods have a figure for every gebied.");
        }
    }

    private static InputRejected refused(String rule, String detail) {
        return new InputRejected(List.of(new Fault(null, null, null, rule, detail)));
    }

    /** The same as the estimators take it; a gebied whose first treated period was left out is treated from the next on. */
    StudyPanel forEstimation() {
        List<StudyPanel.Row> rows = new ArrayList<>();
        from.forEach(
                (gebied, start) -> rows.add(new StudyPanel.Row(gebied.value(), firstTreated(start), valuesOf(gebied))));
        return new StudyPanel(periods.stream().map(Period::value).toList(), rows, places());
    }

    /** Where the periods stand, counted from the first in periods of their length. */
    private List<Integer> places() {
        Period first = periods.getFirst();
        long months = 1 + ChronoUnit.MONTHS.between(first.start(), first.end());
        return periods.stream()
                .map(period -> (int) (ChronoUnit.MONTHS.between(first.start(), period.start()) / months))
                .toList();
    }

    private List<Double> valuesOf(GebiedCode gebied) {
        return values.getOrDefault(gebied, List.of());
    }

    private @Nullable String firstTreated(@Nullable Period start) {
        return start == null
                ? null
                : periods.stream()
                        .filter(period -> period.compareTo(start) >= 0)
                        .findFirst()
                        .map(Period::value)
                        .orElse(start.value());
    }

    /**
     * The panel as a CSV file with the columns {@code unit,time,value,treated}, in order of gebied and period; the estimators
     * take it as it is, and its SHA-256 tells whether two panels are the same.
     */
    public String csv() {
        StringBuilder csv = new StringBuilder("unit,time,value,treated\n");
        from.forEach((gebied, start) -> {
            List<Double> row = valuesOf(gebied);
            for (int i = 0; i < periods.size(); i++) {
                boolean treated = start != null && periods.get(i).compareTo(start) >= 0;
                csv.append(gebied)
                        .append(',')
                        .append(periods.get(i))
                        .append(',')
                        .append(row.get(i))
                        .append(treated ? ",1\n" : ",0\n");
            }
        });
        return csv.toString();
    }

    /** The SHA-256 of the CSV file. */
    public String hash() {
        return StudyProtocol.hash(csv());
    }
}
