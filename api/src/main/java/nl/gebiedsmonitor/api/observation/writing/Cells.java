package nl.gebiedsmonitor.api.observation.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * The cells of a JSON-stat dataset: {@code value}, an array or, where most are empty, an object by number; and {@code status},
 * an object of those that are not final. The second is kept, a reference a cell, while the first is written.
 */
final class Cells {

    private final Cube cube;
    private final JsonGenerator out;
    private final Map<String, Integer> indicators;
    private final Map<String, Integer> gebieden;
    private final Map<String, Integer> periods;
    private final @Nullable CellStatus[] statuses;
    private int next;

    Cells(Cube cube, JsonGenerator out) {
        this.cube = cube;
        this.out = out;
        this.indicators = places(cube.indicators());
        this.gebieden = places(cube.gebieden());
        this.periods = places(cube.periods());
        this.statuses = new CellStatus[cube.cells()];
    }

    private static Map<String, Integer> places(List<String> codes) {
        Map<String, Integer> places = new HashMap<>();
        codes.forEach(code -> places.put(code, places.size()));
        return places;
    }

    void write(Consumer<Consumer<ObservationView>> rows) {
        if (cube.isSparse()) {
            out.writeObjectPropertyStart("value");
            rows.accept(this::writeSparse);
            out.writeEndObject();
        } else {
            out.writeArrayPropertyStart("value");
            rows.accept(this::writeDense);
            writeNullsUpTo(cube.cells());
            out.writeEndArray();
        }
        out.writeObjectPropertyStart("status");
        for (int cell = 0; cell < statuses.length; cell++) {
            CellStatus status = statuses[cell];
            if (status != null) {
                out.writeStringProperty(Integer.toString(cell), status.name());
            }
        }
        out.writeEndObject();
    }

    private void writeSparse(ObservationView view) {
        int cell = cell(view);
        if (view.value() != null) {
            out.writeNumberProperty(Integer.toString(cell), view.value());
        }
    }

    private void writeDense(ObservationView view) {
        writeNullsUpTo(cell(view));
        if (view.value() == null) {
            out.writeNull();
        } else {
            out.writeNumber(view.value());
        }
        next++;
    }

    private void writeNullsUpTo(int cell) {
        for (; next < cell; next++) {
            out.writeNull();
        }
    }

    /** The number of the cell of an observation, of which the status is kept. */
    private int cell(ObservationView view) {
        int cell = (place(view.indicator(), indicators) * gebieden.size() + place(view.gebied(), gebieden))
                        * periods.size()
                + place(view.period(), periods);
        statuses[cell] = CellStatus.of(view);
        return cell;
    }

    private static int place(String code, Map<String, Integer> places) {
        @Nullable Integer place = places.get(code);
        if (place == null) {
            throw new IllegalStateException("A figure at " + code + " came between two reads at one position");
        }
        return place;
    }
}
