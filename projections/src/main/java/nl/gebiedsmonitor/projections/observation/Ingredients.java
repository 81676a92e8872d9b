package nl.gebiedsmonitor.projections.observation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the figures of an indicator are made of, by any definition that it ever had. */
final class Ingredients {

    private final JdbcClient jdbc;

    Ingredients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An indicator with all that weigh, divide or are divided in its figures, and in theirs. */
    Set<IndicatorCode> of(IndicatorCode indicator) {
        Set<IndicatorCode> all = new HashSet<>();
        Deque<IndicatorCode> next = new ArrayDeque<>(List.of(indicator));
        while (!next.isEmpty()) {
            IndicatorCode each = next.pop();
            if (all.add(each)) {
                jdbc.sql("select distinct aggregation from indicator where code = ?")
                        .param(each.value())
                        .query(String.class)
                        .list()
                        .forEach(rule -> next.addAll(new Aggregation(rule).operands()));
            }
        }
        return all;
    }
}
