package nl.gebiedsmonitor.api.observation;

import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.RecordIndicator;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * One observation as it is posted.
 *
 * @param status FINAL when left out, or MISSING when there is no value
 */
record ObservationBody(
        @Nullable String indicator,
        @Nullable String gebied,
        @Nullable String period,
        @Nullable Double value,
        @Nullable String status,
        @Nullable String missingReason) {

    RecordIndicator read(Fields fields, @Nullable String revisionReason) {
        Field<IndicatorCode> readIndicator = fields.required("indicator", indicator, IndicatorCode::new);
        Field<GebiedCode> readGebied = fields.required("gebied", gebied, GebiedCode::new);
        Field<Period> readPeriod = fields.required("period", period, Period::new);
        Field<ObsStatus> readStatus = fields.optional("status", status, Fields.oneOf(ObsStatus.class));
        Field<MissingReason> reason =
                fields.optional("missingReason", missingReason, Fields.oneOf(MissingReason.class));
        return fields.make(() -> new RecordIndicator(
                readIndicator.get(),
                new Observation(
                        readGebied.get(),
                        readPeriod.get(),
                        value,
                        readStatus.or(value == null ? ObsStatus.MISSING : ObsStatus.FINAL),
                        reason.orNull()),
                reason.orNull() != null,
                revisionReason));
    }
}
