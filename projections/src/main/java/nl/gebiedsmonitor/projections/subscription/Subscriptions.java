package nl.gebiedsmonitor.projections.subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps who wants events sent to them. What is answered to a change is on disk. */
public final class Subscriptions {

    private final JdbcClient jdbc;
    private final EventLog log;
    private final Clock clock;
    private final Object beginning = new Object();

    public Subscriptions(JdbcClient jdbc, EventLog log, Clock clock) {
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Begins one, and answers its id; nothing when there are as many as there may be. Several processes that begin one at the
     * same moment may go beyond that by as many.
     *
     * @param secret what is signed with, in base64
     */
    public Optional<String> begin(NewSubscription wanted, String secret, int most) {
        synchronized (beginning) {
            if (count() >= most) {
                return Optional.empty();
            }
            return Optional.of(begin(wanted, secret));
        }
    }

    private long count() {
        return jdbc.sql("select count(*) from subscription").query(Long.class).single();
    }

    private String begin(NewSubscription wanted, String secret) {
        String id = UUID.randomUUID().toString();
        Instant now = clock.instant();
        jdbc.sql("insert into subscription (id, name, target, types, indicators, gebieden, within_gebied, secret,"
                        + " created_at, status, cursor_position, attempts, failures, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)")
                .params(id, wanted.name(), wanted.target())
                .param(Lines.join(wanted.filter().types()))
                .param(Lines.join(wanted.filter().indicators()))
                .param(Lines.join(wanted.filter().gebieden()))
                .param(
                        wanted.filter().within() == null
                                ? null
                                : wanted.filter().within().value())
                .params(secret, Moments.column(now), SubscriptionStatus.ACTIVE.name(), wanted.cursor())
                .param(Moments.column(now))
                .update();
        log.makeDurable();
        return id;
    }

    public Optional<SubscriptionView> find(String id) {
        return jdbc.sql("select * from subscription where id = ?")
                .param(id)
                .query((row, _) -> SubscriptionRows.view(row))
                .optional();
    }

    /** In order of their ids. */
    public List<SubscriptionView> list(@Nullable String after, int limit) {
        return jdbc.sql("select * from subscription where id > ? order by id fetch first ? rows only")
                .params(after == null ? "" : after, limit)
                .query((row, _) -> SubscriptionRows.view(row))
                .list();
    }

    /** What was tried last, the latest first. */
    public List<AttemptView> attempts(String id, @Nullable Long before, int limit) {
        return jdbc.sql("select * from subscription_attempt where subscription = ? and number < ?"
                        + " order by number desc fetch first ? rows only")
                .params(id, before == null ? Long.MAX_VALUE : before, limit)
                .query((row, _) -> SubscriptionRows.attempt(row))
                .list();
    }

    /** Sends nothing more from the next batch on, and tells whether there is such a subscription. */
    public boolean pause(String id) {
        return changed(jdbc.sql("update subscription set status = ? where id = ?")
                .params(SubscriptionStatus.PAUSED.name(), id)
                .update());
    }

    /** Goes on from the cursor, at once and as if nothing had failed. */
    public boolean resume(String id) {
        return changed(jdbc.sql("update subscription set status = ?, due_at = ?, failures = 0, failing_since = null"
                        + " where id = ?")
                .params(SubscriptionStatus.ACTIVE.name(), Moments.column(clock.instant()), id)
                .update());
    }

    /**
     * Signs with another secret, and for a while with the one of before too.
     *
     * @param secret in base64
     */
    public boolean rotate(String id, String secret, Instant until) {
        return changed(jdbc.sql("update subscription set earlier_secret = secret, earlier_until = ?, secret = ?"
                        + " where id = ?")
                .params(Moments.column(until), secret, id)
                .update());
    }

    /** Forgets it with its secrets and what was tried. */
    public boolean delete(String id) {
        return changed(
                jdbc.sql("delete from subscription where id = ?").param(id).update());
    }

    /** How many events the one that is furthest behind has not got past, of those that are not paused. */
    public long largestBacklog() {
        return jdbc.sql("select min(cursor_position) from subscription where status <> ?")
                .param(SubscriptionStatus.PAUSED.name())
                .query(Long.class)
                .optional()
                .map(cursor -> Math.max(0, log.head() - cursor))
                .orElse(0L);
    }

    private boolean changed(int rows) {
        log.makeDurable();
        return rows > 0;
    }
}
