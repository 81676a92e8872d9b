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
    record Part(GebiedCode gebied, double factor) {}

    /**
     * It cannot be told.
     *
     * @param at the gebied whose closure is the reason; of several, the nearest to the year of the boundaries
     * @param on the day it was closed
     * @param why a sentence
     */
    record Break(GebiedCode at, LocalDate on, String why) implements Counterpart {}
}
