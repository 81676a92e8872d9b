package nl.gebiedsmonitor.api.study;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.gebiedsmonitor.api.study.chart.ChartKind;
import nl.gebiedsmonitor.api.study.chart.ChartLabels;
import nl.gebiedsmonitor.api.study.chart.ChartSize;
import nl.gebiedsmonitor.api.study.chart.FindingChart;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.domain.study.TreatedGebied;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Draws what a reading found. */
@RestController
class ChartController {

    private final StoredReadings stored;
    private final GebiedQueries gebieden;
    private final IndicatorQueries indicators;

    ChartController(StoredReadings stored, GebiedQueries gebieden, IndicatorQueries indicators) {
        this.stored = stored;
        this.gebieden = gebieden;
        this.indicators = indicators;
    }

    /** The chart of one outcome by one estimator; the first of the design when they are not said. */
    @GetMapping(StudyController.PATH + "/{id}/readings/{number}/chart")
    ResponseEntity<byte[]> chart(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String estimator,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String width,
            @RequestParam(required = false) @Nullable String height,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        Field<IndicatorCode> of = fields.optional("outcome", outcome, IndicatorCode::new);
        Field<Estimator> by = fields.optional("estimator", estimator, Fields.oneOf(Estimator.class));
        ChartKind shown =
                fields.optional("kind", kind, Fields.oneOf(ChartKind.class)).or(ChartKind.OBSERVED);
        Field<ChartSize> size = size(width, height, fields);
        Format form = Format.wanted(format, accept, fields, Format.SVG, Format.PNG);
        Language language = Language.wanted(languages);
        long position = stored.position(asOf, fields);
        StoredReading reading = fields.make(() -> stored.find(study.get(), read.get(), position));
        StudyDesign design = reading.protocol().design();
        StudyResult result = stored.computed(
                study.get(),
                reading,
                position,
                of.or(design.outcomes().getFirst().indicator()),
                by.or(design.estimation().estimators().getFirst()));
        FindingChart chart = FindingChart.of(
                        finding(result), shown, labels(design, result.outcome(), language, position), size.get())
                .orElseThrow(() -> new RuleViolated("chart-has-data", shown.absence()));
        return ResponseEntity.ok()
                .contentType(form.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .body(form == Format.PNG ? chart.png() : chart.svg());
    }

    private static Finding finding(StudyResult result) {
        if (result.finding() == null) {
            throw new RuleViolated("chart-has-data", "There is no finding to draw: " + result.refusal());
        }
        return result.finding();
    }

    private ChartLabels labels(StudyDesign design, IndicatorCode outcome, Language language, long position) {
        List<GebiedCode> treated =
                design.treated().stream().map(TreatedGebied::gebied).toList();
        Map<GebiedCode, String> names = gebieden.names(treated, position);
        IndicatorDefinition definition = Objects.requireNonNull(
                indicators.definitions(Set.of(outcome), position).get(outcome));
        return new ChartLabels(
                design.title(),
                language.of(definition.nameNl(), definition.nameEn()),
                definition.unit(),
                treated.stream()
                        .map(gebied -> names.getOrDefault(gebied, gebied.value()))
                        .toList(),
                language);
    }

    private static Field<ChartSize> size(@Nullable String width, @Nullable String height, Fields fields) {
        int wide = fields.optional("width", width, text -> ChartSize.requireWidth(pixels("chart-width", text)))
                .or(ChartSize.USUAL.width());
        int high = fields.optional("height", height, text -> ChartSize.requireHeight(pixels("chart-height", text)))
                .or(ChartSize.USUAL.height());
        return new Field<>(fields.makeIfGood(() -> new ChartSize(wide, high)));
    }

    private static Integer pixels(String rule, String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new InvalidValue(rule, text, "A size is a whole number of pixels.");
        }
        return Integer.valueOf(text);
    }
}
