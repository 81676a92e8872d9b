package nl.gebiedsmonitor.api.study;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a reading found, and from what. */
@RestController
@RequestMapping(StudyController.PATH + "/{id}/readings/{number}")
class ResultController {

    private final StoredReadings stored;

    ResultController(StoredReadings stored) {
        this.stored = stored;
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
}
