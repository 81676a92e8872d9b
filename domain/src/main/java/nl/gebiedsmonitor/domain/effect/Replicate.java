package nl.gebiedsmonitor.domain.effect;

/** An estimate that is made again, of something like the panel. */
final class Replicate {

    private final double effect;
    private final double[] gaps;

    /** @param gaps one per period; kept, never changed */
    Replicate(double effect, double[] gaps) {
        this.effect = effect;
        this.gaps = gaps;
    }

    static Replicate of(Block block, Fit fit) {
        return new Replicate(fit.effect(), block.gaps(fit.units(), fit.times()));
    }

    double effect() {
        return effect;
    }

    double gap(int period) {
        return gaps[period];
    }

    /** By how much the gap grows a period before treatment. */
    double slope(int prePeriods) {
        return Line.through(gaps, 0, prePeriods).slope();
    }
}
