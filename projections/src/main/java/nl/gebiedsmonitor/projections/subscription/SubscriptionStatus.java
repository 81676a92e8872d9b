package nl.gebiedsmonitor.projections.subscription;

/** Whether a subscription is sent events. */
public enum SubscriptionStatus {
    ACTIVE,
    /** Stopped by whoever keeps it. */
    PAUSED,
    /** Stopped since its receiver did not take events for too long, or wants no more. */
    SUSPENDED
}
