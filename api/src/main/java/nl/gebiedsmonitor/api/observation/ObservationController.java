package nl.gebiedsmonitor.api.observation;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.gebiedsmonitor.api.observation.reading.Source;
import nl.gebiedsmonitor.api.observation.writing.ObservationWriter;
import nl.gebiedsmonitor.api.observation.writing.Selection;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.RecordIndicator;
import nl.gebiedsmonitor.domain.observation.Outcome;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationFilter;
import nl.gebiedsmonitor.projections.observation.ObservationKey;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import nl.gebiedsmonitor.projections.observation.ObservationQueries;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records one observation, and answers questions about all. */
@RestController
@RequestMapping("/v1/observations")
class ObservationController {

    private final Commands commands;
    private final ObservationQueries observations;
    private final ObservationMeters meters;
    private final Vintages vintages;
    private final Map<Format, ObservationWriter> writers;
    private final Format[] formats;

    ObservationController(
            Commands commands,
            ObservationQueries observations,
            ObservationMeters meters,
            Vintages vintages,
            List<ObservationWriter> writers) {
        this.vintages = vintages;
        this.writers = new EnumMap<>(writers.stream().collect(toMap(ObservationWriter::format, writer -> writer)));
        this.formats = Stream.concat(Stream.of(Format.JSON), this.writers.keySet().stream())
                .toArray(Format[]::new);
        this.commands = commands;
        this.observations = observations;
        this.meters = meters;
    }

    @PostMapping
    ResponseEntity<String> record(
            @RequestParam(required = false) @Nullable String revision,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String source,
            @RequestBody ObservationBody body) {
        Fields fields = new Fields();
        Field<String> from = fields.optional("source", source, Source::named);
        RecordIndicator command = body.read(fields, RevisionParameters.reason(revision, reason, fields));
        Outcome[] outcome = new Outcome[1];
        ResponseEntity<String> answer = commands.send(command, from.orNull(), Outcome.class, became -> {
            outcome[0] = became;
            return new Reply(became == Outcome.UNCHANGED ? 200 : 201, null, null, view(command));
        });
        if (outcome[0] != null) {
            meters.count(outcome[0]);
        }
        return answer;
    }

    private static ObservationView view(RecordIndicator command) {
        return new ObservationView(
                command.indicator().value(),
                command.observation().gebied().value(),
                command.observation().period().value(),
                command.observation().value(),
                command.observation().status(),
                command.observation().missingReason());
    }

    /** Observations by indicator, gebied and period: JSON in pages, all other formats whole. */
    @GetMapping
    @Nullable
    ResponseEntity<Map<String, List<ObservationView>>> list(
            @RequestParam(required = false) @Nullable List<String> indicator,
            @RequestParam(required = false) @Nullable List<String> gebied,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String updatedAfter,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response)
            throws IOException {
        Fields fields = new Fields();
        List<IndicatorCode> indicators = fields.list("indicator", indicator, IndicatorCode::new);
        List<GebiedCode> gebieden = fields.list("gebied", gebied, GebiedCode::new);
        Field<GebiedType> readType = fields.optional("type", type, Fields.oneOf(GebiedType.class));
        Field<GebiedCode> readWithin = fields.optional("within", within, GebiedCode::new);
        PeriodBounds bounds = PeriodBounds.read(from, to, fields);
        Page page = Page.read(cursor, 3, limit, fields);
        Format form = Format.wanted(format, accept, fields, formats);
        CsvStyle csv = CsvParameters.read(separator, decimal, form, fields);
        Language language = form.namesThings() ? Language.wanted(acceptLanguage) : Language.NL;
        Field<Long> since = fields.optional("updatedAfter", updatedAfter, vintages::parse);
        long position = vintages.positionAfter(
                since.orNull(),
                asOf,
                fields,
                GebiedProjection.NAME,
                IndicatorProjection.NAME,
                ObservationProjection.NAME,
                DisclosureProjection.NAME);
        ObservationFilter filter = fields.make(() -> new ObservationFilter(
                indicators,
                gebieden,
                readType.orNull(),
                readWithin.orNull(),
                bounds.from(),
                bounds.to(),
                since.orNull()));
        ObservationWriter writer = writers.get(form);
        if (writer == null) {
            return page(filter, page, position);
        }
        writer.write(
                new Selection(
                        rows -> observations.forEach(filter, position, rows),
                        filter.updatedAfter() != null,
                        position,
                        language,
                        csv),
                response);
        return null;
    }

    private ResponseEntity<Map<String, List<ObservationView>>> page(
            ObservationFilter filter, Page page, long position) {
        List<String> place = page.after();
        ObservationKey after = place == null ? null : new ObservationKey(place.get(0), place.get(1), place.get(2));
        List<ObservationView> found = observations.page(filter, after, page.andOneMore(), position);
        return page.answer("observations", found, view -> List.of(view.indicator(), view.gebied(), view.period()));
    }
}
