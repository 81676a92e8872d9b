package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.Fault;

/**
 * Gathers the cells of a panel in any order, and makes the panel, or tells all that is wrong with it. Memory is linear in
 * the cells.
 */
public final class PanelDraft {

    /** How many cells a panel has at most. */
    public static final int MOST_CELLS = 1_000_000;

    /** How many missing cells are named one by one. */
    private static final int NAMED = 100;

    /** A unit, a time and a cell are numbered below a million each, so that the three fit into one number. */
    private static final int BITS = 20;

    private static final long MASK = (1L << BITS) - 1;

    /**
     * How the sender calls the columns.
     *
     * @param unit of the units
     * @param time of the periods
     * @param value of the outcome
     * @param treated of whether the unit is treated in the period
     */
    public record Columns(String unit, String time, String value, String treated) {

        public static final Columns STANDARD = new Columns("unit", "time", "value", "treated");
    }

    private final Columns columns;
    private final Consumer<Fault> faults;
    private final Labels units = new Labels();
    private final Labels times = new Labels();
    private int[] unitOf = new int[1024];
    private int[] timeOf = new int[1024];
    private long[] lineOf = new long[1024];
    private double[] valueOf = new double[1024];
    private boolean[] treatedOf = new boolean[1024];
    private int cells;
    private boolean sound = true;
    private boolean placed = true;

    /** @param faults takes everything that is wrong, as it is found */
    public PanelDraft(Columns columns, Consumer<Fault> faults) {
        this.columns = columns;
        this.faults = faults;
    }

    /**
     * Takes a cell.
     *
     * @param line where it stands, to tell its faults by
     * @throws IllegalStateException when there are {@value #MOST_CELLS} already
     */
    public void add(long line, String unit, String time, double value, boolean treated) {
        if (cells == MOST_CELLS) {
            throw new IllegalStateException("A panel has at most " + MOST_CELLS + " cells");
        }
        if (cells == unitOf.length) {
            grow(Math.min(MOST_CELLS, 2 * cells));
        }
        unitOf[cells] = units.number(unit);
        timeOf[cells] = times.number(time);
        lineOf[cells] = line;
        valueOf[cells] = value;
        treatedOf[cells] = treated;
        cells++;
        if (!Reasons.isInRange(value)) {
            sound = false;
            faults.accept(Reasons.outcomeRange(line, columns.value(), unit + " in " + time, value));
        }
    }

    private void grow(int size) {
        unitOf = Arrays.copyOf(unitOf, size);
        timeOf = Arrays.copyOf(timeOf, size);
        lineOf = Arrays.copyOf(lineOf, size);
        valueOf = Arrays.copyOf(valueOf, size);
        treatedOf = Arrays.copyOf(treatedOf, size);
    }

    /** Takes a cell that is there, but whose value or treatment was told as a fault. */
    public void addFaulty(long line, String unit, String time) {
        sound = false;
        add(line, unit, time, 0, false);
    }

    /** Notes a cell whose unit or time was told as a fault, so that nothing can be said to be missing. */
    public void addUnplaced() {
        sound = false;
        placed = false;
    }

    /** The panel; none when anything is wrong, all of which has been told then. */
    public Optional<Panel> finish() {
        List<String> unitNames = units.inOrder();
        List<String> timeNames = times.inOrder();
        long[] sorted = sorted(units.places(unitNames), times.places(timeNames));
        times.withoutMoment().ifPresent(this::tellUndated);
        times.sameMoment().ifPresent(this::tellSame);
        int distinct = tellTwice(sorted, unitNames, timeNames);
        if (placed) {
            tellMissing(sorted, distinct, unitNames, timeNames);
        }
        if (!sound || cells == 0) {
            return Optional.empty();
        }
        int periods = timeNames.size();
        double[][] outcomes = new double[unitNames.size()][periods];
        boolean[][] treatment = new boolean[unitNames.size()][periods];
        for (int i = 0; i < cells; i++) {
            int cell = (int) (sorted[i] & MASK);
            outcomes[i / periods][i % periods] = valueOf[cell];
            treatment[i / periods][i % periods] = treatedOf[cell];
        }
        return new Design(columns, unitNames, timeNames, outcomes, treatment, faults).panel();
    }

    private void tellUndated(String time) {
        sound = false;
        faults.accept(new Fault(
                null,
                columns.time(),
                time,
                "time-order",
                "Times are all numbers, such as 2024, or all of one form in which their order shows, such as 2024-Q1, 2024-01 or"
                        + " 2024-01-31."));
    }

    private void tellSame(List<String> names) {
        sound = false;
        faults.accept(new Fault(
                null,
                columns.time(),
                names.getLast(),
                "time-once",
                names.getFirst() + " and " + names.getLast() + " are the same time; write it in one way."));
    }

    private long[] sorted(int[] unitPlaces, int[] timePlaces) {
        long[] sorted = new long[cells];
        for (int cell = 0; cell < cells; cell++) {
            sorted[cell] =
                    ((long) unitPlaces[unitOf[cell]] << (2 * BITS)) | ((long) timePlaces[timeOf[cell]] << BITS) | cell;
        }
        Arrays.sort(sorted);
        return sorted;
    }

    /** Tells each cell that is there twice, and answers how many different ones there are. */
    private int tellTwice(long[] sorted, List<String> unitNames, List<String> timeNames) {
        int distinct = Math.min(1, cells);
        for (int i = 1; i < cells; i++) {
            if (sorted[i] >> BITS != sorted[i - 1] >> BITS) {
                distinct++;
                continue;
            }
            sound = false;
            String name = name(sorted[i] >> BITS, unitNames, timeNames);
            faults.accept(new Fault(
                    lineOf[(int) (sorted[i] & MASK)],
                    columns.time(),
                    name,
                    "cell-once",
                    "There is a value for " + name + " on line " + lineOf[(int) (sorted[i - 1] & MASK)] + " already."));
        }
        return distinct;
    }

    private void tellMissing(long[] sorted, int distinct, List<String> unitNames, List<String> timeNames) {
        long periods = timeNames.size();
        long missing = unitNames.size() * periods - distinct;
        if (missing == 0) {
            return;
        }
        sound = false;
        long named = 0;
        int next = 0;
        for (long place = 0; named < Math.min(NAMED, missing); place++) {
            long key = ((place / periods) << BITS) | (place % periods);
            while (next < cells && sorted[next] >> BITS < key) {
                next++;
            }
            if (next == cells || sorted[next] >> BITS != key) {
                named++;
                tellMissing(name(key, unitNames, timeNames));
            }
        }
        if (missing > named) {
            faults.accept(new Fault(
                    null,
                    columns.value(),
                    null,
                    "balanced-panel",
                    "There are " + (missing - named) + " more cells without a value."));
        }
    }

    private void tellMissing(String name) {
        faults.accept(new Fault(
                null,
                columns.value(),
                name,
                "balanced-panel",
                "There is no value for " + name + ". Every unit needs one in every period; nothing is filled in here,"
                        + " so leave out the unit or the period."));
    }

    private static String name(long key, List<String> unitNames, List<String> timeNames) {
        return unitNames.get((int) (key >> BITS)) + " in " + timeNames.get((int) (key & MASK));
    }
}
