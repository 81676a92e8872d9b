package nl.gebiedsmonitor.domain.effect;

import java.util.function.DoubleConsumer;

/** Tells how far a computation is, as a share from 0 to 1 that never falls, from whichever thread gets there. */
final class Progress {

    private final DoubleConsumer told;
    private final long steps;
    private long done;

    /**
     * @param told takes each share
     * @param steps how many there are, at least one
     */
    Progress(DoubleConsumer told, long steps) {
        this.told = told;
        this.steps = steps;
    }

    /** Where nobody asks. */
    static Progress untold() {
        return new Progress(share -> {}, 1);
    }

    synchronized void step() {
        done++;
        told.accept(Math.min(1, done / (double) steps));
    }
}
