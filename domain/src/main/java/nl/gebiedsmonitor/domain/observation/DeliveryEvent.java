package nl.gebiedsmonitor.domain.observation;

import nl.gebiedsmonitor.domain.DomainEvent;
import org.jspecify.annotations.Nullable;

/** The life of a delivery: it is received, once. */
public sealed interface DeliveryEvent extends DomainEvent {

    String id();

    /**
     * A delivery was taken; its observations are in the events of their series, stored in the same transaction.
     *
     * @param source where the figures come from, as the sender says
     * @param revisionReason why FINAL values were replaced; null when none could be
     */
    record DeliveryReceived(
            String id,
            @Nullable String source,
            @Nullable String revisionReason,
            long accepted,
            long unchanged,
            long revised,
            long rejected,
            long missing)
            implements DeliveryEvent {}
}
