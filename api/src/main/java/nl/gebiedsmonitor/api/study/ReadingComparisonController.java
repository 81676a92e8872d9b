package nl.gebiedsmonitor.api.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.api.study.ReadingComparisons.Asked;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.Interval;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Finding;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyFigureQueries.Moment;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a reading would find by now, or checks what it found then. */
@RestController
@RequestMapping(StudyController.PATH + "/{id}/readings/{number}/comparison")
class ReadingComparisonController {

    /** A comparison that is being computed; progress is the share that is done, 0 to 1, and null before it has begun. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Computing(
            int number,
            ReadingState state,
            long then,
            long asOf,
            @Nullable Double progress) {}

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

    private final StoredReadings stored;
    private final ReadingComparisons comparisons;

    ReadingComparisonController(StoredReadings stored, ReadingComparisons comparisons) {
        this.stored = stored;
        this.comparisons = comparisons;
    }

    /**
     * Computes a reading again, from the figures of now or of another moment; of its own moment to check it. It is answered
     * with 200 when it was computed while the asker waited, and otherwise with 202 and the address to ask again.
     *
     * @param prefer how long to wait, as with a reading
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> compare(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws InterruptedException {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        long position = stored.position(asOf, fields);
        long before = stored.latest();
        StoredReading reading = fields.make(() -> stored.find(study.get(), read.get(), before));
        stored.computed(study.get(), reading, before);
        Asked asked = new Asked(study.get(), read.get(), position);
        List<StudyResult> now = comparisons.results(
                asked, reading, () -> moment(reading, position, stored.latest()), PreferredWait.of(prefer));
        if (now == null) {
            return computing(asked, reading);
        }
        long latest = stored.latest();
        List<StudyResult> then = stored.computed(study.get(), reading, latest);
        return ResponseEntity.ok(comparison(reading, position, reading.changesTo(position, latest), then, now));
    }

    /** The figures of a position, but for those that are hidden by now; its own for a reading of which none is. */
    private static Moment moment(StoredReading reading, long position, long latest) {
        return position == reading.reading().asOf() && reading.hidden(latest).isEmpty()
                ? reading.moment()
                : new Moment(position, latest);
    }

    private ResponseEntity<Computing> computing(Asked asked, StoredReading reading) {
        return ResponseEntity.accepted()
                .header(
                        HttpHeaders.LOCATION,
                        StudyController.PATH + "/" + asked.study() + "/readings/" + asked.number() + "/comparison?asOf="
                                + asked.position())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(new Computing(
                        asked.number(),
                        ReadingState.COMPUTING,
                        reading.reading().asOf(),
                        asked.position(),
                        comparisons.progress(asked)));
    }

    private static Comparison comparison(
            StoredReading reading,
            long position,
            List<StoredReading.ChangedFigures> changes,
            List<StudyResult> then,
            List<StudyResult> now) {
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

    /** Calls a comparison off that is being computed in this process. */
    @DeleteMapping
    Map<String, Object> cancel(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        Field<Long> position = fields.required("asOf", asOf, stored::moment);
        Asked asked = fields.make(() -> new Asked(study.get(), read.get(), position.get()));
        stored.find(asked.study(), asked.number(), stored.latest());
        return Map.of("number", asked.number(), "asOf", asked.position(), "cancelled", comparisons.stop(asked));
    }
}
