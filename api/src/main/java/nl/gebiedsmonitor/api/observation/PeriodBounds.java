package nl.gebiedsmonitor.api.observation;

import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** From which period a question goes to which; what is null does not bound it. */
record PeriodBounds(@Nullable Period from, @Nullable Period to) {

    /** Reads {@code from} and {@code to}, and holds them to their order. */
    static PeriodBounds read(@Nullable String from, @Nullable String to, Fields fields) {
        Field<Period> first = fields.optional("from", from, Period::new);
        Field<Period> last = fields.optional("to", to, Period::new);
        if (first.orNull() != null
                && last.orNull() != null
                && first.get().start().isAfter(last.get().end())) {
            fields.add(new Fault(null, "to", to, "from-before-to", "The period to is before the period from."));
        }
        return new PeriodBounds(first.orNull(), last.orNull());
    }

    /** Whether a period begins within these bounds. */
    boolean hold(Period period) {
        return (from == null || !period.start().isBefore(from.start()))
                && (to == null || !period.start().isAfter(to.end()));
    }
}
