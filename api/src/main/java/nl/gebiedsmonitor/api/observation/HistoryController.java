package nl.gebiedsmonitor.api.observation;

import java.util.List;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.HistoryQueries;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import nl.gebiedsmonitor.projections.observation.VersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what one figure was before, and who made it what it is. */
@RestController
class HistoryController {

    /** The versions of one figure, the oldest first. */
    record History(String indicator, String gebied, String period, List<VersionView> versions) {}

    private final HistoryQueries histories;
    private final Vintages vintages;

    HistoryController(HistoryQueries histories, Vintages vintages) {
        this.histories = histories;
        this.vintages = vintages;
    }

    @GetMapping("/v1/observations/history")
    History history(
            @RequestParam(required = false) @Nullable String indicator,
            @RequestParam(required = false) @Nullable String gebied,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<IndicatorCode> readIndicator = fields.required("indicator", indicator, IndicatorCode::new);
        Field<GebiedCode> readGebied = fields.required("gebied", gebied, GebiedCode::new);
        Field<Period> readPeriod = fields.required("period", period, Period::new);
        long position = vintages.position(asOf, fields, ObservationProjection.NAME, DisclosureProjection.NAME);
        List<VersionView> versions =
                fields.make(() -> histories.history(readIndicator.get(), readGebied.get(), readPeriod.get(), position));
        if (versions.isEmpty()) {
            throw new NotFound("figure of " + indicator + " for " + gebied + " in " + period);
        }
        return new History(
                readIndicator.get().value(),
                readGebied.get().value(),
                readPeriod.get().value(),
                versions);
    }
}
