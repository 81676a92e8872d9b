package nl.gebiedsmonitor.api.gebied;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.gebied.GebiedView;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.manifest.ManifestProjection;
import nl.gebiedsmonitor.projections.manifest.ManifestQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestQueries.ManifestStatusView;
import nl.gebiedsmonitor.projections.measure.MeasureProjection;
import nl.gebiedsmonitor.projections.measure.MeasureQueries;
import nl.gebiedsmonitor.projections.measure.MeasureView;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import nl.gebiedsmonitor.projections.observation.ObservationQueries;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything about one gebied on one page. */
@RestController
class ProfileController {

    /** What is known about a gebied. */
    record Profile(
            GebiedView gebied,
            List<Latest> observations,
            List<MeasureView> measures,
            List<ManifestStatusView> manifests) {}

    /**
     * The latest observation of an indicator.
     *
     * @param previous the one of the period before it, null when there is none
     * @param change the latest value less the previous, null when one of them is missing
     */
    record Latest(
            String indicator,
            ObservationView latest,
            @Nullable ObservationView previous,
            @Nullable Double change) {}

    private final GebiedQueries gebieden;
    private final ObservationQueries observations;
    private final MeasureQueries measures;
    private final ManifestQueries manifests;
    private final Vintages vintages;

    ProfileController(
            GebiedQueries gebieden,
            ObservationQueries observations,
            MeasureQueries measures,
            ManifestQueries manifests,
            Vintages vintages) {
        this.vintages = vintages;
        this.gebieden = gebieden;
        this.observations = observations;
        this.measures = measures;
        this.manifests = manifests;
    }

    @GetMapping("/v1/gebieden/{code}/profile")
    Profile profile(@PathVariable String code, @RequestParam(required = false) @Nullable String asOf) {
        GebiedCode gebied = new GebiedCode(code);
        long position = vintages.position(
                asOf,
                GebiedProjection.NAME,
                IndicatorProjection.NAME,
                ObservationProjection.NAME,
                DisclosureProjection.NAME,
                MeasureProjection.NAME,
                ManifestProjection.NAME);
        GebiedView view = gebieden.find(gebied, position).orElseThrow(() -> new NotFound("gebied " + code));
        return new Profile(
                view,
                latest(observations.lastTwoOf(gebied, position)),
                measures.ofGebied(gebied, position),
                manifests.ofGebied(gebied, position));
    }

    private static List<Latest> latest(List<ObservationView> latestFirst) {
        Map<String, List<ObservationView>> byIndicator = new LinkedHashMap<>();
        latestFirst.forEach(view -> byIndicator
                .computeIfAbsent(view.indicator(), _ -> new ArrayList<>())
                .add(view));
        return byIndicator.entrySet().stream()
                .map(series -> {
                    ObservationView latest = series.getValue().getFirst();
                    ObservationView previous =
                            series.getValue().size() > 1 ? series.getValue().get(1) : null;
                    return new Latest(series.getKey(), latest, previous, change(latest, previous));
                })
                .toList();
    }

    private static @Nullable Double change(ObservationView latest, @Nullable ObservationView previous) {
        return latest.value() == null || previous == null || previous.value() == null
                ? null
                : Double.valueOf(latest.value() - previous.value());
    }
}
