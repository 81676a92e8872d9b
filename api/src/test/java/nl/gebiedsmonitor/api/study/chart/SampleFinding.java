package nl.gebiedsmonitor.api.study.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.effect.Diagnostics;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.effect.Finding.Aggregation;
import nl.gebiedsmonitor.domain.effect.Finding.PathPoint;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.Solver;
import org.jspecify.annotations.Nullable;

/** Findings made up for pictures. The observed ones are the cigarette sales of California, 1970 to 2000. */
final class SampleFinding {

    static final double[] OBSERVED = {
        123, 121, 123.5, 124.4, 126.7, 127.1, 128, 126.4, 126.1, 121.9, 120.2, 118.6, 115.4, 110.8, 104.8, 102.8, 99.7,
        97.5, 90.1, 82.4, 77.8, 68.7, 67.5, 63.4, 58.6, 56.4, 54.5, 53.8, 52.3, 47.2, 41.6
    };

    private static final double[] WITHOUT = {
        121.4, 122.3, 124.6, 124.9, 126.2, 127.9, 127.3, 126.9, 125.2, 122.6, 119.8, 118.1, 114.9, 110.4, 106.1, 103.3,
        99.1, 96.2, 91.5, 90.6, 87.9, 83.6, 84.1, 81.7, 80.9, 79.4, 78.3, 79.1, 75.8, 73.9, 67.4
    };

    static final List<Double> PLACEBOS = List.of(
            -17.2, -13.9, -11.4, -9.8, -8.1, -7.7, -6.2, -5.5, -5.1, -4.4, -3.9, -3.1, -2.8, -2.2, -1.7, -1.1, -0.8,
            -0.3, 0.2, 0.4, 0.9, 1.3, 1.8, 2.5, 2.9, 3.3, 3.8, 4.6, 5.2, 5.9, 6.4, 7.3, 8.8, 9.6, 11.2, 13.5, 16.1,
            24.3);

    static final ChartLabels DUTCH = new ChartLabels(
            "Wat deed de accijns met de verkoop van sigaretten?",
            "Verkoop van sigaretten",
            "pakjes per persoon",
            List.of("Californië"),
            Language.NL);

    static final ChartLabels ENGLISH = new ChartLabels(
            "What did the tax do to cigarette sales?",
            "Cigarette sales",
            "packs per person",
            List.of("California"),
            Language.EN);

    private SampleFinding() {}

    /** One treated unit, 19 periods before treatment and 12 after. */
    static Finding block() {
        return by(Estimator.SDID);
    }

    /** The same, as if this estimator had found it. */
    static Finding by(Estimator estimator) {
        List<PathPoint> path = new ArrayList<>();
        for (int year = 0; year < OBSERVED.length; year++) {
            double gap = OBSERVED[year] - WITHOUT[year];
            double reach = 4 + Math.max(0, year - 18) * 1.4;
            path.add(new PathPoint(
                    String.valueOf(1970 + year),
                    year - 19,
                    OBSERVED[year],
                    WITHOUT[year],
                    gap,
                    gap - reach,
                    gap + reach));
        }
        return finding(estimator, -15.6038278727338, new Interval(-32.1, 0.9), 0.076923, path, PLACEBOS);
    }

    /** A few periods with these values, treated from the second on. */
    static Finding of(double estimate, List<PathPoint> path, List<Double> placebos) {
        return new Finding(
                Estimator.SC,
                estimate,
                null,
                null,
                null,
                Inference.NONE,
                null,
                null,
                Solver.REFERENCE,
                10,
                0,
                3,
                1,
                1,
                Math.max(0, path.size() - 1),
                List.of(),
                List.of(),
                path,
                List.of(),
                List.of(),
                diagnostics(placebos),
                List.of());
    }

    /** The path of these gaps above zero, without intervals. */
    static List<PathPoint> path(double... values) {
        return IntStream.range(0, values.length)
                .mapToObj(place -> new PathPoint(
                        String.valueOf(2010 + place), place - 1, values[place], 0.0, values[place], null, null))
                .toList();
    }

    /** Effects by periods since treatment, as Callaway and Sant'Anna give them. */
    static Finding staggered() {
        List<PathPoint> path = new ArrayList<>();
        List<Aggregation.Part> parts = new ArrayList<>();
        double[] effects = {0.4, -0.3, 0.2, 0, -1.1, -2.4, -3.0, -3.2};
        for (int place = 0; place < effects.length; place++) {
            String key = String.valueOf(place - 4);
            Double error = place == 3 ? null : 0.5 + 0.1 * Math.abs(place - 3);
            parts.add(new Aggregation.Part(key, effects[place], error));
            path.add(new PathPoint(
                    key,
                    place - 4,
                    null,
                    null,
                    effects[place],
                    error == null ? null : effects[place] - 1.96 * error,
                    error == null ? null : effects[place] + 1.96 * error));
        }
        Finding block = finding(Estimator.DID, -2.43, new Interval(-3.9, -0.96), null, path, List.of());
        return new Finding(
                block.estimator(),
                block.estimate(),
                block.standardError(),
                block.confidenceInterval(),
                block.pValue(),
                block.inference(),
                null,
                null,
                null,
                0,
                0,
                38,
                3,
                4,
                4,
                List.of(),
                List.of(),
                path,
                List.of(),
                List.of(new Aggregation(Aggregation.Kind.DYNAMIC, -2.43, 0.75, parts)),
                block.diagnostics(),
                List.of());
    }

    private static Finding finding(
            Estimator estimator,
            double estimate,
            Interval interval,
            @Nullable Double pValue,
            List<PathPoint> path,
            List<Double> placebos) {
        return new Finding(
                estimator,
                estimate,
                8.4,
                interval,
                pValue,
                Inference.PLACEBO,
                placebos.size(),
                null,
                Solver.REFERENCE,
                10_000,
                1e-6,
                38,
                1,
                19,
                12,
                List.of(),
                List.of(),
                path,
                List.of(),
                List.of(),
                diagnostics(placebos),
                List.of());
    }

    private static Diagnostics diagnostics(List<Double> placebos) {
        return new Diagnostics(null, null, null, List.of(), null, placebos, null, null);
    }
}
