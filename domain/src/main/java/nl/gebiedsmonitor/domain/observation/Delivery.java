package nl.gebiedsmonitor.domain.observation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import nl.gebiedsmonitor.domain.observation.DeliveryEvent.DeliveryReceived;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.ReceiveDelivery;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** A batch of observations posted at once by one organisation. */
@AggregateRoot
public final class Delivery {

    private @Nullable String id;

    Delivery() {}

    Delivery(ReceiveDelivery command, Receipt receipt) {
        apply(new DeliveryReceived(
                command.id(),
                command.source(),
                command.revisionReason(),
                receipt.accepted(),
                receipt.unchanged(),
                receipt.revised(),
                receipt.rejected(),
                receipt.missing()));
    }

    @AggregateIdentifier
    @Nullable
    String id() {
        return id;
    }

    @EventSourcingHandler
    void on(DeliveryEvent event) {
        id = event.id();
    }
}
