package nl.gebiedsmonitor.projections.observation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.gebied.Inside;
import org.jspecify.annotations.Nullable;

/**
 * The from and where of a question about observations as they, and the gebieden, stood at a position. When it is about a
 * few gebieden or a few figures, these lead and each is looked up by key; otherwise the key is read in its order.
 */
final class Narrowing {

    private final long position;
    private final Disclosed disclosed;
    private String from = " from observation o";
    private final List<Object> fromParams = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> params = new ArrayList<>();
    private boolean keysLead;

    Narrowing(Disclosed disclosed) {
        this.position = disclosed.position();
        this.disclosed = disclosed;
        and(Versions.validIn("o"), position, position);
    }

    /** Narrows to some figures; the indicators, gebieden and updates of a filter are then those of the figures. */
    void toKeys(List<ObservationKey> keys) {
        keysLead = true;
        from = " from (values "
                + String.join(
                        ", ",
                        Collections.nCopies(
                                keys.size(), "(cast(? as varchar(40)), cast(? as varchar(60)), cast(? as varchar(9)))"))
                + ") wanted (indicator, gebied, period) join observation o on o.indicator = wanted.indicator"
                + " and o.gebied = wanted.gebied and o.period = wanted.period";
        keys.forEach(key -> fromParams.addAll(List.of(key.indicator(), key.gebied(), key.period())));
    }

    void to(ObservationFilter filter) {
        if (!filter.gebieden().isEmpty() && !keysLead) {
            List<String> codes = filter.gebieden().stream()
                    .map(code -> code.value())
                    .distinct()
                    .toList();
            from = " from (values " + String.join(", ", Collections.nCopies(codes.size(), "(cast(? as varchar(60)))"))
                    + ") wanted (code) join observation o on o.gebied = wanted.code";
            fromParams.addAll(codes);
        }
        if (filter.within() != null && filter.gebieden().isEmpty() && !keysLead) {
            from = " from gebied_within w join observation o on o.gebied = w.inner_gebied";
            and(
                    "w.outer_gebied = ? and " + Versions.validIn("w"),
                    filter.within().value(),
                    position,
                    position);
        } else if (filter.within() != null) {
            and(
                    Inside.condition("o.gebied"),
                    Inside.params(filter.within(), position).toArray());
        }
        if (filter.type() != null) {
            and(
                    "o.gebied in (select g.code from gebied g where g.type = ? and " + Versions.validIn("g") + ")",
                    filter.type().name(),
                    position,
                    position);
        }
        if (filter.from() != null) {
            and("o.period_start >= ?", monthNumber(filter.from().start()));
        }
        if (filter.to() != null) {
            and("o.period_start <= ?", monthNumber(filter.to().end()));
        }
        if (filter.updatedAfter() != null && !keysLead) {
            toUpdated(filter.updatedAfter(), filter.within());
        }
    }

    private void toUpdated(long after, @Nullable GebiedCode within) {
        String updated = "o.from_position > ?";
        List<Object> values = new ArrayList<>(List.of(after));
        if (disclosed.mayHide()) {
            updated += " or " + Updates.HIDDEN_OR_SHOWN;
            values.addAll(List.of(after, position, after, position));
        }
        if (within != null) {
            updated += " or o.gebied in (" + Updates.INSIDE_SINCE + ")";
            values.addAll(List.of(within.value(), position, position, after));
        }
        and("(" + updated + ")", values.toArray());
    }

    /** Joins another table to the observations {@code o}. */
    void join(String table, Object... values) {
        from += " " + table;
        fromParams.addAll(List.of(values));
    }

    void and(String condition, Object... values) {
        conditions.add(condition);
        params.addAll(List.of(values));
    }

    String sql() {
        return from + disclosed.join() + " where " + String.join(" and ", conditions);
    }

    List<Object> params() {
        List<Object> all = new ArrayList<>(fromParams);
        all.addAll(disclosed.params());
        all.addAll(params);
        return all;
    }

    /** A month as a number that sorts: 202409 for September 2024. */
    static int monthNumber(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
