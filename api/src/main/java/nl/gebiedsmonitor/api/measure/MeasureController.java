package nl.gebiedsmonitor.api.measure;

import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.measure.MeasureBodies.AdjustmentBody;
import nl.gebiedsmonitor.api.measure.MeasureBodies.MeasureBody;
import nl.gebiedsmonitor.api.measure.MeasureBodies.StatusChangeBody;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import nl.gebiedsmonitor.projections.measure.MeasureProjection;
import nl.gebiedsmonitor.projections.measure.MeasureQueries;
import nl.gebiedsmonitor.projections.measure.MeasureView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registers and shows measures, and follows them through their life. */
@RestController
@RequestMapping("/v1/measures")
class MeasureController {

    private final Commands commands;
    private final MeasureQueries measures;
    private final Vintages vintages;

    MeasureController(Commands commands, MeasureQueries measures, Vintages vintages) {
        this.vintages = vintages;
        this.commands = commands;
        this.measures = measures;
    }

    @PostMapping
    ResponseEntity<String> register(@RequestBody MeasureBody body) {
        return commands.send(
                body.read(),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/measures/" + body.id(), body));
    }

    @PutMapping("/{id}/plan")
    ResponseEntity<String> adjust(@PathVariable String id, @RequestBody AdjustmentBody body) {
        return commands.send(body.read(id), null, Reply.ok(body));
    }

    @PostMapping("/{id}/status-changes")
    ResponseEntity<String> change(@PathVariable String id, @RequestBody StatusChangeBody body) {
        return commands.send(body.read(id), null, Reply.created("/v1/measures/" + id, body));
    }

    @GetMapping
    ResponseEntity<Map<String, List<MeasureView>>> list(
            @RequestParam(required = false) @Nullable String gebied,
            @RequestParam(required = false) @Nullable String opgave,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Field<GebiedCode> readGebied = fields.optional("gebied", gebied, GebiedCode::new);
        Field<Opgave> readOpgave = fields.optional("opgave", opgave, Fields.oneOf(Opgave.class));
        Field<MeasureStatus> readStatus = fields.optional("status", status, Fields.oneOf(MeasureStatus.class));
        Page page = Page.read(cursor, 1, limit, fields);
        long position = vintages.position(asOf, fields, MeasureProjection.NAME);
        List<MeasureView> found = fields.make(() -> measures.list(
                readGebied.orNull(),
                readOpgave.orNull(),
                readStatus.orNull(),
                page.afterOne(),
                page.andOneMore(),
                position));
        return page.answer("measures", found, view -> List.of(view.id()));
    }

    @GetMapping("/{id}")
    MeasureView find(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        MeasureId measure = new MeasureId(id);
        return measures.find(measure, vintages.position(asOf, MeasureProjection.NAME))
                .orElseThrow(() -> new NotFound("measure " + id));
    }
}
