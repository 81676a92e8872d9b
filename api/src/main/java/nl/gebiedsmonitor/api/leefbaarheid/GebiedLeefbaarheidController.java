package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.List;
import nl.gebiedsmonitor.api.gebied.GebiedParameters;
import nl.gebiedsmonitor.api.leefbaarheid.GebiedScores.Question;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.gebied.GebiedView;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The leefbaarheid of one gebied, or of some taken together, through all periods. */
@RestController
class GebiedLeefbaarheidController {

    private static final ListRule MEMBERS = new ListRule("list-members", "member", "gebieden to take together", 1, 500);

    /** The scores of a gebied by one version of a model, the first period first. */
    record GebiedAnswer(
            String gebied,
            String name,
            String model,
            int version,
            @Nullable Integer boundaries,
            List<ScoreBody> scores) {}

    /** The scores of some gebieden together. */
    record ListAnswer(
            List<String> members,
            String model,
            int version,
            @Nullable Integer boundaries,
            List<ScoreBody> scores) {}

    private final ScoreModelQueries models;
    private final GebiedQueries gebieden;
    private final GebiedParameters known;
    private final GebiedScores scores;
    private final Vintages vintages;

    GebiedLeefbaarheidController(
            ScoreModelQueries models,
            GebiedQueries gebieden,
            GebiedParameters known,
            GebiedScores scores,
            Vintages vintages) {
        this.models = models;
        this.gebieden = gebieden;
        this.known = known;
        this.scores = scores;
        this.vintages = vintages;
    }

    @GetMapping("/v1/gebieden/{code}/leefbaarheid")
    GebiedAnswer ofGebied(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        Field<GebiedCode> gebied = fields.required("code", code, GebiedCode::new);
        ModelParameters wanted = ModelParameters.read(model, version, fields);
        Question question = question(period, against, boundaries, fields);
        long position = vintages.position(asOf, fields, GebiedScores.READ);
        PublishedModel found = fields.make(() -> wanted.find(models, position));
        GebiedView view = gebieden.find(gebied.get(), position).orElseThrow(() -> new NotFound("gebied " + code));
        return fields.make(() -> new GebiedAnswer(
                view.code(),
                view.name(),
                found.definition().id().value(),
                found.definition().version(),
                question.boundaries(),
                scores.of(found, view, question, position)));
    }

    @GetMapping("/v1/leefbaarheid/aggregate")
    ListAnswer together(
            @RequestParam(required = false) @Nullable List<String> member,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String against,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        List<GebiedCode> members = fields.list(MEMBERS, member, GebiedCode::new);
        ModelParameters wanted = ModelParameters.read(model, version, fields);
        Question question = question(period, against, boundaries, fields);
        long position = vintages.position(asOf, fields, GebiedScores.READ);
        known.requireKnown(MEMBERS.field(), members, position, fields);
        PublishedModel found = fields.make(() -> wanted.find(models, position));
        return new ListAnswer(
                members.stream().map(GebiedCode::value).toList(),
                found.definition().id().value(),
                found.definition().version(),
                question.boundaries(),
                scores.together(found, members, question, position));
    }

    private static Question question(
            @Nullable String period, @Nullable String against, @Nullable String boundaries, Fields fields) {
        Field<Period> ofPeriod = fields.optional("period", period, Period::new);
        Field<Period> since = fields.optional("against", against, Period::new);
        if (ofPeriod.orNull() != null && since.orNull() != null && since.get().compareTo(ofPeriod.get()) >= 0) {
            fields.add(new Fault(
                    null, "against", against, "against-before-period", "The period against is not before the period."));
        }
        Field<Integer> year = fields.optional("boundaries", boundaries, Composition::readReferenceYear);
        return new Question(ofPeriod.orNull(), since.orNull(), year.orNull());
    }
}
