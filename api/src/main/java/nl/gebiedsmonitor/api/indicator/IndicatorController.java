package nl.gebiedsmonitor.api.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.DefineIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.RetireIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorCommand.ReviseIndicator;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorView;
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

/** Defines, revises, retires and shows indicators. */
@RestController
@RequestMapping("/v1/indicators")
class IndicatorController {

    /** Why and since when an indicator is retired. */
    record RetirementBody(
            @Nullable String retiredOn, @Nullable String reason) {}

    private final Commands commands;
    private final IndicatorQueries indicators;
    private final Vintages vintages;

    IndicatorController(Commands commands, IndicatorQueries indicators, Vintages vintages) {
        this.vintages = vintages;
        this.commands = commands;
        this.indicators = indicators;
    }

    @PostMapping
    ResponseEntity<String> define(@RequestBody IndicatorBody body) {
        IndicatorDefinition definition = body.read(new Fields());
        return commands.send(
                new DefineIndicator(definition),
                definition.source(),
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/indicators/" + definition.code(), definition));
    }

    @PutMapping("/{code}")
    ResponseEntity<String> revise(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String reason,
            @RequestBody IndicatorBody body) {
        Fields fields = new Fields();
        if (body.code() != null && !body.code().equals(code)) {
            fields.add(new Fault(
                    null, "code", body.code(), "code-of-path", "The code in the body is not the one in the path."));
        }
        Field<String> readReason = fields.required("reason", reason, TextRule.REASON::read);
        IndicatorDefinition definition = body.read(fields);
        return commands.send(
                fields.make(() -> new ReviseIndicator(definition, readReason.get())),
                definition.source(),
                Boolean.class,
                _ -> Reply.ok(definition));
    }

    @PostMapping("/{code}/retirement")
    ResponseEntity<String> retire(@PathVariable String code, @RequestBody RetirementBody body) {
        Fields fields = new Fields();
        Field<IndicatorCode> readCode = fields.required("code", code, IndicatorCode::new);
        Field<LocalDate> retiredOn = fields.required("retiredOn", body.retiredOn(), Fields::date);
        Field<String> reason = fields.required("reason", body.reason(), TextRule.REASON::read);
        return commands.send(
                fields.make(() -> new RetireIndicator(readCode.get(), retiredOn.get(), reason.get())),
                null,
                Reply.created("/v1/indicators/" + code, body));
    }

    @GetMapping
    ResponseEntity<Map<String, List<IndicatorView>>> list(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Page page = Page.read(cursor, 1, limit, fields);
        long position = vintages.position(asOf, fields, IndicatorProjection.NAME);
        List<IndicatorView> found = fields.make(() -> indicators.list(page.afterOne(), page.andOneMore(), position));
        return page.answer(
                "indicators", found, view -> List.of(view.definition().code().value()));
    }

    @GetMapping("/{code}")
    IndicatorView find(@PathVariable String code, @RequestParam(required = false) @Nullable String asOf) {
        IndicatorCode indicator = new IndicatorCode(code);
        return indicators
                .find(indicator, vintages.position(asOf, IndicatorProjection.NAME))
                .orElseThrow(() -> new NotFound("indicator " + code));
    }
}
