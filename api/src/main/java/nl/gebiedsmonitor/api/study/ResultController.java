package nl.gebiedsmonitor.api.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.effect.Computations;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a reading found, from what, and what would be found by now. */
@RestController
@RequestMapping(StudyController.PATH + "/{id}/readings/{number}")
class ResultController {

    /**
     * A reading beside the same computation on later figures.
     *
     * @param asOf the position of the later figures
     * @param figuresChanged whether any figure is another one
     * @param identical whether all results come out the same, to the last bit
     * @param changes the figures that are others, per outcome
     */
    record Comparison(
            int number,
            long then,
            long asOf,
            boolean figuresChanged,
            boolean identical,
            List<StoredReading.ChangedFigures> changes,
            List<Compared> results) {}

    /** One estimate then and now; null where there is none. */
    record Compared(
            IndicatorCode outcome,
            Estimator estimator,
            @Nullable Estimated then,
            @Nullable Estimated now) {

        static Compared of(StudyResult then, StudyResult now) {
            return new Compared(
                    then.outcome(), then.estimator(), Estimated.of(then.finding()), Estimated.of(now.finding()));
        }
    }

    /** An estimate, never without what is known of its uncertainty. */
    record Estimated(
            double estimate,
            @Nullable Double standardError,
            @Nullable Interval confidenceInterval) {

        static @Nullable Estimated of(@Nullable Finding finding) {
            return finding == null
                    ? null
                    : new Estimated(finding.estimate(), finding.standardError(), finding.confidenceInterval());
        }
    }

    private static final String ADVICE = "it is computed from the panel that .../panel gives";

    private final StoredReadings stored;
    private final Computations computations;
    private final GebiedsmonitorProperties properties;

    ResultController(StoredReadings stored, GebiedsmonitorProperties properties) {
        this.stored = stored;
        this.computations = new Computations(properties, 1);
        this.properties = properties;
    }

    @GetMapping("/results")
    @Nullable
    ResponseEntity<List<StudyResult>> results(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        Format form = Format.wanted(format, accept, fields, Format.JSON, Format.CSV);
        CsvStyle csv = CsvParameters.read(separator, decimal, form, fields);
        long position = stored.position(asOf, fields);
        List<StudyResult> results = fields.make(
                () -> stored.computed(study.get(), stored.find(study.get(), read.get(), position), position));
        if (form == Format.CSV) {
            ResultCsv.write(results, csv, response);
            return null;
        }
        return ResponseEntity.ok(results);
    }

    /** The panel that an estimator was given, in the form that {@code /v1/effect-estimates} takes. */
    @GetMapping(path = "/panel", produces = "text/csv")
    ResponseEntity<byte[]> panel(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String estimator,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        Field<IndicatorCode> of = fields.required("outcome", outcome, IndicatorCode::new);
        Field<Estimator> by = fields.required("estimator", estimator, Fields.oneOf(Estimator.class));
        long position = stored.position(asOf, fields);
        StoredReading reading = fields.make(() -> stored.find(study.get(), read.get(), position));
        StudyResult result = stored.computed(study.get(), reading, position, of.get(), by.get());
        if (result.finding() == null) {
            throw new RuleViolated("panel-shown", "There is no panel to show: " + result.refusal());
        }
        return ResponseEntity.ok()
                .contentType(Format.CSV.mediaType())
                .body(reading.panel(of.get(), by.get()).csv().getBytes(StandardCharsets.UTF_8));
    }

    /** Computes a reading again, from the figures of now or of another moment; of its own moment to check it. */
    @GetMapping("/comparison")
    Comparison compare(
            @PathVariable String id, @PathVariable String number, @RequestParam(required = false) @Nullable String asOf)
            throws InterruptedException {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        long position = stored.position(asOf, fields);
        long latest = stored.latest();
        StoredReading reading = fields.make(() -> stored.find(study.get(), read.get(), latest));
        List<StudyResult> then = stored.computed(study.get(), reading, latest);
        StudyFigureQueries.Moment moment =
                position == reading.reading().asOf() && reading.hidden(latest).isEmpty()
                        ? reading.moment()
                        : new StudyFigureQueries.Moment(position, latest);
        List<StoredReading.ChangedFigures> changes = reading.changesTo(position, latest);
        List<StudyResult> now = computations.run(
                properties.readingTime(), ADVICE, deadline -> reading.results(moment, deadline, _ -> {}));
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            compared.add(Compared.of(then.get(i), now.get(i)));
        }
        return new Comparison(
                reading.reading().number(),
                reading.reading().asOf(),
                position,
                !changes.isEmpty(),
                Objects.equals(then, now),
                changes,
                compared);
    }
}
