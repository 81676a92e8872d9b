package nl.gebiedsmonitor.bench;

import nl.gebiedsmonitor.domain.effect.Deadline;
import nl.gebiedsmonitor.domain.effect.EffectEstimate;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Panel;
import nl.gebiedsmonitor.domain.effect.Solver;

/** How far estimates are from a known truth on average, and how often 95 % intervals hold it, over seeded panels. */
final class EffectSimulation {

    private static final int PANELS = 1_000;

    private EffectSimulation() {}

    public static void main(String[] args) {
        System.out.printf("%n%d panels each; the true effect is %s, the noise 1%n", PANELS, EffectPanels.EFFECT);
        System.out.printf("%-38s %-9s %-5s %8s %8s %8s %9s%n", "", "", "", "bias", "+/-", "rmse", "coverage");
        simulate("1 treated of 41, parallel trends", 1, 0, Inference.PLACEBO);
        simulate("1 treated of 41, chosen by its course", 1, 1.5, Inference.PLACEBO);
        simulate("10 treated of 50, parallel trends", 10, 0, Inference.JACKKNIFE);
        simulate("10 treated of 50, chosen by their course", 10, 1.5, Inference.JACKKNIFE);
        simulate("10 treated of 50, parallel trends", 10, 0, Inference.BOOTSTRAP);
    }

    private static void simulate(String what, int treated, double selection, Inference inference) {
        for (Estimator estimator : Estimator.values()) {
            Estimation estimation = new Estimation(
                    estimator, Solver.REFERENCE, inference, inference == Inference.BOOTSTRAP ? 50 : null, null);
            double sum = 0;
            double squares = 0;
            int covered = 0;
            for (int seed = 0; seed < PANELS; seed++) {
                Panel panel = EffectPanels.drawn(40, treated, 20, 5, selection, seed);
                EffectEstimate found = estimation.of(panel, Deadline.none());
                double error = found.estimate() - EffectPanels.EFFECT;
                sum += error;
                squares += error * error;
                EffectEstimate.Interval interval = found.confidenceInterval();
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
                    inference,
                    estimator,
                    bias,
                    1.96 * Math.sqrt((rmse * rmse - bias * bias) / PANELS),
                    rmse,
                    100.0 * covered / PANELS);
        }
    }
}
