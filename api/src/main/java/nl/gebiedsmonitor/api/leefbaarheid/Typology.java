package nl.gebiedsmonitor.api.leefbaarheid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.api.leefbaarheid.Ranking.Ranked;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.leefbaarheid.TypologyRule;
import nl.gebiedsmonitor.domain.observation.Figure;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.leefbaarheid.ComposedScoreQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which gebieden are of the kinds that a model names, such as its kwetsbare wijken. */
@Component
class Typology {

    record Answer(String model, int version, @Nullable String period, List<Kind> typology) {}

    /**
     * A kind of gebied and those that are of it.
     *
     * @param inhabitants how many live there together; null when that is not known of one of them
     */
    record Kind(
            TypologyRule rule,
            List<Member> gebieden,
            @Nullable Double inhabitants) {}

    record Member(
            String gebied,
            @Nullable String name,
            @Nullable Double score,
            @Nullable Integer scoreClass,
            @Nullable Double inhabitants) {}

    private final ScoreQueries scores;
    private final ComposedScoreQueries composed;
    private final Ranking ranking;

    Typology(ScoreQueries scores, ComposedScoreQueries composed, Ranking ranking) {
        this.scores = scores;
        this.composed = composed;
        this.ranking = ranking;
    }

    /** The typology in a period, the last of which there are scores when left out. */
    Answer of(PublishedModel model, @Nullable Period asked, @Nullable GebiedCode within, long position) {
        Period period =
                asked == null ? scores.lastPeriod(model, null, null, position).orElse(null) : asked;
        List<Kind> kinds = new ArrayList<>();
        for (TypologyRule rule : model.definition().typology()) {
            kinds.add(period == null ? new Kind(rule, List.of(), 0.0) : kind(model, rule, period, within, position));
        }
        return new Answer(
                model.definition().id().value(),
                model.definition().version(),
                period == null ? null : period.value(),
                kinds);
    }

    private Kind kind(
            PublishedModel model, TypologyRule rule, Period period, @Nullable GebiedCode within, long position) {
        List<Ranked> inClass = ranking.of(model, period, rule.type(), within, position).stream()
                .filter(ranked -> rule.matches(
                        rule.type(), Objects.requireNonNull(ranked.body().scoreClass()), Double.MAX_VALUE))
                .toList();
        Map<GebiedCode, Double> inhabitants =
                inhabitants(model, inClass.stream().map(Ranked::gebied).toList(), period, position);
        List<Member> members = new ArrayList<>();
        Double together = 0.0;
        for (Ranked ranked : inClass) {
            ScoreBody body = ranked.body();
            Double living = inhabitants.get(ranked.gebied());
            if (rule.matches(rule.type(), Objects.requireNonNull(body.scoreClass()), living)) {
                members.add(new Member(ranked.gebied().value(), body.name(), body.score(), body.scoreClass(), living));
                together = together == null || living == null ? null : Double.valueOf(together + living);
            }
        }
        return new Kind(rule, members, together);
    }

    private Map<GebiedCode, Double> inhabitants(
            PublishedModel model, List<GebiedCode> gebieden, Period period, long position) {
        Map<GebiedCode, Double> inhabitants = new HashMap<>();
        composed.of(model, gebieden, List.of(period), null, position)
                .forEach((gebied, made) -> made.forEach(scored -> {
                    Figure living = scored.inhabitants();
                    if (living != null && living.value() != null) {
                        inhabitants.put(gebied, living.value());
                    }
                }));
        return inhabitants;
    }
}
