package nl.gebiedsmonitor.api.study;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.study.StudyBodies.AmendmentBody;
import nl.gebiedsmonitor.api.study.StudyBodies.AssessmentBody;
import nl.gebiedsmonitor.api.study.StudyBodies.StatusChangeBody;
import nl.gebiedsmonitor.api.study.StudyBodies.StudyBody;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.study.StudyCommand.RegisterStudy;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyProtocol;
import nl.gebiedsmonitor.domain.study.StudyStatus;
import nl.gebiedsmonitor.projections.study.StudyProjection;
import nl.gebiedsmonitor.projections.study.StudyQueries;
import nl.gebiedsmonitor.projections.study.StudySummary;
import nl.gebiedsmonitor.projections.study.StudyView;
import nl.gebiedsmonitor.projections.study.StudyView.ProtocolView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Designs, registers, amends, assesses and shows effect studies. */
@RestController
@RequestMapping(StudyController.PATH)
class StudyController {

    static final String PATH = "/v1/effect-studies";

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Commands commands;
    private final StudyQueries studies;
    private final StoredReadings readings;
    private final Vintages vintages;

    StudyController(Commands commands, StudyQueries studies, StoredReadings readings, Vintages vintages) {
        this.commands = commands;
        this.studies = studies;
        this.readings = readings;
        this.vintages = vintages;
    }

    @PostMapping
    ResponseEntity<String> design(@RequestBody StudyBody body) {
        return commands.send(
                body.read(), null, Boolean.class, changed -> Reply.createdIf(changed, PATH + "/" + body.id(), body));
    }

    @PutMapping("/{id}/design")
    ResponseEntity<String> redesign(@PathVariable String id, @RequestBody DesignBody body) {
        return commands.send(new StudyBody(id, body).readAnew(), null, Reply.ok(body));
    }

    @PostMapping("/{id}/registration")
    ResponseEntity<String> register(@PathVariable String id) {
        return commands.send(
                new RegisterStudy(new StudyId(id)),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, PATH + "/" + id + "/protocol", Map.of("id", id)));
    }

    @PostMapping("/{id}/amendments")
    ResponseEntity<String> amend(@PathVariable String id, @RequestBody AmendmentBody body) {
        return commands.send(
                body.read(id),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, PATH + "/" + id + "/protocol", body));
    }

    @PostMapping("/{id}/status-changes")
    ResponseEntity<String> changeStatus(@PathVariable String id, @RequestBody StatusChangeBody body) {
        return commands.send(body.read(id), null, Reply.created(PATH + "/" + id, body));
    }

    @PostMapping("/{id}/assessments")
    ResponseEntity<String> assess(@PathVariable String id, @RequestBody AssessmentBody body) {
        return commands.send(body.read(id), null, Integer.class, _ -> Reply.created(PATH + "/" + id, body));
    }

    @GetMapping
    ResponseEntity<Map<String, List<StudySummary>>> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Field<StudyStatus> readStatus = fields.optional("status", status, Fields.oneOf(StudyStatus.class));
        Page page = Page.read(cursor, 1, limit, fields);
        long position = vintages.position(asOf, fields, StudyProjection.NAME);
        List<StudySummary> found =
                fields.make(() -> studies.list(readStatus.orNull(), page.afterOne(), page.andOneMore(), position));
        return page.answer("effectStudies", found, view -> List.of(view.id()));
    }

    /**
     * A study as it is answered.
     *
     * @param figuresChanged whether any figure of the last reading that was computed is another one; null when there is none
     */
    record Shown(
            @JsonUnwrapped StudyView study,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Boolean figuresChanged) {}

    @GetMapping("/{id}")
    Shown find(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<StudyId> studyId = fields.required("id", id, StudyId::new);
        long position = readings.position(asOf, fields);
        StudyView study = fields.make(() -> find(studyId.get(), position));
        return new Shown(study, readings.haveFiguresChanged(studyId.get(), study, position));
    }

    /** What was fixed, as a text; its SHA-256 is the hash in the registration or amendment. */
    @GetMapping(path = "/{id}/protocol", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> protocol(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String amendment,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<Integer> number = fields.optional("amendment", amendment, StoredReadings::number);
        long position = vintages.position(asOf, fields, StudyProjection.NAME);
        StudyId studyId = new StudyId(id);
        StudyView study = fields.make(() -> find(studyId, position));
        ProtocolView protocol = protocol(study, number.orNull());
        return ResponseEntity.ok()
                .contentType(TEXT)
                .body(StudyProtocol.text(
                        studyId, protocol.design(), protocol.registration().donors()));
    }

    private static ProtocolView protocol(StudyView study, @Nullable Integer amendment) {
        int last = study.protocols().size() - 1;
        int wanted = amendment == null ? last : amendment;
        if (last < 0) {
            throw new NotFound("protocol of " + study.id() + ": it is not registered");
        }
        if (wanted > last) {
            throw new NotFound("amendment " + wanted + " of " + study.id());
        }
        return study.protocols().get(wanted);
    }

    private StudyView find(StudyId id, long position) {
        return studies.find(id, position).orElseThrow(() -> new NotFound("effect study " + id));
    }
}
