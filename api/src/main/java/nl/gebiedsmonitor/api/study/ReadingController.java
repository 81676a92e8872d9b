package nl.gebiedsmonitor.api.study;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Headers;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.study.EffectStudy;
import nl.gebiedsmonitor.domain.study.StudyCommand.CancelReading;
import nl.gebiedsmonitor.domain.study.StudyCommand.RequestReading;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks for readings, follows them, and calls them off. */
@RestController
@RequestMapping(StudyController.PATH + "/{id}/readings")
class ReadingController {

    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");

    /** @param asOf a position, or an instant; what is known by now when left out */
    record ReadingRequestBody(@Nullable String asOf) {}

    private final Commands commands;
    private final StoredReadings stored;
    private final ReadingDesk desk;
    private final Vintages vintages;
    private final Clock clock;

    ReadingController(Commands commands, StoredReadings stored, ReadingDesk desk, Vintages vintages, Clock clock) {
        this.commands = commands;
        this.stored = stored;
        this.desk = desk;
        this.vintages = vintages;
        this.clock = clock;
    }

    /**
     * Asks for a reading. It is answered with 201 when it was done with while the asker waited, and otherwise with 202 and the
     * address at which its progress and its results are found.
     *
     * @param prefer how long to wait: {@code wait=30} in seconds, 60 at most, or {@code respond-async} for not at all (RFC 7240)
     */
    @PostMapping
    ResponseEntity<?> request(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable ReadingRequestBody body,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
            throws InterruptedException {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        String moment = body == null ? null : body.asOf();
        long asOf = fields.optional("asOf", moment, vintages::parse).or(vintages.head());
        ResponseEntity<String> accepted = commands.send(
                fields.make(() -> new RequestReading(study.get(), asOf, LocalDate.ofInstant(clock.instant(), DUTCH))),
                null,
                Integer.class,
                number -> new Reply(
                        202,
                        null,
                        address(id, number),
                        Map.of("number", number, "state", ReadingState.COMPUTING, "asOf", asOf)));
        int number = numberIn(accepted);
        desk.compute(study.get(), number);
        if (desk.await(study.get(), number, PreferredWait.of(prefer))) {
            long position = stored.latest();
            StoredReading reading = stored.find(study.get(), number, position);
            if (reading.reading().state() != ReadingState.COMPUTING) {
                return ResponseEntity.status(HttpStatus.CREATED)
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.LOCATION, address(id, number))
                        .header(Headers.EVENT_POSITION, Long.toString(position))
                        .body(shown(study.get(), reading, position));
            }
        }
        return ResponseEntity.status(accepted.getStatusCode())
                .headers(accepted.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(accepted.getBody());
    }

    /** A reading with its progress or its results. */
    @GetMapping("/{number}")
    ResponseEntity<ReadingBody> find(
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        long position = stored.position(asOf, fields);
        StoredReading reading = fields.make(() -> stored.find(study.get(), read.get(), position));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (reading.reading().state() == ReadingState.COMPUTING) {
            answer.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return answer.body(shown(study.get(), reading, position));
    }

    private ReadingBody shown(StudyId study, StoredReading reading, long position) {
        List<StudyResult> results = stored.results(study, reading, position).orElse(null);
        return ReadingBody.of(
                reading.reading(),
                desk.progress(study, reading.reading().number()),
                desk.ahead(study, reading.reading().number()),
                results == null ? null : Boolean.valueOf(stored.haveFiguresChanged(study, reading, position)),
                results);
    }

    /** Calls a reading off that is being computed; one that is computed stays. */
    @DeleteMapping("/{number}")
    ResponseEntity<String> cancel(@PathVariable String id, @PathVariable String number) {
        Fields fields = new Fields();
        Field<StudyId> study = fields.required("id", id, StudyId::new);
        Field<Integer> read = fields.required("number", number, StoredReadings::number);
        try {
            ResponseEntity<String> answer = commands.send(
                    fields.make(() -> new CancelReading(study.get(), read.get())),
                    null,
                    Boolean.class,
                    cancelled -> Reply.ok(Map.of("number", read.get(), "cancelled", cancelled)));
            desk.stop(study.get(), read.get());
            return answer;
        } catch (RuleViolated refused) {
            throw refused.rule().equals(EffectStudy.READING_KNOWN)
                    ? new NotFound("reading " + read.get() + " of " + study.get())
                    : refused;
        }
    }

    private static String address(String id, int number) {
        return StudyController.PATH + "/" + id + "/readings/" + number;
    }

    /** The answer may be one that was given before to the same key, so that the number stands in its address only. */
    private static int numberIn(ResponseEntity<String> accepted) {
        String location = String.valueOf(accepted.getHeaders().getFirst(HttpHeaders.LOCATION));
        return Integer.parseInt(location.substring(location.lastIndexOf('/') + 1));
    }
}
