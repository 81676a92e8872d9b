package nl.gebiedsmonitor.domain.effect;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.effect.StudyPanel.Row;

/** The units of a panel that was found sound, controls and treated each in order of their names. */
final class StudyUnits {

    private final List<String> times;
    private final Axis axis;
    private final List<Row> controls;
    private final List<Row> treated;

    private StudyUnits(List<String> times, Axis axis, List<Row> controls, List<Row> treated) {
        this.times = times;
        this.axis = axis;
        this.controls = controls;
        this.treated = treated;
    }

    /** The units of a sound panel. */
    static StudyUnits of(StudyPanel panel) {
        List<Row> rows =
                panel.rows().stream().sorted(Comparator.comparing(Row::unit)).toList();
        return new StudyUnits(
                panel.times(),
                Axis.of(panel.at()),
                rows.stream().filter(row -> row.treatedFrom() == null).toList(),
                rows.stream().filter(row -> row.treatedFrom() != null).toList());
    }

    List<String> times() {
        return times;
    }

    Axis axis() {
        return axis;
    }

    List<String> controlNames() {
        return controls.stream().map(Row::unit).toList();
    }

    int controls() {
        return controls.size();
    }

    int treated() {
        return treated.size();
    }

    /** The first treated periods, numbered from 0, in order and each once. */
    int[] starts() {
        return treated.stream().mapToInt(this::start).sorted().distinct().toArray();
    }

    double[][] controlOutcomes() {
        return outcomes(controls.stream());
    }

    /** The outcomes of the units that are treated from one period on. */
    double[][] treatedOutcomes(int start) {
        return outcomes(treated.stream().filter(row -> start(row) == start));
    }

    /** The controls, and the treated of which all are treated from the same period on. */
    Block block() {
        return new Block(outcomes(), controls.size(), starts()[0]);
    }

    /** The outcomes of all, controls first. */
    double[][] outcomes() {
        return outcomes(Stream.concat(controls.stream(), treated.stream()));
    }

    private int start(Row row) {
        return times.indexOf(Objects.requireNonNull(row.treatedFrom()));
    }

    private static double[][] outcomes(Stream<Row> rows) {
        return rows.map(row ->
                        row.outcomes().stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }
}
