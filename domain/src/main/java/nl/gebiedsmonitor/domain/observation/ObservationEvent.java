package nl.gebiedsmonitor.domain.observation;

import java.util.List;
import nl.gebiedsmonitor.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The life of a series of observations. */
public sealed interface ObservationEvent extends DomainEvent {

    SeriesId series();

    List<Observation> observations();

    /** The same event, told of these observations instead. */
    default ObservationEvent with(List<Observation> others) {
        return switch (this) {
            case IndicatorRecorded recorded -> new IndicatorRecorded(recorded.series(), recorded.delivery(), others);
            case ObservationsRevised revised ->
                new ObservationsRevised(revised.series(), revised.delivery(), revised.reason(), others);
        };
    }

    /**
     * Observations came in for a gebied and period that had none.
     *
     * @param delivery the delivery they came with; null when one came alone
     */
    record IndicatorRecorded(SeriesId series, @Nullable String delivery, List<Observation> observations)
            implements ObservationEvent {
        public IndicatorRecorded {
            observations = List.copyOf(observations);
        }
    }

    /**
     * Observations took the place of earlier ones, which stay readable as they were.
     *
     * @param delivery the delivery they came with; null when one came alone
     * @param reason why, as the sender says; null when nothing was said, and then no FINAL value was replaced
     */
    record ObservationsRevised(
            SeriesId series,
            @Nullable String delivery,
            @Nullable String reason,
            List<Observation> observations) implements ObservationEvent {
        public ObservationsRevised {
            observations = List.copyOf(observations);
        }
    }
}
