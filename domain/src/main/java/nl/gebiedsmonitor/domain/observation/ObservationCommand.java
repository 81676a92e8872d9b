package nl.gebiedsmonitor.domain.observation;

import java.util.List;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/** What can be asked of the series of observations. */
public sealed interface ObservationCommand {

    TextRule REVISION_REASON = TextRule.oneLine("revision-reason", "A revision has a reason", 1000);

    /**
     * Records one observation.
     *
     * @param reasonStated whether the sender said why the value is missing, where it is; otherwise any reason will do
     * @param revisionReason why a FINAL value may be replaced; null when none may
     */
    record RecordIndicator(
            IndicatorCode indicator,
            Observation observation,
            boolean reasonStated,
            @Nullable String revisionReason) implements ObservationCommand {
        public RecordIndicator {
            revisionReason = revisionReason == null ? null : REVISION_REASON.read(revisionReason);
        }

        public RecordIndicator(IndicatorCode indicator, Observation observation, @Nullable String revisionReason) {
            this(indicator, observation, true, revisionReason);
        }
    }

    /**
     * Records what one organisation delivered at once, over any number of series, in one transaction.
     *
     * @param id identifies the delivery, unique for ever
     * @param source where the figures come from, as the sender says; null when not said
     * @param partial whether the good cells are taken when there are faults; otherwise it is all or nothing
     * @param dryRun whether to answer only what would happen
     * @param revisionReason why FINAL values may be replaced; null when none may
     * @param cells what could be read
     * @param unreadable the faults of what could not be read, at most the first {@value Receipt#SHOWN}
     * @param unreadableFaults how many such faults there are in all
     * @param unreadableCells how many cells could not be read
     */
    record ReceiveDelivery(
            String id,
            @Nullable String source,
            boolean partial,
            boolean dryRun,
            @Nullable String revisionReason,
            List<Cell> cells,
            List<Fault> unreadable,
            long unreadableFaults,
            long unreadableCells)
            implements ObservationCommand {
        public ReceiveDelivery {
            revisionReason = revisionReason == null ? null : REVISION_REASON.read(revisionReason);
        }
    }

    /**
     * One observation as it was delivered.
     *
     * @param line the line it stands on, from 1
     * @param fields how the sender names its parts
     * @param reasonStated whether the sender said why the value is missing, where it is; otherwise any reason will do
     */
    record Cell(long line, FieldNames fields, IndicatorCode indicator, Observation observation, boolean reasonStated) {

        public Cell(long line, FieldNames fields, IndicatorCode indicator, Observation observation) {
            this(line, fields, indicator, observation, true);
        }

        /** Whether this says what is held already. */
        boolean agreesWith(Observation held) {
            boolean bothMissing = observation.status() == ObsStatus.MISSING && held.status() == ObsStatus.MISSING;
            return observation.equals(held) || (bothMissing && !reasonStated);
        }

        Key key() {
            return new Key(observation.gebied(), observation.period());
        }
    }

    /** The names of the fields or columns that the parts of an observation were delivered in. */
    record FieldNames(String indicator, String gebied, String period, String value) {

        /** The names of the wire form. */
        public static final FieldNames STANDARD = new FieldNames("indicator", "gebied", "period", "value");
    }
}
