package nl.gebiedsmonitor.projections.observation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;

/** Which indicators are rates of others: what is hidden of a count hides what is made of it. */
final class Rates {

    private Rates() {}

    /** Indicators and all that is made of them, each once and after what it is made of. */
    static Collection<IndicatorCode> operandsFirst(
            Set<IndicatorCode> changed, Collection<IndicatorDefinition> definitions) {
        Deque<IndicatorCode> order = new ArrayDeque<>();
        Set<IndicatorCode> seen = new HashSet<>();
        changed.forEach(code -> putFirst(code, definitions, seen, order));
        return order;
    }

    private static void putFirst(
            IndicatorCode code,
            Collection<IndicatorDefinition> definitions,
            Set<IndicatorCode> seen,
            Deque<IndicatorCode> order) {
        if (seen.add(code)) {
            madeOf(code, definitions).forEach(rate -> putFirst(rate.code(), definitions, seen, order));
            order.addFirst(code);
        }
    }

    /** The rates that are made of an indicator. */
    static List<IndicatorDefinition> madeOf(IndicatorCode operand, Collection<IndicatorDefinition> definitions) {
        return definitions.stream()
                .filter(definition -> operands(definition).contains(operand))
                .toList();
    }

    /** What a rate is made of; nothing where an indicator is none. */
    static List<IndicatorCode> operands(IndicatorDefinition definition) {
        Aggregation aggregation = definition.aggregation();
        return aggregation.kind() instanceof Aggregation.Kind.Rate ? aggregation.operands() : List.of();
    }
}
