package nl.gebiedsmonitor.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.Panel;
import nl.gebiedsmonitor.domain.effect.PanelDraft;
import nl.gebiedsmonitor.domain.effect.StudyPanel;
import nl.gebiedsmonitor.domain.effect.StudyPanel.Row;

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
        double[][] rows = outcomes(controls, treated, prePeriods, postPeriods, selection, seed);
        return panel(draft -> {
            for (int unit = 0; unit < rows.length; unit++) {
                for (int t = 0; t < rows[unit].length; t++) {
                    draft.add(0, name(unit), Integer.toString(t), rows[unit][t], unit >= controls && t >= prePeriods);
                }
            }
        });
    }

    /** The same as the panel of a study, with parallel trends. */
    static StudyPanel studied(int controls, int treated, int prePeriods, int postPeriods, long seed) {
        double[][] rows = outcomes(controls, treated, prePeriods, postPeriods, 0, seed);
        List<String> times = times(prePeriods + postPeriods);
        return new StudyPanel(
                times,
                IntStream.range(0, rows.length)
                        .mapToObj(unit -> new Row(
                                name(unit),
                                unit < controls ? null : times.get(prePeriods),
                                Arrays.stream(rows[unit]).boxed().toList()))
                        .toList());
    }

    private static double[][] outcomes(
            int controls, int treated, int prePeriods, int postPeriods, double selection, long seed) {
        Random random = new Random(seed);
        int periods = prePeriods + postPeriods;
        double[] period = new double[periods];
        double[] course = new double[periods];
        for (int t = 0; t < periods; t++) {
            period[t] = (t == 0 ? 0 : period[t - 1]) + random.nextGaussian();
            course[t] = (t == 0 ? 0 : course[t - 1]) + 0.1 + 0.3 * random.nextGaussian();
        }
        double[][] rows = new double[controls + treated][periods];
        for (int unit = 0; unit < rows.length; unit++) {
            boolean chosen = unit >= controls;
            double level = 5 * random.nextGaussian();
            double loading = random.nextGaussian() + (chosen ? selection : 0);
            for (int t = 0; t < periods; t++) {
                rows[unit][t] = level
                        + period[t]
                        + loading * course[t]
                        + random.nextGaussian()
                        + (chosen && t >= prePeriods ? EFFECT : 0);
            }
        }
        return rows;
    }

    private static String name(int unit) {
        return "%05d".formatted(unit);
    }

    /** Eight periods with parallel trends, in which groups of some units are treated from the third, fourth and sixth on. */
    static StudyPanel staggered(int never, int treated, long seed) {
        Random random = new Random(seed);
        List<String> times = times(8);
        double[] period = random.doubles(times.size(), -3, 3).toArray();
        int[] starts = {2, 3, 5};
        List<Row> rows = new ArrayList<>();
        for (int unit = 0; unit < never + starts.length * treated; unit++) {
            int start = unit < never ? times.size() : starts[(unit - never) / treated];
            double level = 5 * random.nextGaussian();
            List<Double> outcomes = new ArrayList<>();
            for (int t = 0; t < times.size(); t++) {
                outcomes.add(level + period[t] + random.nextGaussian() + (t >= start ? EFFECT : 0));
            }
            rows.add(new Row(name(unit), start == times.size() ? null : times.get(start), outcomes));
        }
        return new StudyPanel(times, rows);
    }

    /**
     * One unit on a straight line, with noise of standard deviation 1 that is correlated from one period to the next. Its
     * generator is not {@link Random}, whose first numbers are alike for neighbouring seeds.
     */
    static StudyPanel series(int before, int after, double correlation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> times = times(before + after);
        List<Double> outcomes = new ArrayList<>();
        double noise = random.nextGaussian();
        for (int t = 0; t < times.size(); t++) {
            outcomes.add(10 + 0.3 * t + noise + (t < before ? 0 : EFFECT));
            noise = correlation * noise + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
        }
        return new StudyPanel(times, List.of(new Row("treated", times.get(before), outcomes)));
    }

    private static List<String> times(int count) {
        return IntStream.range(0, count).mapToObj("%02d"::formatted).toList();
    }
}
