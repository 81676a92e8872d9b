package nl.gebiedsmonitor.domain;

import java.util.List;

/** Input that is refused as a whole, with all that is wrong with it. */
public final class InputRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** @param faults what is wrong, never empty */
    public InputRejected(List<Fault> faults) {
        super(faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " errors");
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
