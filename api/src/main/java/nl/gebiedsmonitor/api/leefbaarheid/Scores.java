package nl.gebiedsmonitor.api.leefbaarheid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.gebiedsmonitor.api.leefbaarheid.ScoreBody.DimensionBody;
import nl.gebiedsmonitor.api.observation.CompositionBody;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.leefbaarheid.DimensionScore;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.leefbaarheid.ComposedScoreQueries.Scored;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreView;
import org.jspecify.annotations.Nullable;

/** Writes scores down by the classes and decimals of a model. */
final class Scores {

    private final ModelDefinition model;

    Scores(ModelDefinition model) {
        this.model = model;
    }

    /** A score that is kept, of figures that were all recorded. */
    ScoreBody body(ScoreView view, @Nullable String name) {
        return body(view.gebied().value(), name, view.period(), Optional.of(view.score()), view.status(), null, null);
    }

    /** A score that was made, or why there is none. */
    ScoreBody body(@Nullable String gebied, @Nullable String name, Scored scored) {
        Map<String, CompositionBody> composition = new LinkedHashMap<>();
        scored.figures().forEach((indicator, made) -> {
            CompositionBody body = CompositionBody.of(made);
            if (body != null && (made.value() != null || body.coverage() > 0 || body.breaks() != null)) {
                composition.put(indicator.value(), body);
            }
        });
        return body(
                gebied,
                name,
                scored.period(),
                scored.score(),
                status(scored),
                scored.score().isPresent() ? null : missingReason(scored),
                composition.isEmpty() ? null : composition);
    }

    private ScoreBody body(
            @Nullable String gebied,
            @Nullable String name,
            Period period,
            Optional<Score> found,
            ObsStatus status,
            @Nullable MissingReason missingReason,
            @Nullable Map<String, CompositionBody> composition) {
        Score score = found.orElse(null);
        Integer scoreClass =
                score == null ? null : Integer.valueOf(model.scoreClasses().of(score.deviation()));
        Integer deviationClass =
                score == null ? null : Integer.valueOf(model.deviationClasses().of(score.deviation()));
        return new ScoreBody(
                gebied,
                name,
                period.value(),
                score == null ? null : Double.valueOf(shown(score.score())),
                scoreClass,
                label(model.scoreClasses(), scoreClass),
                score == null ? null : Double.valueOf(shown(score.deviation())),
                deviationClass,
                label(model.deviationClasses(), deviationClass),
                score == null ? Map.of() : dimensions(score),
                score == null ? null : score.basis(),
                status,
                missingReason,
                null,
                null,
                null,
                composition);
    }

    private static @Nullable String label(Classification classes, @Nullable Integer klass) {
        return klass == null ? null : classes.label(klass);
    }

    private Map<String, DimensionBody> dimensions(Score score) {
        Map<String, DimensionBody> dimensions = new LinkedHashMap<>();
        for (DimensionScore dimension : score.dimensions()) {
            int klass = model.dimensionClasses().of(dimension.value());
            dimensions.put(
                    dimension.key(),
                    new DimensionBody(
                            shown(dimension.value()),
                            klass,
                            model.dimensionClasses().label(klass)));
        }
        return dimensions;
    }

    private double shown(double value) {
        Integer decimals = model.decimals();
        return decimals == null
                ? value
                : BigDecimal.valueOf(value)
                        .setScale(decimals, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }

    private ObsStatus status(Scored scored) {
        return scored.score()
                .flatMap(score -> model.madeOf(score.basis()).stream()
                        .map(scored.figures()::get)
                        .filter(Objects::nonNull)
                        .map(Made::status)
                        .max(ObsStatus::compareTo))
                .orElse(ObsStatus.MISSING);
    }

    private static MissingReason missingReason(Scored scored) {
        List<MissingReason> reasons = scored.figures().values().stream()
                .map(Made::missingReason)
                .filter(Objects::nonNull)
                .toList();
        if (reasons.contains(MissingReason.SUPPRESSED)) {
            return MissingReason.SUPPRESSED;
        }
        return reasons.contains(MissingReason.NOT_APPLICABLE)
                ? MissingReason.NOT_APPLICABLE
                : MissingReason.NOT_PUBLISHED;
    }
}
