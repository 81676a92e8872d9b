package nl.gebiedsmonitor.api.gebied;

import java.util.Collection;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import org.springframework.stereotype.Component;

/** Gebieden that a question names one by one, each of which is to be known. */
@Component
public final class GebiedParameters {

    private final GebiedQueries gebieden;

    GebiedParameters(GebiedQueries gebieden) {
        this.gebieden = gebieden;
    }

    /** Adds a fault for each that is not in the register at a position; of codes that are at fault already, none. */
    public void requireKnown(String field, Collection<GebiedCode> codes, long position, Fields fields) {
        if (fields.areGood()) {
            gebieden.unknown(codes, position)
                    .forEach(code -> fields.add(new Fault(
                            null,
                            field,
                            code.value(),
                            "gebied-known",
                            code + " is not registered as a gebied, or was not at that moment.")));
        }
    }
}
