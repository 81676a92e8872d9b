package nl.gebiedsmonitor.api.tabular;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.Fault;

/** The faults of a file: the first so many, and the number of all. */
public final class FaultList {

    private final int kept;
    private final List<Fault> faults = new ArrayList<>();
    private long count;

    public FaultList(int kept) {
        this.kept = kept;
    }

    public void add(Fault fault) {
        count++;
        if (faults.size() < kept) {
            faults.add(fault);
        }
    }

    public List<Fault> first() {
        return List.copyOf(faults);
    }

    public long count() {
        return count;
    }
}
