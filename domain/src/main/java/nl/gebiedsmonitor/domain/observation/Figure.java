package nl.gebiedsmonitor.domain.observation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one indicator for one gebied and one period.
 *
 * @param value null when, and only when, the status is {@code MISSING}
 * @param missingReason null when there is a value
 */
public record Figure(
        @Nullable Double value, ObsStatus status, @Nullable MissingReason missingReason) {

    /** Whether it is known, or known and hidden: what it is made of adds nothing then. */
    public boolean isSettled() {
        return value != null || isSuppressed();
    }

    public boolean isSuppressed() {
        return missingReason == MissingReason.SUPPRESSED;
    }
}
