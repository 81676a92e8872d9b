package nl.gebiedsmonitor.domain.gebied;

import java.time.LocalDate;
import java.util.List;

/** What stood in one year where a gebied lies by the boundaries of another. */
public sealed interface Counterpart {

    /** The gebieden whose figures, each times its factor, make up the figure of the one asked for; never empty. */
    record Parts(List<Part> parts) implements Counterpart {

        public Parts {
            parts = List.copyOf(parts);
        }

        /** Whether a figure of these parts is an estimate for this gebied: anything but the gebied itself takes part. */
        public boolean estimates(GebiedCode gebied) {
            return parts.stream().anyMatch(part -> !part.gebied().equals(gebied));
        }
    }

    /**
     * One gebied whose figure counts.
     *
     * @param factor how much of it counts, above 0 and at most 1
     */
    record Part(GebiedCode gebied, double factor) {

        /** As far as shares may be from the whole by how they were stated, and by rounding. */
        private static final double ROUNDING = 1e-6;

        /** What counts when it counts for this and for another share of it: never more than the whole. */
        public Part and(Part share) {
            double together = factor + share.factor();
            return new Part(gebied, together > 1 - ROUNDING ? 1 : together);
        }
    }

    /**
     * It cannot be told.
     *
     * @param at the gebied whose closure is the reason; of several, the nearest to the year of the boundaries
     * @param on the day it was closed
     * @param why a sentence
     */
    record Break(GebiedCode at, LocalDate on, String why) implements Counterpart {}
}
