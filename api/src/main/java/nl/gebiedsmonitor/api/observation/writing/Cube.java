package nl.gebiedsmonitor.api.observation.writing;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.projections.observation.ObservationView;

/**
 * The cube that some observations span: every indicator by every gebied by every period. A cell is numbered as JSON-stat does,
 * the last dimension first; in the order of observations the numbers go up.
 *
 * @param filled how many cells hold an observation
 */
record Cube(List<String> indicators, List<String> gebieden, List<String> periods, long filled) {

    static final int MOST_CELLS = 1_000_000;

    /** Up to how many cells nobody minds that nearly all are empty. */
    private static final int FEW_CELLS = 100_000;

    private static final double LEAST_FILLED = 0.01;

    private static final double SPARSE = 0.5;

    /** Finds the codes of a cube as its observations go by. */
    private static final class Gathering implements Consumer<ObservationView> {

        private final SortedSet<String> indicators = new TreeSet<>();
        private final SortedSet<String> gebieden = new TreeSet<>();
        private final SortedSet<String> periods = new TreeSet<>();
        private long rows;
        private String lastIndicator = "";
        private String lastGebied = "";

        @Override
        public void accept(ObservationView view) {
            rows++;
            boolean more = periods.add(view.period());
            if (!view.gebied().equals(lastGebied)) {
                lastGebied = view.gebied();
                more |= gebieden.add(lastGebied);
            }
            if (!view.indicator().equals(lastIndicator)) {
                lastIndicator = view.indicator();
                more |= indicators.add(lastIndicator);
            }
            if (more && cells() > MOST_CELLS) {
                throw tooLarge();
            }
        }

        long cells() {
            return (long) indicators.size() * gebieden.size() * periods.size();
        }
    }

    /**
     * The cube of some observations.
     *
     * @throws InvalidValue when it is too large, or too empty, to be a table that anybody reads
     */
    static Cube of(Consumer<Consumer<ObservationView>> rows) {
        Gathering found = new Gathering();
        rows.accept(found);
        if (found.cells() > FEW_CELLS && found.rows < LEAST_FILLED * found.cells()) {
            throw tooSparse(found.cells(), found.rows);
        }
        return new Cube(
                List.copyOf(found.indicators), List.copyOf(found.gebieden), List.copyOf(found.periods), found.rows);
    }

    int cells() {
        return indicators.size() * gebieden.size() * periods.size();
    }

    boolean isSparse() {
        return filled < SPARSE * cells();
    }

    private static InvalidValue tooLarge() {
        return new InvalidValue(
                "cube-too-large",
                "json-stat",
                "This makes a cube of more than 1,000,000 cells. Ask for fewer indicators, for a type, a gebied or within,"
                        + " or for fewer periods with from and to; or take csv, ndjson or parquet, which have no bound.");
    }

    private static InvalidValue tooSparse(long cells, long filled) {
        return new InvalidValue(
                "cube-too-sparse",
                "json-stat",
                "This makes a cube of " + cells + " cells of which " + filled + " hold a figure. Ask for one type of"
                        + " gebied, and for indicators of the same periods; or take csv, ndjson or parquet.");
    }
}
