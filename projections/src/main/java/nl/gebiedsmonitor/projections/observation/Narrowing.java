package nl.gebiedsmonitor.projections.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The from and where of a question about observations. When it is about a few gebieden, these lead and each is looked up
 * by key; otherwise the key is read in its order.
 */
final class Narrowing {

    private String from = " from observation o";
    private final List<Object> fromParams = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> params = new ArrayList<>();

    void to(ObservationFilter filter) {
        if (!filter.gebieden().isEmpty()) {
            List<String> codes = filter.gebieden().stream()
                    .map(code -> code.value())
                    .distinct()
                    .toList();
            from = " from (values " + String.join(", ", Collections.nCopies(codes.size(), "(cast(? as varchar(60)))"))
                    + ") wanted (code) join observation o on o.gebied = wanted.code";
            fromParams.addAll(codes);
        }
        if (filter.within() != null && filter.gebieden().isEmpty()) {
            from = " from gebied_within w join observation o on o.gebied = w.inner_gebied";
            and("w.outer_gebied = ?", filter.within().value());
        } else if (filter.within() != null) {
            and(
                    "o.gebied in (select inner_gebied from gebied_within where outer_gebied = ?)",
                    filter.within().value());
        }
        if (filter.type() != null) {
            and(
                    "o.gebied in (select code from gebied where type = ?)",
                    filter.type().name());
        }
        if (filter.from() != null) {
            and("o.period_start >= ?", Versions.monthNumber(filter.from().start()));
        }
        if (filter.to() != null) {
            and("o.period_start <= ?", Versions.monthNumber(filter.to().end()));
        }
    }

    void and(String condition, Object... values) {
        conditions.add(condition);
        params.addAll(List.of(values));
    }

    String sql() {
        return from + " where " + String.join(" and ", conditions);
    }

    List<Object> params() {
        List<Object> all = new ArrayList<>(fromParams);
        all.addAll(params);
        return all;
    }
}
