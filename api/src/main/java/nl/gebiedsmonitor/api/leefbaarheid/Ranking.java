package nl.gebiedsmonitor.api.leefbaarheid;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ComposedScoreQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries.Standing;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The scores of many gebieden in one period, the highest first, those that are made of members among them. */
@Component
class Ranking {

    private static final Comparator<Ranked> ORDER = Comparator.<Ranked>comparingDouble(
                    ranked -> -ranked.score().deviation())
            .thenComparing(Ranked::gebied);

    /**
     * A gebied in the order of scores.
     *
     * @param body its score as it is written down, with its rank when only gebieden of one type are ranked
     */
    record Ranked(GebiedCode gebied, Score score, ScoreBody body) {}

    private final ScoreQueries scores;
    private final ComposedScoreQueries composed;
    private final GebiedQueries gebieden;

    Ranking(ScoreQueries scores, ComposedScoreQueries composed, GebiedQueries gebieden) {
        this.scores = scores;
        this.composed = composed;
        this.gebieden = gebieden;
    }

    /**
     * Ranks gebieden.
     *
     * @param type of these alone, with ranks; when left out all with figures of their own, without
     * @param within of those inside this one, when given
     */
    List<Ranked> of(
            PublishedModel model,
            Period period,
            @Nullable GebiedType type,
            @Nullable GebiedCode within,
            long position) {
        Scores writing = new Scores(model.definition());
        List<Ranked> all = new ArrayList<>();
        List<ScoreView> own = scores.ofPeriod(model, period, type, within, position);
        Map<GebiedCode, String> names =
                new HashMap<>(gebieden.names(own.stream().map(ScoreView::gebied).toList(), position));
        for (ScoreView view : own) {
            all.add(new Ranked(view.gebied(), view.score(), writing.body(view, names.get(view.gebied()))));
        }
        if (type != null && type.isComposed()) {
            Set<GebiedCode> known = own.stream().map(ScoreView::gebied).collect(toSet());
            List<GebiedCode> others = gebieden.codes(type, period.start().getYear(), within, position).stream()
                    .filter(gebied -> !known.contains(gebied))
                    .toList();
            names.putAll(gebieden.names(others, position));
            composed.of(model, others, List.of(period), null, position)
                    .forEach((gebied, made) -> made.forEach(scored -> scored.score()
                            .ifPresent(score -> all.add(new Ranked(
                                    gebied, score, writing.body(gebied.value(), names.get(gebied), scored))))));
        }
        all.sort(ORDER);
        return type == null ? all : ranked(all);
    }

    /** Where a gebied stands among all of its type; empty when it has no score. */
    Optional<RankBody> among(
            PublishedModel model, Period period, GebiedCode gebied, @Nullable GebiedCode within, long position) {
        return of(model, period, gebied.type(), within, position).stream()
                .filter(ranked -> ranked.gebied().equals(gebied))
                .findFirst()
                .map(ranked -> ranked.body().rank());
    }

    private static List<Ranked> ranked(List<Ranked> inOrder) {
        List<Ranked> ranked = new ArrayList<>();
        int first = 0;
        while (first < inOrder.size()) {
            double deviation = inOrder.get(first).score().deviation();
            int next = first;
            while (next < inOrder.size() && inOrder.get(next).score().deviation() == deviation) {
                next++;
            }
            RankBody rank = RankBody.of(new Standing(first, next - first, inOrder.size()));
            for (Ranked each : inOrder.subList(first, next)) {
                ranked.add(new Ranked(each.gebied(), each.score(), each.body().ranked(rank, null)));
            }
            first = next;
        }
        return ranked;
    }
}
