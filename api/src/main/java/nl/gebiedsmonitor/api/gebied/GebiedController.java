package nl.gebiedsmonitor.api.gebied;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.api.gebied.GebiedBody.CompositionBody;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.JsonFaults;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.ComposeGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.Entry;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RegisterGebieden;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.RenameGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedRegistrar.Registration;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.gebied.RegistrationRejected;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.gebied.GebiedView;
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
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/** Registers, renames, composes, closes and shows gebieden. */
@RestController
@RequestMapping("/v1/gebieden")
class GebiedController {

    /** The new name of a gebied. */
    record NameBody(@Nullable String name) {}

    private final Commands commands;
    private final GebiedQueries gebieden;
    private final Vintages vintages;
    private final GebiedCsv csv = new GebiedCsv();
    private final GebiedArray jsonArray;
    private final JsonMapper json;

    GebiedController(Commands commands, GebiedQueries gebieden, Vintages vintages, JsonMapper json) {
        this.vintages = vintages;
        this.commands = commands;
        this.gebieden = gebieden;
        this.jsonArray = new GebiedArray(json);
        this.json = json;
    }

    /** Registers one gebied, or as many as an array holds. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> register(InputStream body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return registerAll(jsonArray.read(parser));
            }
            return registerOne(json.readValue(parser, GebiedBody.class));
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        } catch (JacksonException malformed) {
            throw new InputRejected(List.of(JsonFaults.of(malformed)));
        }
    }

    @PostMapping(consumes = "text/csv")
    ResponseEntity<String> registerCsv(InputStream body) throws IOException {
        return registerAll(csv.read(body));
    }

    private ResponseEntity<String> registerOne(@Nullable GebiedBody body) {
        if (body == null) {
            throw new InputRejected(List.of(new Fault(null, null, null, "type", "A gebied is a JSON object.")));
        }
        Fields fields = new Fields();
        Entry entry = body.read(fields, null);
        RegisterGebieden command = fields.make(() -> new RegisterGebieden(List.of(Objects.requireNonNull(entry))));
        try {
            return commands.send(
                    command,
                    null,
                    Registration.class,
                    registration ->
                            Reply.createdIf(registration.registered() > 0, "/v1/gebieden/" + body.code(), body));
        } catch (RegistrationRejected rejected) {
            throw new RuleViolated(rejected.faults());
        }
    }

    private ResponseEntity<String> registerAll(RegisterGebieden command) {
        return commands.send(
                command,
                null,
                Registration.class,
                registration -> new Reply(
                        registration.registered() > 0 ? 201 : 200,
                        null,
                        null,
                        new BulkRegistration(registration.registered(), registration.unchanged(), 0, List.of())));
    }

    /** How many gebieden of a bulk call were new, known or refused. */
    record BulkRegistration(int registered, int unchanged, int rejected, List<Fault> errors) {}

    @PutMapping("/{code}/name")
    ResponseEntity<String> rename(@PathVariable String code, @RequestBody NameBody body) {
        Fields fields = new Fields();
        Field<GebiedCode> readCode = fields.required("code", code, GebiedCode::new);
        Field<String> name = fields.required("name", body.name(), GebiedCommand.NAME::read);
        return commands.send(fields.make(() -> new RenameGebied(readCode.get(), name.get())), null, Reply.ok(body));
    }

    @PutMapping("/{code}/members")
    ResponseEntity<String> compose(@PathVariable String code, @RequestBody CompositionBody body) {
        Fields fields = new Fields();
        Field<GebiedCode> readCode = fields.required("code", code, GebiedCode::new);
        Composition composition = body.read(fields);
        return commands.send(
                fields.make(() -> new ComposeGebied(readCode.get(), Objects.requireNonNull(composition))),
                null,
                Reply.ok(body));
    }

    @PostMapping("/{code}/closure")
    ResponseEntity<String> close(@PathVariable String code, @RequestBody ClosureBody body) {
        return commands.send(body.read(code), null, Reply.created("/v1/gebieden/" + code, body));
    }

    @GetMapping
    ResponseEntity<Map<String, List<GebiedView>>> list(
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Field<GebiedType> readType = fields.optional("type", type, Fields.oneOf(GebiedType.class));
        Field<GebiedCode> readWithin = fields.optional("within", within, GebiedCode::new);
        Page page = Page.read(cursor, 1, limit, fields);
        long position = vintages.position(asOf, fields, GebiedProjection.NAME);
        List<GebiedView> found = fields.make(() ->
                gebieden.list(readType.orNull(), readWithin.orNull(), q, page.afterOne(), page.andOneMore(), position));
        return page.answer("gebieden", found, view -> List.of(view.code()));
    }

    @GetMapping("/{code}")
    GebiedView find(@PathVariable String code, @RequestParam(required = false) @Nullable String asOf) {
        GebiedCode gebied = new GebiedCode(code);
        return gebieden.find(gebied, vintages.position(asOf, GebiedProjection.NAME))
                .orElseThrow(() -> new NotFound("gebied " + code));
    }

    /** The gebieden that a focus area is composed of. */
    @GetMapping("/{code}/members")
    CompositionBody members(@PathVariable String code, @RequestParam(required = false) @Nullable String asOf) {
        GebiedView view = find(code, asOf);
        return new CompositionBody(
                view.members() == null ? List.of() : view.members(),
                view.referenceYear(),
                view.compositionStatus() == null
                        ? null
                        : view.compositionStatus().name());
    }
}
