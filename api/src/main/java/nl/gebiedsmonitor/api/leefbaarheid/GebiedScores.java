package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedView;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.leefbaarheid.ComposedScoreQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ComposedScoreQueries.Scored;
import nl.gebiedsmonitor.projections.leefbaarheid.LeefbaarheidProjection;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All that is known of the leefbaarheid of one gebied. */
@Component
class GebiedScores {

    /** The projections that a score is read from. */
    static final String[] READ = {
        GebiedProjection.NAME,
        IndicatorProjection.NAME,
        ObservationProjection.NAME,
        DisclosureProjection.NAME,
        LeefbaarheidProjection.NAME
    };

    /**
     * Which scores are asked for.
     *
     * @param period this one alone, with the one it is set against; all when null
     * @param against what a development is since; the period before when null
     * @param boundaries the year whose boundaries the gebied is taken by; null for those it has in each period
     */
    record Question(
            @Nullable Period period,
            @Nullable Period against,
            @Nullable Integer boundaries) {}

    private final ComposedScoreQueries composed;
    private final ScoreQueries scores;
    private final Ranking ranking;

    GebiedScores(ComposedScoreQueries composed, ScoreQueries scores, Ranking ranking) {
        this.composed = composed;
        this.scores = scores;
        this.ranking = ranking;
    }

    /** The scores of a gebied, the first period first. */
    List<ScoreBody> of(PublishedModel model, GebiedView gebied, Question question, long position) {
        GebiedCode code = new GebiedCode(gebied.code());
        List<Period> periods = periods(model, code, question, position);
        List<Scored> all = composed.of(model, List.of(code), periods, question.boundaries(), position)
                .getOrDefault(code, List.of());
        List<ScoreBody> bodies = bodies(model.definition(), gebied.code(), gebied.name(), all, question);
        if (question.boundaries() != null || bodies.isEmpty()) {
            return bodies;
        }
        ScoreBody last = bodies.getLast();
        Optional<Scored> scored = all.stream()
                .filter(each -> each.period().value().equals(last.period()))
                .findFirst();
        scored.filter(each -> each.score().isPresent())
                .ifPresent(each -> bodies.set(
                        bodies.size() - 1,
                        last.ranked(
                                rank(model, code, each, null, position),
                                rank(model, code, each, gemeente(code, gebied), position))));
        return bodies;
    }

    /** The periods to read: all, unless one is asked for and it is known what it is set against. */
    private List<Period> periods(PublishedModel model, GebiedCode code, Question question, long position) {
        Period period = question.period();
        if (period == null) {
            return List.of();
        }
        if (question.against() != null) {
            return List.of(question.against(), period);
        }
        boolean made = code.type().isComposed() || question.boundaries() != null;
        return made
                ? List.of()
                : Stream.concat(scores.periodBefore(model, code, period, position).stream(), Stream.of(period))
                        .toList();
    }

    /** The scores of some gebieden taken together. */
    List<ScoreBody> together(PublishedModel model, List<GebiedCode> members, Question question, long position) {
        List<Scored> all = composed.together(model, members, List.of(), question.boundaries(), position);
        return bodies(model.definition(), null, null, all, question);
    }

    private static List<ScoreBody> bodies(
            ModelDefinition model,
            @Nullable String gebied,
            @Nullable String name,
            List<Scored> all,
            Question question) {
        Scores writing = new Scores(model);
        List<ScoreBody> bodies = new ArrayList<>();
        for (Scored scored : all) {
            if (question.period() == null || question.period().equals(scored.period())) {
                ScoreBody body = writing.body(gebied, name, scored);
                bodies.add(developed(model, body, earlier(all, scored, question.against()), scored));
            }
        }
        return bodies;
    }

    private static ScoreBody developed(ModelDefinition model, ScoreBody body, Optional<Scored> earlier, Scored scored) {
        return earlier.flatMap(before -> model.development(before.values(), scored.values())
                        .map(development -> body.developed(DevelopmentBody.of(model, before.period(), development))))
                .orElse(body);
    }

    private static Optional<Scored> earlier(List<Scored> all, Scored scored, @Nullable Period against) {
        return all.stream()
                .filter(before -> before.period().compareTo(scored.period()) < 0
                        && before.score().isPresent()
                        && (against == null || against.equals(before.period())))
                .reduce((_, later) -> later);
    }

    /** The rank of a gebied; null when it is not asked in a gemeente that is known. */
    private @Nullable RankBody rank(
            PublishedModel model, GebiedCode code, Scored scored, @Nullable GebiedCode within, long position) {
        GebiedType type = code.type();
        if (within != null && (within.equals(code) || type == GebiedType.LAND)) {
            return null;
        }
        return type.isComposed()
                ? ranking.among(model, scored.period(), code, within, position).orElse(null)
                : RankBody.of(scores.standing(
                        model,
                        scored.period(),
                        type,
                        within,
                        scored.score().orElseThrow().deviation(),
                        position));
    }

    private static @Nullable GebiedCode gemeente(GebiedCode code, GebiedView gebied) {
        return code.gemeente()
                .or(() -> Optional.ofNullable(gebied.parent())
                        .map(GebiedCode::new)
                        .filter(parent -> parent.type() == GebiedType.GEMEENTE))
                .orElse(null);
    }
}
