package nl.gebiedsmonitor.bench;

import java.util.Random;
import java.util.function.Consumer;
import nl.gebiedsmonitor.domain.effect.Panel;
import nl.gebiedsmonitor.domain.effect.PanelDraft;

/** Panels to measure the estimators with. */
final class EffectPanels {

    /** The true effect in every drawn panel, in standard deviations of the noise. */
    static final double EFFECT = 1;

    private EffectPanels() {}

    static Panel panel(Consumer<PanelDraft> cells) {
        PanelDraft draft = new PanelDraft(PanelDraft.Columns.STANDARD, fault -> {
            throw new IllegalStateException(fault.toString());
        });
        cells.accept(draft);
        return draft.finish().orElseThrow();
    }

    /**
     * A panel with effects of units and periods, one common course that units follow more or less, noise of standard
     * deviation 1, and the effect.
     *
     * @param selection how much more the treated follow the common course than the controls do, in standard deviations;
     *     parallel trends hold when it is 0
     */
    static Panel drawn(int controls, int treated, int prePeriods, int postPeriods, double selection, long seed) {
        Random random = new Random(seed);
        int periods = prePeriods + postPeriods;
        double[] period = new double[periods];
        double[] course = new double[periods];
        for (int t = 0; t < periods; t++) {
            period[t] = (t == 0 ? 0 : period[t - 1]) + random.nextGaussian();
            course[t] = (t == 0 ? 0 : course[t - 1]) + 0.1 + 0.3 * random.nextGaussian();
        }
        return panel(draft -> {
            for (int unit = 0; unit < controls + treated; unit++) {
                boolean chosen = unit >= controls;
                double level = 5 * random.nextGaussian();
                double loading = random.nextGaussian() + (chosen ? selection : 0);
                for (int t = 0; t < periods; t++) {
                    boolean after = chosen && t >= prePeriods;
                    double value =
                            level + period[t] + loading * course[t] + random.nextGaussian() + (after ? EFFECT : 0);
                    draft.add(0, "%05d".formatted(unit), Integer.toString(t), value, after);
                }
            }
        });
    }
}
