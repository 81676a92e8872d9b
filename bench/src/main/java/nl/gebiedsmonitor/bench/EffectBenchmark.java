package nl.gebiedsmonitor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.effect.EffectEstimate;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Findings;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Panel;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.effect.StudyPanel;
import org.jspecify.annotations.Nullable;

/** How long an estimate takes: on the published panel of Proposition 99, and with 4,000 donors and 8 periods. */
final class EffectBenchmark {

    private static final int ROUNDS = 7;

    private EffectBenchmark() {}

    public static void main(String[] args) throws IOException {
        Panel published = proposition99(Path.of(args[0]));
        Panel large = EffectPanels.drawn(4_000, 1, 6, 2, 0, 1);
        System.out.printf("%nsynthetic difference-in-differences, first and median of %d rounds in seconds%n", ROUNDS);
        measure("Proposition 99, no inference", published, Inference.NONE, null, Solver.REFERENCE);
        measure("Proposition 99, every control a placebo once", published, Inference.PLACEBO, null, Solver.REFERENCE);
        measure("Proposition 99, 200 placebo replications", published, Inference.PLACEBO, 200, Solver.REFERENCE);
        Panel two = EffectPanels.drawn(38, 2, 19, 12, 0, 1);
        measure("its size with 2 treated, 200 different placebos", two, Inference.PLACEBO, 200, Solver.REFERENCE);
        measure("4,000 donors x 8 periods, no inference", large, Inference.NONE, null, Solver.REFERENCE);
        measure("4,000 donors x 8 periods, exact", large, Inference.NONE, null, Solver.EXACT);
        measure("4,000 donors x 8 periods, 200 placebo replications", large, Inference.PLACEBO, 200, Solver.REFERENCE);
        measure("a study of the same", EffectPanels.studied(4_000, 1, 6, 2, 1), 200);
    }

    private static void measure(
            String what, Panel panel, Inference inference, @Nullable Integer replications, Solver solver) {
        Estimation estimation = new Estimation(Estimator.SDID, solver, inference, replications, 1L);
        measure(what, () -> {
            EffectEstimate found = estimation.of(panel, Deadline.none());
            return found.estimate() + ", standard error " + found.standardError();
        });
    }

    /** With everything that a study says of an estimate: its path, placebos in time, controls left out and the like. */
    private static void measure(String what, StudyPanel panel, int replications) {
        Estimation estimation = new Estimation(Estimator.SDID, Solver.REFERENCE, Inference.PLACEBO, replications, 1L);
        measure(what, () -> {
            Finding found = Findings.of(panel, estimation, Deadline.none(), _ -> {});
            return found.estimate() + ", standard error " + found.standardError();
        });
    }

    private static void measure(String what, Supplier<String> estimation) {
        double[] seconds = new double[ROUNDS];
        String found = "";
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            found = estimation.get();
            seconds[round] = (System.nanoTime() - start) / 1e9;
        }
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf("%-52s %7.3f %7.3f   estimate %s%n", what, first, seconds[ROUNDS / 2], found);
    }

    private static Panel proposition99(Path root) throws IOException {
        Path packed = root.resolve("api/src/test/resources/data/california-prop99.csv.gz");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(new InputStreamReader(new GZIPInputStream(Files.newInputStream(packed)), UTF_8))) {
            return EffectPanels.panel(draft -> reader.forEach(row -> draft.add(
                    row.getStartingLineNumber(),
                    row.getField("State"),
                    row.getField("Year"),
                    Double.parseDouble(row.getField("PacksPerCapita")),
                    row.getField("treated").equals("1"))));
        }
    }
}
