package nl.gebiedsmonitor.domain.gebied;

import java.util.List;
import nl.gebiedsmonitor.domain.Fault;

/** Gebieden of which none was registered, since something is wrong with one or more of them. */
public final class RegistrationRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int registered;
    private final int unchanged;
    private final int rejected;
    private final transient List<Fault> faults;

    /**
     * @param registered how many would be new
     * @param unchanged how many are registered just so
     * @param rejected how many are at fault
     * @param faults what is wrong, in order of the lines, never empty
     */
    public RegistrationRejected(int registered, int unchanged, int rejected, List<Fault> faults) {
        super(faults.size() + " errors in " + rejected + " gebieden; nothing was registered");
        this.registered = registered;
        this.unchanged = unchanged;
        this.rejected = rejected;
        this.faults = List.copyOf(faults);
    }

    public int registered() {
        return registered;
    }

    public int unchanged() {
        return unchanged;
    }

    public int rejected() {
        return rejected;
    }

    public List<Fault> faults() {
        return faults;
    }
}
