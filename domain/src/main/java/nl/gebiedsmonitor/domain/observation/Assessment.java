package nl.gebiedsmonitor.domain.observation;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import org.jspecify.annotations.Nullable;

/** What would become of cells of one series: which are new, which replace, which change nothing; those at fault are told. */
final class Assessment {

    private final SeriesId series;
    private final long delivered;
    private final FaultTally faults;
    private final List<Observation> added = new ArrayList<>();
    private final List<Observation> revised = new ArrayList<>();
    private long unchanged;

    Assessment(SeriesId series, long delivered, FaultTally faults) {
        this.series = series;
        this.delivered = delivered;
        this.faults = faults;
    }

    void judge(Cell cell, @Nullable Observation held, @Nullable String revisionReason) {
        Observation observation = cell.observation();
        if (held == null) {
            added.add(observation);
        } else if (cell.agreesWith(held)) {
            unchanged++;
        } else if (held.status() == ObsStatus.FINAL && revisionReason == null) {
            faults.refuse(
                    cell,
                    cell.fields().value(),
                    observation.value() == null ? null : observation.value().toString(),
                    "final-value-needs-revision",
                    "There is another FINAL value for " + series.indicator() + " of "
                            + observation.gebied() + " in " + observation.period()
                            + "; deliver with revision=true and a reason to replace it.");
        } else {
            revised.add(observation);
        }
    }

    SeriesId series() {
        return series;
    }

    List<Observation> added() {
        return added;
    }

    List<Observation> revised() {
        return revised;
    }

    long unchanged() {
        return unchanged;
    }

    long rejectedCells() {
        return delivered - added.size() - revised.size() - unchanged;
    }

    long missing() {
        return added.stream()
                .filter(observation -> observation.status() == ObsStatus.MISSING)
                .count();
    }
}
