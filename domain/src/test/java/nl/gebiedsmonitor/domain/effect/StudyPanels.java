package nl.gebiedsmonitor.domain.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.StudyPanel.Row;
import org.jspecify.annotations.Nullable;

/** Panels of studies, and what is found on them. */
final class StudyPanels {

    private StudyPanels() {}

    /** Of a file with one unit a row. */
    static StudyPanel read(String name) {
        List<List<String>> lines = lines(name);
        return new StudyPanel(
                lines.getFirst().subList(2, lines.getFirst().size()),
                lines.stream()
                        .skip(1)
                        .map(line -> new Row(
                                line.getFirst(),
                                line.get(1).isEmpty() ? null : line.get(1),
                                line.stream().skip(2).map(Double::valueOf).toList()))
                        .toList());
    }

    /** The fields of a file of the folder {@code reference}. */
    static List<List<String>> lines(String name) {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StudyPanels.class.getResourceAsStream("/reference/" + name), name), UTF_8))) {
            return file.lines().map(line -> Arrays.asList(line.split(",", -1))).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Numbered units and periods. */
    static StudyPanel of(double[][] outcomes, int treated, int postPeriods) {
        int start = outcomes[0].length - postPeriods;
        int[] starts = IntStream.range(0, outcomes.length)
                .map(unit -> unit < outcomes.length - treated ? -1 : start)
                .toArray();
        return of(outcomes, starts);
    }

    /** @param starts the first treated period of each unit; -1 for controls */
    static StudyPanel of(double[][] outcomes, int[] starts) {
        List<String> times = IntStream.range(0, outcomes[0].length)
                .mapToObj("t%02d"::formatted)
                .toList();
        List<Row> rows = new ArrayList<>();
        for (int unit = 0; unit < outcomes.length; unit++) {
            rows.add(new Row(
                    "u%04d".formatted(unit),
                    starts[unit] < 0 ? null : times.get(starts[unit]),
                    Arrays.stream(outcomes[unit]).boxed().toList()));
        }
        return new StudyPanel(times, rows);
    }

    /** Cigarette sales per capita of 39 states; California is treated from 1989. */
    static StudyPanel proposition99() {
        Map<String, Map<String, Double>> states = new TreeMap<>();
        Panels.proposition99Rows().forEach(row -> states.computeIfAbsent(row[0], state -> new TreeMap<>())
                .put(row[1], Double.valueOf(row[2])));
        List<String> years =
                List.copyOf(new TreeMap<>(states.values().iterator().next()).keySet());
        return new StudyPanel(
                years,
                states.entrySet().stream()
                        .map(state -> new Row(
                                state.getKey(),
                                state.getKey().equals("California") ? "1989" : null,
                                List.copyOf(state.getValue().values())))
                        .toList());
    }

    static Finding find(StudyPanel panel, Estimator estimator, Inference inference) {
        return find(panel, estimator, inference, null);
    }

    static Finding find(StudyPanel panel, Estimator estimator, Inference inference, @Nullable Integer replications) {
        return Findings.of(
                panel,
                new Estimation(estimator, Solver.REFERENCE, inference, replications, null),
                Deadline.none(),
                share -> {});
    }
}
