package nl.gebiedsmonitor.api.subscription;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import nl.gebiedsmonitor.projections.subscription.SubscriptionStatus;
import nl.gebiedsmonitor.projections.subscription.SubscriptionView;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it is answered.
 *
 * @param cursor every event up to this place was delivered, or was not wanted; a reader of the feed can go on from it
 * @param backlog how many events come after the cursor, wanted or not
 * @param waitsFor why nothing is sent though the receiver does not fail
 * @param nextAttempt when the batch that failed is sent again
 * @param secret what is signed with; only in the answer that made it
 * @param earlierSecretUntil until when the secret of before signs too; only in the answer that made the new one
 */
record ShownSubscription(
        String id,
        String name,
        String target,
        @Nullable List<String> types,
        @Nullable List<String> indicator,
        @Nullable List<String> gebied,
        @Nullable String within,
        State state,
        String cursor,
        long backlog,
        Instant createdAt,
        @Nullable Instant lastSuccess,
        @Nullable Failure lastFailure,
        @Nullable Instant nextAttempt,
        @Nullable String waitsFor,
        @Nullable String secret,
        @Nullable Instant earlierSecretUntil) {

    /** How it is with a subscription. */
    enum State {
        ACTIVE,
        /** The last batch was not taken; it is sent again. */
        FAILING,
        PAUSED,
        SUSPENDED
    }

    /** Why a batch was not taken. */
    record Failure(Instant at, String reason) {}

    static ShownSubscription of(SubscriptionView view, long head) {
        return with(view, head, null, null);
    }

    static ShownSubscription with(
            SubscriptionView view, long head, @Nullable Secret secret, @Nullable Instant earlierSecretUntil) {
        State state = state(view);
        return new ShownSubscription(
                view.id(),
                view.name(),
                view.target(),
                sorted(view.filter().types()),
                sorted(view.filter().indicators()),
                sorted(view.filter().gebieden()),
                view.filter().within() == null ? null : view.filter().within().value(),
                state,
                Long.toString(view.cursor()),
                Math.max(0, head - view.cursor()),
                view.createdAt(),
                view.lastSuccessAt(),
                view.lastFailureAt() == null || view.lastFailure() == null
                        ? null
                        : new Failure(view.lastFailureAt(), view.lastFailure()),
                state == State.FAILING ? view.dueAt() : null,
                view.waitsFor(),
                secret == null ? null : secret.shown(),
                earlierSecretUntil);
    }

    private static State state(SubscriptionView view) {
        return view.status() == SubscriptionStatus.ACTIVE && view.failures() > 0
                ? State.FAILING
                : State.valueOf(view.status().name());
    }

    private static @Nullable List<String> sorted(Collection<?> values) {
        return values.isEmpty()
                ? null
                : values.stream().map(Object::toString).sorted().toList();
    }

    /** Keeps the secret out of every log. */
    @Override
    public String toString() {
        return "ShownSubscription[" + id + "]";
    }
}
