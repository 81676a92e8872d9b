package nl.gebiedsmonitor.projections.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Moments;
import nl.gebiedsmonitor.projections.subscription.Attempt.Batch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives each subscription its turns, to one process at a time. A turn is leased; a process that is killed loses its lease
 * by time, and one that lost it writes nothing any more.
 */
public final class Turns {

    /** How many attempts are kept for each subscription. */
    private static final int KEPT = 500;

    private static final int LONGEST_TEXT = 500;

    private static final String MINE = " where id = ? and leased_by = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final EventLog log;
    private final Clock clock;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();

    /** @param lease how long a turn is kept from others without being taken again */
    public Turns(JdbcClient jdbc, PlatformTransactionManager transactions, EventLog log, Clock clock, Duration lease) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.log = log;
        this.clock = clock;
        this.lease = lease;
        if (!log.isShared()) {
            freeWhatAnEarlierProcessHad();
        }
    }

    private void freeWhatAnEarlierProcessHad() {
        jdbc.sql("update subscription set leased_by = null, leased_until = null where leased_by is not null")
                .update();
    }

    /** The subscriptions that are due for events they have not seen, the longest waiting first. */
    public List<String> due(int limit) {
        return jdbc.sql("select id from subscription where status = ? and due_at <= ? and cursor_position < ?"
                        + " and (leased_until is null or leased_until < ?) order by due_at fetch first ? rows only")
                .params(SubscriptionStatus.ACTIVE.name(), now(), log.head(), now(), limit)
                .query(String.class)
                .list();
    }

    /** When the next is due of those that wait for a moment; nothing when there is none. */
    public Optional<Instant> nextDue() {
        return jdbc.sql("select due_at from subscription where status = ? and due_at > ? and cursor_position < ?"
                        + " order by due_at fetch first 1 row only")
                .params(SubscriptionStatus.ACTIVE.name(), now(), log.head())
                .query((row, _) -> Moments.read(row, "due_at"))
                .optional();
    }

    /** Takes a turn, or another one of the same subscription; nothing when it is not to be had. */
    public Optional<Turn> take(String id) {
        Instant now = clock.instant();
        int taken = jdbc.sql("update subscription set leased_by = ?, leased_until = ? where id = ? and status = ?"
                        + " and due_at <= ? and (leased_by = ? or leased_until is null or leased_until < ?)")
                .params(owner, Moments.column(now.plus(lease)), id, SubscriptionStatus.ACTIVE.name())
                .params(Moments.column(now), owner, Moments.column(now))
                .update();
        return taken == 0
                ? Optional.empty()
                : jdbc.sql("select * from subscription" + MINE)
                        .params(id, owner)
                        .query((row, _) -> SubscriptionRows.turn(row, now))
                        .optional();
    }

    /** Writes down what is about to be sent, durably, and tells whether it may be. */
    public boolean begin(Turn turn, Batch batch) {
        int begun = jdbc.sql("update subscription set batch_id = ?, batch_to = ?, batch_events = ?,"
                        + " waits_for = null, leased_until = ?" + MINE + " and status = ?")
                .params(batch.id(), batch.to(), batch.events())
                .param(Moments.column(clock.instant().plus(lease)))
                .params(turn.id(), owner, SubscriptionStatus.ACTIVE.name())
                .update();
        if (begun > 0 && (turn.underWay() == null || !turn.underWay().id().equals(batch.id()))) {
            log.makeDurable();
        }
        return begun > 0;
    }

    /** Moves the cursor past events that are not wanted. */
    public void pass(Turn turn, long upTo) {
        jdbc.sql("update subscription set cursor_position = ?, waits_for = null" + MINE)
                .params(upTo, turn.id(), owner)
                .update();
    }

    /** Moves the cursor past a batch that was taken. */
    public void delivered(Turn turn, Attempt attempt) {
        transaction.executeWithoutResult(_ -> {
            int mine = jdbc.sql("update subscription set cursor_position = ?, batch_id = null, batch_to = null,"
                            + " batch_events = null, failures = 0, failing_since = null,"
                            + " last_success_at = ?, attempts = attempts + 1" + MINE)
                    .params(attempt.batch().to(), now(), turn.id(), owner)
                    .update();
            record(turn, attempt, mine);
        });
    }

    /**
     * Leaves the batch for another time. Whoever resumed the subscription while it was sent wants it sent again at once, as if
     * nothing had failed; then the attempt is written down, and no more.
     *
     * @param due when it is sent again; null to suspend the subscription
     */
    public void failed(Turn turn, Attempt attempt, @Nullable Instant due) {
        Instant now = clock.instant();
        Instant since = turn.failingSince() == null ? attempt.startedAt() : turn.failingSince();
        transaction.executeWithoutResult(_ -> {
            int mine = jdbc.sql("update subscription set last_failure_at = ?, last_failure = ?, attempts = attempts + 1"
                            + MINE)
                    .params(Moments.column(now), shortened(attempt.outcome()), turn.id(), owner)
                    .update();
            jdbc.sql("update subscription set failures = failures + 1, failing_since = ?, due_at = ?,"
                            + " status = case when status = ? and ? then ? else status end" + MINE + " and due_at = ?")
                    .params(Moments.column(since), Moments.column(due == null ? now : due))
                    .params(SubscriptionStatus.ACTIVE.name(), due == null, SubscriptionStatus.SUSPENDED.name())
                    .params(turn.id(), owner, Moments.column(turn.dueAt()))
                    .update();
            record(turn, attempt, mine);
        });
    }

    /** Tries again later since the feed cannot be read, which is no failure of the receiver. */
    public void waitFor(Turn turn, String reason, Duration pause) {
        jdbc.sql("update subscription set waits_for = ?, due_at = ?" + MINE)
                .params(shortened(reason), Moments.column(clock.instant().plus(pause)), turn.id(), owner)
                .update();
    }

    /** Ends a turn, so that others get theirs; the next one comes no sooner than after a pause. */
    public void release(String id, Duration pause) {
        Instant soonest = clock.instant().plus(pause);
        jdbc.sql("update subscription set leased_by = null, leased_until = null,"
                        + " due_at = case when due_at < ? then ? else due_at end" + MINE)
                .params(Moments.column(soonest), Moments.column(soonest), id, owner)
                .update();
    }

    private void record(Turn turn, Attempt attempt, int mine) {
        if (mine == 0) {
            return;
        }
        long number = jdbc.sql("select attempts from subscription where id = ?")
                .param(turn.id())
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into subscription_attempt (subscription, number, batch_id, from_position, to_position, events,"
                                + " started_at, millis, delivered, http_status, outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(turn.id(), number, attempt.batch().id())
                .params(
                        attempt.batch().from(),
                        attempt.batch().to(),
                        attempt.batch().events())
                .params(Moments.column(attempt.startedAt()), attempt.took().toMillis(), attempt.delivered())
                .param(attempt.httpStatus())
                .param(shortened(attempt.outcome()))
                .update();
        jdbc.sql("delete from subscription_attempt where subscription = ? and number <= ?")
                .params(turn.id(), number - KEPT)
                .update();
    }

    private Object now() {
        return Moments.column(clock.instant());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }
}
