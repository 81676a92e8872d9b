package nl.gebiedsmonitor.api.web;

import java.util.List;
import nl.gebiedsmonitor.domain.Fault;

/** What is asked for is good by its standard, and is not made here (RFC 9110, 15.6.2). */
public final class NotImplemented extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> parts;

    /** @param parts of the question that are not made */
    public NotImplemented(List<Fault> parts) {
        super("Not implemented: " + parts);
        this.parts = List.copyOf(parts);
    }

    List<Fault> parts() {
        return parts;
    }
}
