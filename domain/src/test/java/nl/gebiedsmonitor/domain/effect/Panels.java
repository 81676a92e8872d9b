package nl.gebiedsmonitor.domain.effect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/** Panels to estimate on. */
final class Panels {

    private Panels() {}

    /** Cigarette sales per capita of 39 states; California is treated from 1989. */
    static Panel proposition99() {
        PanelDraft draft = new PanelDraft(PanelDraft.Columns.STANDARD, fault -> {
            throw new AssertionError(fault);
        });
        proposition99Rows()
                .forEach(row -> draft.add(0, row[0], row[1], Double.parseDouble(row[2]), row[3].equals("1")));
        return draft.finish().orElseThrow();
    }

    /** State, year, packs, and whether treated. */
    static List<String[]> proposition99Rows() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(
                        Objects.requireNonNull(Panels.class.getResourceAsStream("/data/california-prop99.csv.gz"))),
                UTF_8))) {
            file.readLine();
            return file.lines().map(line -> line.split(";", -1)).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Two factors, effects of units and periods, and noise; nothing is treated really. */
    static double[][] outcomes(int units, int periods, long seed) {
        Random random = new Random(seed);
        double[][] course = new double[2][periods];
        for (int t = 0; t < periods; t++) {
            course[0][t] = t + random.nextGaussian();
            course[1][t] = random.nextGaussian();
        }
        double[][] outcomes = new double[units][periods];
        for (double[] row : outcomes) {
            double level = 10 * random.nextGaussian();
            double first = random.nextGaussian();
            double second = random.nextGaussian();
            for (int t = 0; t < periods; t++) {
                row[t] = level + first * course[0][t] + second * course[1][t] + 0.5 * random.nextGaussian();
            }
        }
        return outcomes;
    }

    /** A panel of numbered units, the last of which are treated in the last periods. */
    static Panel panel(double[][] outcomes, int treated, int postPeriods) {
        PanelDraft draft = new PanelDraft(PanelDraft.Columns.STANDARD, fault -> {
            throw new AssertionError(fault);
        });
        for (int unit = 0; unit < outcomes.length; unit++) {
            for (int t = 0; t < outcomes[unit].length; t++) {
                draft.add(
                        0,
                        "%04d".formatted(unit),
                        Integer.toString(t),
                        outcomes[unit][t],
                        unit >= outcomes.length - treated && t >= outcomes[unit].length - postPeriods);
            }
        }
        return draft.finish().orElseThrow();
    }

    static EffectEstimate estimate(Panel panel, Estimator estimator, Solver solver) {
        return new Estimation(estimator, solver, Inference.NONE, null, null).of(panel, Deadline.none());
    }

    /** The effect, with the reference solver. */
    static double effect(double[][] outcomes, int treated, int postPeriods, Estimator estimator) {
        return estimate(panel(outcomes, treated, postPeriods), estimator, Solver.REFERENCE)
                .estimate();
    }
}
