package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.effect.EveryPanelTest.Shape;

/** The published procedure once more, as slow and as close to its text as can be: everything is computed afresh. */
final class Definition {

    private final double[][] a;
    private final double[] b;
    private final double zeta;
    private final double minDecrease;

    /** To minimise {@code zeta^2 |x|^2 + |A x - b|^2 / n} over the simplex. */
    private Definition(double[][] a, double[] b, double zeta, double minDecrease) {
        this.a = a;
        this.b = b;
        this.zeta = zeta;
        this.minDecrease = minDecrease;
    }

    static double effect(Shape shape, Estimator estimator) {
        double[][] y = shape.outcomes();
        int controls = shape.controls();
        int pre = shape.prePeriods();
        double noise = noise(y, controls, pre);
        double zeta = noise
                * (estimator == Estimator.SDID ? Math.pow((double) shape.treated() * shape.postPeriods(), 0.25) : 1e-6);
        double[] after = vector(y.length, unit -> mean(IntStream.range(pre, y[unit].length), t -> y[unit][t]));
        double[] treated = vector(pre, t -> mean(IntStream.range(controls, y.length), unit -> y[unit][t]));
        double[][] byTime = new double[pre][];
        Arrays.setAll(byTime, t -> vector(controls, unit -> y[unit][t]));
        double[] omega = new Definition(byTime, treated, zeta, 1e-5 * noise).solve(estimator == Estimator.SDID);
        double[] lambda = estimator == Estimator.SC
                ? new double[pre]
                : new Definition(Arrays.copyOf(y, controls), Arrays.copyOf(after, controls), 1e-6 * noise, 1e-5 * noise)
                        .columns(pre)
                        .solve(true);
        IntToDoubleFunction rise = unit -> after[unit]
                - IntStream.range(0, pre)
                        .mapToDouble(t -> lambda[t] * y[unit][t])
                        .sum();
        return mean(IntStream.range(controls, y.length), rise)
                - IntStream.range(0, controls)
                        .mapToDouble(unit -> omega[unit] * rise.applyAsDouble(unit))
                        .sum();
    }

    private static double noise(double[][] y, int controls, int pre) {
        double[] differences = IntStream.range(0, controls)
                .boxed()
                .flatMapToDouble(unit -> IntStream.range(1, pre).mapToDouble(t -> y[unit][t] - y[unit][t - 1]))
                .toArray();
        double mean = Arrays.stream(differences).average().orElseThrow();
        return Math.sqrt(Arrays.stream(differences)
                        .map(each -> (each - mean) * (each - mean))
                        .sum()
                / (differences.length - 1));
    }

    private Definition columns(int count) {
        return new Definition(
                Arrays.stream(a).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new), b, zeta, minDecrease);
    }

    private double[] solve(boolean intercept) {
        Definition problem = intercept ? centred() : this;
        double[] x = new double[a[0].length];
        Arrays.fill(x, 1.0 / x.length);
        x = problem.round(x, 100);
        double quarter = Arrays.stream(x).max().orElseThrow() / 4;
        double[] sparse =
                Arrays.stream(x).map(each -> each <= quarter ? 0 : each).toArray();
        double sum = Arrays.stream(sparse).sum();
        return problem.round(Arrays.stream(sparse).map(each -> each / sum).toArray(), 10_000);
    }

    private Definition centred() {
        double[][] levelled = new double[a.length][];
        double[] levels = vector(a[0].length, i -> mean(IntStream.range(0, a.length), n -> a[n][i]));
        Arrays.setAll(levelled, n -> vector(levels.length, i -> a[n][i] - levels[i]));
        double level = Arrays.stream(b).average().orElseThrow();
        return new Definition(
                levelled, Arrays.stream(b).map(each -> each - level).toArray(), zeta, minDecrease);
    }

    private double[] round(double[] start, int most) {
        double[] x = start;
        double before = Double.POSITIVE_INFINITY;
        double now = Double.POSITIVE_INFINITY;
        for (int t = 0; t < most && (t < 2 || before - now > minDecrease * minDecrease); t++) {
            x = step(x);
            before = now;
            now = zeta * zeta * dot(x, x) + dot(residual(x), residual(x)) / a.length;
        }
        return x;
    }

    private double[] step(double[] x) {
        double ridge = a.length * zeta * zeta;
        double[] residual = residual(x);
        double[] slopes = vector(x.length, i -> dot(residual, vector(a.length, n -> a[n][i])) + ridge * x[i]);
        int best = IntStream.range(0, x.length)
                .reduce((one, other) -> slopes[other] < slopes[one] ? other : one)
                .orElseThrow();
        double[] direction = vector(x.length, i -> (i == best ? 1 : 0) - x[i]);
        double[] image = vector(a.length, n -> dot(a[n], direction));
        double curvature = dot(image, image) + ridge * dot(direction, direction);
        double size = curvature > 0 ? Math.clamp(-dot(slopes, direction) / curvature, 0, 1) : 0;
        return vector(x.length, i -> x[i] + size * direction[i]);
    }

    private double[] residual(double[] x) {
        return vector(a.length, n -> dot(a[n], x) - b[n]);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double mean(IntStream places, IntToDoubleFunction value) {
        return places.mapToDouble(value).average().orElseThrow();
    }

    private static double[] vector(int count, IntToDoubleFunction value) {
        double[] vector = new double[count];
        Arrays.setAll(vector, value);
        return vector;
    }
}
