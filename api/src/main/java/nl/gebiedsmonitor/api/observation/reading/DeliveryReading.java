package nl.gebiedsmonitor.api.observation.reading;

import java.util.List;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a delivery.
 *
 * @param cells what could be read
 * @param faults the first faults of what could not
 * @param faultCount how many such faults there are in all
 * @param unreadableCells how many cells could not be read
 * @param source what the delivery itself says about where its figures come from
 * @param whole whether it was read to its end; one that was not is not taken in part either
 */
public record DeliveryReading(
        List<Cell> cells,
        List<Fault> faults,
        long faultCount,
        long unreadableCells,
        @Nullable String source,
        boolean whole) {}
