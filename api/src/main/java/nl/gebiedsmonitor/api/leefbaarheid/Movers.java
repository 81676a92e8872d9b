package nl.gebiedsmonitor.api.leefbaarheid;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.leefbaarheid.Ranking.Ranked;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which gebieden changed most between two periods. */
@Component
class Movers {

    /** The biggest changes, up or down. */
    record Answer(
            String model,
            int version,
            @Nullable String from,
            @Nullable String to,
            List<Mover> changes) {}

    /**
     * One gebied that changed.
     *
     * @param change of the score, the changes of the dimensions added up in order
     * @param dimensions what each dimension added; empty when one of the scores rests on the published deviation
     */
    record Mover(
            String gebied,
            @Nullable String name,
            ScoreAt before,
            ScoreAt after,
            double change,
            @Nullable Integer developmentClass,
            @Nullable String developmentLabel,
            Map<String, Double> dimensions) {}

    record ScoreAt(@Nullable Double score, @Nullable Integer scoreClass) {

        static ScoreAt of(ScoreBody body) {
            return new ScoreAt(body.score(), body.scoreClass());
        }
    }

    private final ScoreQueries scores;
    private final Ranking ranking;

    Movers(ScoreQueries scores, Ranking ranking) {
        this.scores = scores;
        this.ranking = ranking;
    }

    static void requireOrder(@Nullable Period from, @Nullable Period to, Fields fields) {
        if (from != null && to != null && from.compareTo(to) >= 0) {
            fields.add(
                    new Fault(null, "to", to.value(), "from-before-to", "The period to is not after the period from."));
        }
    }

    /**
     * The biggest movers between two periods; the last two of which there are scores when left out. There are none, and no
     * later period, when the last of which there are scores is not after the earlier one.
     */
    Answer between(
            PublishedModel model,
            @Nullable Period from,
            @Nullable Period to,
            @Nullable GebiedType type,
            @Nullable GebiedCode within,
            int limit,
            long position) {
        GebiedType scored = LeefbaarheidController.scoredType(type);
        Period later =
                to == null ? scores.lastPeriod(model, scored, null, position).orElse(null) : to;
        Period earlier = from == null && later != null
                ? scores.lastPeriod(model, scored, later, position).orElse(null)
                : from;
        List<Mover> movers = new ArrayList<>();
        if (later != null && earlier != null && earlier.compareTo(later) >= 0) {
            later = null;
        }
        if (earlier != null && later != null) {
            Map<GebiedCode, Ranked> before = ranking.of(model, earlier, type, within, position).stream()
                    .collect(toMap(Ranked::gebied, ranked -> ranked));
            for (Ranked after : ranking.of(model, later, type, within, position)) {
                Ranked first = before.get(after.gebied());
                if (first != null) {
                    movers.add(mover(model, first, after));
                }
            }
        }
        movers.sort(Comparator.<Mover>comparingDouble(mover -> -Math.abs(mover.change()))
                .thenComparing(Mover::gebied));
        return new Answer(
                model.definition().id().value(),
                model.definition().version(),
                earlier == null ? null : earlier.value(),
                later == null ? null : later.value(),
                movers.subList(0, Math.min(limit, movers.size())));
    }

    private static Mover mover(PublishedModel model, Ranked before, Ranked after) {
        Map<String, Double> dimensions = dimensions(before.score(), after.score());
        double change = 0;
        for (double dimension : dimensions.values()) {
            change += dimension;
        }
        if (dimensions.isEmpty()) {
            change = after.score().deviation() - before.score().deviation();
        }
        Classification classes = model.definition().developmentClasses();
        Integer klass = classes == null ? null : Integer.valueOf(classes.of(change));
        return new Mover(
                after.gebied().value(),
                after.body().name(),
                ScoreAt.of(before.body()),
                ScoreAt.of(after.body()),
                change,
                klass,
                classes == null || klass == null ? null : classes.label(klass),
                dimensions);
    }

    private static Map<String, Double> dimensions(Score before, Score after) {
        Map<String, Double> changes = new LinkedHashMap<>();
        if (before.dimensions().size() == after.dimensions().size()) {
            for (int i = 0; i < after.dimensions().size(); i++) {
                changes.put(
                        after.dimensions().get(i).key(),
                        after.dimensions().get(i).value()
                                - before.dimensions().get(i).value());
            }
        }
        return changes;
    }
}
