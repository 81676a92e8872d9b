package nl.gebiedsmonitor.projections.subscription;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.eventlog.Moments;
import nl.gebiedsmonitor.projections.feed.FeedFilter;
import nl.gebiedsmonitor.projections.subscription.Turn.Secrets;
import nl.gebiedsmonitor.projections.subscription.Turn.UnderWay;
import org.jspecify.annotations.Nullable;

/** Reads rows of subscriptions. */
final class SubscriptionRows {

    private SubscriptionRows() {}

    static SubscriptionView view(ResultSet row) throws SQLException {
        return new SubscriptionView(
                row.getString("id"),
                row.getString("name"),
                row.getString("target"),
                filter(row),
                Moments.read(row, "created_at"),
                SubscriptionStatus.valueOf(row.getString("status")),
                row.getLong("cursor_position"),
                row.getInt("failures"),
                Moments.read(row, "due_at"),
                moment(row, "last_success_at"),
                moment(row, "last_failure_at"),
                row.getString("last_failure"),
                row.getString("waits_for"));
    }

    static Turn turn(ResultSet row, Instant now) throws SQLException {
        return new Turn(
                row.getString("id"),
                row.getString("target"),
                filter(row),
                row.getLong("cursor_position"),
                underWay(row),
                secrets(row, now),
                row.getInt("failures"),
                moment(row, "failing_since"),
                Moments.read(row, "due_at"));
    }

    static AttemptView attempt(ResultSet row) throws SQLException {
        return new AttemptView(
                row.getLong("number"),
                Moments.read(row, "started_at"),
                row.getString("batch_id"),
                row.getLong("from_position"),
                row.getLong("to_position"),
                row.getInt("events"),
                row.getBoolean("delivered"),
                row.getObject("http_status", Integer.class),
                row.getString("outcome"),
                row.getLong("millis"));
    }

    private static FeedFilter filter(ResultSet row) throws SQLException {
        String within = row.getString("within_gebied");
        return new FeedFilter(
                new HashSet<>(Lines.split(row.getString("types"))),
                Lines.split(row.getString("indicators")).stream()
                        .map(IndicatorCode::new)
                        .collect(toSet()),
                Lines.split(row.getString("gebieden")).stream()
                        .map(GebiedCode::new)
                        .collect(toSet()),
                within == null ? null : new GebiedCode(within));
    }

    private static @Nullable UnderWay underWay(ResultSet row) throws SQLException {
        String id = row.getString("batch_id");
        return id == null ? null : new UnderWay(id, row.getLong("batch_to"), row.getInt("batch_events"));
    }

    private static Secrets secrets(ResultSet row, Instant now) throws SQLException {
        List<String> valid = new ArrayList<>(List.of(row.getString("secret")));
        Instant until = moment(row, "earlier_until");
        if (until != null && now.isBefore(until)) {
            valid.add(row.getString("earlier_secret"));
        }
        return new Secrets(valid);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class) == null ? null : Moments.read(row, column);
    }
}
