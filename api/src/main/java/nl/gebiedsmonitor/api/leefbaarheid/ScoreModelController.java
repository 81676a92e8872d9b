package nl.gebiedsmonitor.api.leefbaarheid;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelKey;
import nl.gebiedsmonitor.domain.leefbaarheid.Publication;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelCommand.PublishScoreModel;
import nl.gebiedsmonitor.projections.leefbaarheid.LeefbaarheidProjection;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Publishes and shows score models. */
@RestController
@RequestMapping("/v1/score-models")
class ScoreModelController {

    /**
     * A score model as it stands.
     *
     * @param definition of its last version
     * @param versions the numbers of all versions, the first one first
     */
    record ScoreModelView(@JsonUnwrapped ModelDefinition definition, List<Integer> versions) {}

    private final Commands commands;
    private final ScoreModelQueries models;
    private final Vintages vintages;

    ScoreModelController(Commands commands, ScoreModelQueries models, Vintages vintages) {
        this.commands = commands;
        this.models = models;
        this.vintages = vintages;
    }

    @PostMapping
    ResponseEntity<String> publish(@RequestBody ScoreModelBody body) {
        ModelDefinition definition = body.read(new Fields());
        return commands.send(
                new PublishScoreModel(definition),
                definition.source(),
                Publication.class,
                published -> Reply.createdIf(
                        published.changed(),
                        "/v1/score-models/" + definition.id() + "/versions/" + definition.version(),
                        published.definition()));
    }

    @GetMapping
    ResponseEntity<Map<String, List<ModelDefinition>>> list(
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Page page = Page.read(cursor, 1, limit, fields);
        Field<ModelKey> after = fields.optional("cursor", page.afterOne(), ModelKey::parse);
        long position = vintages.position(asOf, fields, LeefbaarheidProjection.NAME);
        List<PublishedModel> found = fields.make(() -> list(after.orNull(), page.andOneMore(), position));
        return page.answer(
                "scoreModels",
                found.stream().map(PublishedModel::definition).toList(),
                definition -> List.of(definition.key().toString()));
    }

    private List<PublishedModel> list(@Nullable ModelKey after, int limit, long position) {
        return after == null
                ? models.list(null, 0, limit, position)
                : models.list(after.id(), after.version(), limit, position);
    }

    @GetMapping("/{id}")
    ScoreModelView find(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        ModelId model = new ModelId(id);
        List<ModelDefinition> versions =
                models.versions(model, vintages.position(asOf, LeefbaarheidProjection.NAME)).stream()
                        .map(PublishedModel::definition)
                        .toList();
        if (versions.isEmpty()) {
            throw new NotFound("score model " + id);
        }
        return new ScoreModelView(
                versions.getLast(),
                versions.stream().map(ModelDefinition::version).toList());
    }

    @GetMapping("/{id}/versions/{version}")
    ModelDefinition find(
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<ModelId> model = fields.required("id", id, ModelId::new);
        Field<Integer> number = fields.required("version", version, ModelKey::readVersion);
        long position = vintages.position(asOf, fields, LeefbaarheidProjection.NAME);
        return fields.make(() -> models.find(model.get(), number.get(), position))
                .map(PublishedModel::definition)
                .orElseThrow(() -> new NotFound("version " + version + " of score model " + id));
    }
}
