package nl.gebiedsmonitor.api.sdmx;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.gebiedsmonitor.api.sdmx.DataQuery.Asked;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.api.web.NotImplemented;
import nl.gebiedsmonitor.api.web.NotMade;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationFilter;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import nl.gebiedsmonitor.projections.observation.ObservationQueries;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers data queries of SDMX REST 2. */
@RestController
class DataController {

    static final String DATA = "/sdmx/v2/data/dataflow";

    private final ObservationQueries observations;
    private final SdmxFiles files;
    private final Vintages vintages;

    DataController(ObservationQueries observations, SdmxFiles files, Vintages vintages) {
        this.observations = observations;
        this.files = files;
        this.vintages = vintages;
    }

    @GetMapping({
        DATA,
        DATA + "/{agency}",
        DATA + "/{agency}/{flow}",
        DATA + "/{agency}/{flow}/{version}",
        DATA + "/{agency}/{flow}/{version}/{key}"
    })
    @NotMade({"c[UNIT_MEASURE]", "offset", "limit", "sort", "reportingYearStartDay"})
    void data(
            @PathVariable(required = false) @Nullable String agency,
            @PathVariable(required = false) @Nullable String flow,
            @PathVariable(required = false) @Nullable String version,
            @PathVariable(required = false) @Nullable String key,
            @RequestParam(name = "c[INDICATOR]", required = false) @Nullable String indicator,
            @RequestParam(name = "c[GEBIED]", required = false) @Nullable String gebied,
            @RequestParam(name = "c[TIME_PERIOD]", required = false) @Nullable String timePeriod,
            @RequestParam(name = "c[OBS_STATUS]", required = false) @Nullable String obsStatus,
            @RequestParam(name = "c[OBS_VALUE]", required = false) @Nullable String obsValue,
            @RequestParam(required = false) @Nullable String updatedAfter,
            @RequestParam(required = false) @Nullable String firstNObservations,
            @RequestParam(required = false) @Nullable String lastNObservations,
            @RequestParam(required = false) @Nullable String dimensionAtObservation,
            @RequestParam(required = false) @Nullable String attributes,
            @RequestParam(required = false) @Nullable String measures,
            @RequestParam(required = false) @Nullable String includeHistory,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response) {
        Fields fields = new Fields();
        DataForm form = DataForm.wanted(format, accept, fields);
        Language language = Language.wanted(acceptLanguage);
        ArtefactQuery artefacts = ArtefactQuery.of(agency, flow, version, fields);
        DataQuery query = DataQuery.read(key, new Asked(indicator, gebied, timePeriod, obsStatus, obsValue), fields);
        Shown shown = Shown.read(attributes, measures, fields);
        boolean flat = fields.optional("dimensionAtObservation", dimensionAtObservation, DataController::isFlat)
                .or(false);
        boolean history = fields.flag("includeHistory", includeHistory);
        Integer first = count("firstNObservations", firstNObservations, fields);
        Integer last = count("lastNObservations", lastNObservations, fields);
        Long since = fields.optional("updatedAfter", plus(updatedAfter), vintages::parse)
                .orNull();
        requireMade(dimensionAtObservation, history, fields);
        long position = vintages.positionAfter(
                since,
                plus(asOf),
                fields,
                GebiedProjection.NAME,
                IndicatorProjection.NAME,
                ObservationProjection.NAME,
                DisclosureProjection.NAME);
        fields.make(() -> form);
        artefacts.require(Artefact.DATAFLOW);
        Map<String, IndicatorDefinition> definitions = files.definitions(position);
        Message message = files.message(position, definitions, since != null, flat, shown, language);
        Consumer<Consumer<ObservationView>> rows =
                SeriesEnds.of(rows(query, definitions, since, position), first, last);
        new Answer(message, form, response).write(rows);
    }

    /** An answer that begins with the first row, since without any there is none. */
    private final class Answer {

        private final Message message;
        private final DataForm form;
        private final HttpServletResponse response;
        private @Nullable DataWriter writer;

        Answer(Message message, DataForm form, HttpServletResponse response) {
            this.message = message;
            this.form = form;
            this.response = response;
        }

        void write(Consumer<Consumer<ObservationView>> rows) {
            rows.accept(row -> {
                if (writer == null) {
                    writer = begin();
                }
                writer.write(row);
            });
            if (writer == null) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                writer.finish();
            }
        }

        private DataWriter begin() {
            response.setContentType(form.contentType());
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, message.language().tag());
            try {
                OutputStream out = response.getOutputStream();
                return form.csv() ? files.csv(message, form.layout(), out) : files.json(message, out);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private Consumer<Consumer<ObservationView>> rows(
            DataQuery query, Map<String, IndicatorDefinition> definitions, @Nullable Long since, long position) {
        List<IndicatorCode> indicators = definitions.keySet().stream()
                .filter(query.indicator())
                .sorted()
                .map(IndicatorCode::new)
                .toList();
        if (indicators.isEmpty()) {
            return _ -> {};
        }
        ObservationFilter filter =
                new ObservationFilter(indicators, query.gebieden(), null, null, query.from(), query.to(), since);
        return next -> observations.forEach(filter, position, row -> {
            if (query.observation().test(row)) {
                next.accept(row);
            }
        });
    }

    /** The plus of a time zone, which a query holds for a space unless it is percent-encoded. */
    static @Nullable String plus(@Nullable String moment) {
        return moment == null ? null : moment.replace(' ', '+');
    }

    private static @Nullable Integer count(String name, @Nullable String text, Fields fields) {
        return fields.optional(name, text, DataController::count).orNull();
    }

    private static Integer count(String text) {
        try {
            int count = Integer.parseInt(text);
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException malformed) {
            // told below, with all that is not a count
        }
        throw new InvalidValue("count", text, "This is a whole number above 0.");
    }

    private static Boolean isFlat(String dimension) {
        return switch (dimension) {
            case "TIME_PERIOD", "INDICATOR", "GEBIED" -> false;
            case "AllDimensions" -> true;
            default ->
                throw new InvalidValue(
                        "dimension", dimension, "The dimension at the observation is TIME_PERIOD or AllDimensions.");
        };
    }

    /** @throws NotImplemented when what is asked for is good, and part of it is not made */
    private static void requireMade(@Nullable String dimension, boolean history, Fields fields) {
        List<Fault> unmade = new ArrayList<>();
        if (dimension != null && List.of("INDICATOR", "GEBIED").contains(dimension)) {
            unmade.add(new Fault(
                    null,
                    "dimensionAtObservation",
                    dimension,
                    "not-made",
                    "Observations are grouped by TIME_PERIOD or, with AllDimensions, not at all."));
        }
        if (history) {
            unmade.add(new Fault(
                    null,
                    "includeHistory",
                    "true",
                    "not-made",
                    "Ask asOf, or /v1/observations/history for all versions of one figure."));
        }
        if (!unmade.isEmpty() && fields.areGood()) {
            throw new NotImplemented(unmade);
        }
    }
}
