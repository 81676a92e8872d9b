package nl.gebiedsmonitor.domain.effect;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A series split where treatment starts, with a level, or a level and a slope, of its own before and after. What it is
 * after, less what it was before drawn on, is a weighted sum of its values; its standard error is that of Newey and West
 * (Econometrica 55, 1987) with Bartlett weights, {@code floor(4 (n/100)^(2/9))} lags (Newey and West, Rev. Econ. Studies 61,
 * 1994) and the factor n/(n-k) for k coefficients; or the ordinary one where that is larger, since the former is too small
 * in short series (Angrist and Pischke, Mostly Harmless Econometrics, 2009, section 8.1). Lags mean nothing where periods are
 * not evenly spaced; there are none then, which leaves the error of White (Econometrica 48, 1980).
 */
final class SplitSeries {

    private final Axis axis;
    private final double[] values;
    private final int start;
    private final boolean sloped;
    private final Rounding rounding;
    private final double[] residuals;

    /**
     * @param axis of the values
     * @param start the first period of treatment, numbered from 0
     * @param sloped whether each part has a slope; it then has two periods or more
     */
    SplitSeries(Axis axis, double[] values, int start, boolean sloped) {
        this.axis = axis;
        this.values = values.clone();
        this.start = start;
        this.sloped = sloped;
        this.rounding = Rounding.of(values);
        this.residuals = new double[values.length];
        fit(0, start);
        fit(start, values.length);
    }

    private void fit(int from, int to) {
        for (int t = from; t < to; t++) {
            residuals[t] = rounding.settled(values[t] - drawn(from, to, t));
        }
    }

    /** What one part says of a period. */
    private double drawn(int from, int to, int period) {
        return sloped
                ? Line.through(axis, values, from, to).at(axis.at(period))
                : Arrays.stream(values, from, to).sum() / (to - from);
    }

    /** What the series would have been, had it gone on as before. */
    double counterfactual(int period) {
        return drawn(0, start, period);
    }

    double gap(int period) {
        return rounding.settled(values[period] - counterfactual(period));
    }

    /** The mean of the gaps from the start on. */
    double effect() {
        double sum = 0;
        for (int t = start; t < values.length; t++) {
            sum += gap(t);
        }
        return sum / (values.length - start);
    }

    /** Of the standard error. */
    int degrees() {
        return values.length - (sloped ? 4 : 2);
    }

    /** Of the effect; null where there are too few periods for one. */
    @Nullable
    Double standardError() {
        if (start < Structure.BEFORE_ITS || values.length - start < Structure.AFTER_ITS || degrees() < 1) {
            return null;
        }
        double[] shares = drawing(axis.middle(start, values.length));
        for (int t = 0; t < shares.length; t++) {
            shares[t] = t < start ? -shares[t] : 1.0 / (values.length - start);
        }
        return Math.sqrt(variance(shares));
    }

    /**
     * Of a gap: of what is drawn on and of a single period; null where the effect has none, and before the start, where the
     * period itself is in what is drawn.
     */
    @Nullable
    Double gapError(int period) {
        if (period < start || standardError() == null) {
            return null;
        }
        return Math.sqrt(variance(drawing(axis.at(period))) + squares(residuals) / degrees());
    }

    /** What each period before the start counts for in what is drawn for a moment. */
    private double[] drawing(double moment) {
        double[] shares = new double[values.length];
        Line line = Line.through(axis, values, 0, start);
        for (int t = 0; t < start; t++) {
            shares[t] = 1.0 / start + (sloped ? line.share(axis.at(t)) * (moment - line.middle()) : 0);
        }
        return shares;
    }

    private double variance(double[] shares) {
        return variance(axis, shares, residuals, degrees());
    }

    /** The variance of a weighted sum of values of which the residuals of a fit are known. */
    static double variance(Axis axis, double[] shares, double[] residuals, int degrees) {
        return Math.max(neweyWest(axis, shares, residuals, degrees), squares(shares) * squares(residuals) / degrees);
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(each -> each * each).sum();
    }

    private static double neweyWest(Axis axis, double[] shares, double[] residuals, int degrees) {
        int count = residuals.length;
        int lags = axis.isEven() ? (int) Math.floor(4 * Math.pow(count / 100.0, 2.0 / 9)) : 0;
        double sum = 0;
        for (int lag = 0; lag <= Math.min(lags, count - 1); lag++) {
            double products = 0;
            for (int t = lag; t < count; t++) {
                products += shares[t] * residuals[t] * shares[t - lag] * residuals[t - lag];
            }
            sum += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * products;
        }
        return Math.max(0, sum) * count / degrees;
    }
}
