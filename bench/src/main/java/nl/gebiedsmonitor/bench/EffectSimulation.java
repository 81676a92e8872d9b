package nl.gebiedsmonitor.bench;

import java.util.List;
import java.util.function.LongFunction;
import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.effect.EffectEstimate;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Findings;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import nl.gebiedsmonitor.domain.effect.StudyPanel;
import org.jspecify.annotations.Nullable;

/** How far estimates are from a known truth on average, and how often 95 % intervals hold it, over seeded panels. */
final class EffectSimulation {

    private static final int PANELS = 1_000;

    private record Found(double estimate, EffectEstimate.@Nullable Interval interval) {}

    private EffectSimulation() {}

    public static void main(String[] args) {
        System.out.printf("%n%d panels each; the true effect is %s, the noise 1%n", PANELS, EffectPanels.EFFECT);
        System.out.printf("%-38s %-9s %-5s %8s %8s %8s %9s%n", "", "", "", "bias", "+/-", "rmse", "coverage");
        block("1 treated of 41, parallel trends", 1, 0, Inference.PLACEBO);
        block("1 treated of 41, chosen by its course", 1, 1.5, Inference.PLACEBO);
        block("10 treated of 50, parallel trends", 10, 0, Inference.JACKKNIFE);
        block("10 treated of 50, chosen by their course", 10, 1.5, Inference.JACKKNIFE);
        block("10 treated of 50, parallel trends", 10, 0, Inference.BOOTSTRAP);
        staggered("3 starts x 10 treated of 60", 10, Inference.ANALYTIC);
        staggered("3 starts x 10 treated of 60", 10, Inference.BOOTSTRAP);
        staggered("3 starts x 3 treated of 39", 3, Inference.ANALYTIC);
        series("36 periods, 24 before", 24, 12, 0);
        series("36 periods, 24 before, correlated 0.4", 24, 12, 0.4);
        series("12 periods, 8 before", 8, 4, 0);
        series("12 periods, 8 before, correlated 0.4", 8, 4, 0.4);
    }

    private static void block(String what, int treated, double selection, Inference inference) {
        for (Estimator estimator : List.of(Estimator.DID, Estimator.SC, Estimator.SDID)) {
            Estimation estimation = new Estimation(
                    estimator, Solver.REFERENCE, inference, inference == Inference.BOOTSTRAP ? 50 : null, null);
            simulate(what, estimation, seed -> {
                EffectEstimate found =
                        estimation.of(EffectPanels.drawn(40, treated, 20, 5, selection, seed), Deadline.none());
                return new Found(found.estimate(), found.confidenceInterval());
            });
        }
    }

    private static void staggered(String what, int treated, Inference inference) {
        Estimation estimation = new Estimation(Estimator.CS, Solver.REFERENCE, inference, null, null);
        simulate(what, estimation, seed -> find(EffectPanels.staggered(30, treated, seed), estimation));
    }

    private static void series(String what, int before, int after, double correlation) {
        Estimation estimation = new Estimation(Estimator.ITS, Solver.REFERENCE, Inference.ANALYTIC, null, null);
        simulate(what, estimation, seed -> find(EffectPanels.series(before, after, correlation, seed), estimation));
    }

    private static Found find(StudyPanel panel, Estimation estimation) {
        Finding found = Findings.of(panel, estimation, Deadline.none(), share -> {});
        return new Found(found.estimate(), found.confidenceInterval());
    }

    private static void simulate(String what, Estimation estimation, LongFunction<Found> finding) {
        double sum = 0;
        double squares = 0;
        int covered = 0;
        for (long seed = 0; seed < PANELS; seed++) {
            Found found = finding.apply(seed);
            double error = found.estimate() - EffectPanels.EFFECT;
            sum += error;
            squares += error * error;
            EffectEstimate.Interval interval = found.interval();
            if (interval != null
                    && interval.lower() <= EffectPanels.EFFECT
                    && EffectPanels.EFFECT <= interval.upper()) {
                covered++;
            }
        }
        double bias = sum / PANELS;
        double rmse = Math.sqrt(squares / PANELS);
        System.out.printf(
                "%-40s %-9s %-5s %8.3f %8.3f %8.3f %8.1f%%%n",
                what,
                estimation.inference(),
                estimation.estimator(),
                bias,
                1.96 * Math.sqrt((rmse * rmse - bias * bias) / PANELS),
                rmse,
                100.0 * covered / PANELS);
    }
}
