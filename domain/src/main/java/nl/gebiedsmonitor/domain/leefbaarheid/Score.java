package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * How liveable a gebied is by a model.
 *
 * @param score the reference level of the model and the deviation together
 * @param deviation from that level; the classes of the score and of the deviation are read from it
 * @param dimensions what each dimension adds to the deviation, in the order of the model; empty when the basis is the
 *     published deviation
 */
public record Score(double score, double deviation, Basis basis, List<DimensionScore> dimensions) {

    public Score {
        dimensions = List.copyOf(dimensions);
    }

    static Optional<Score> of(ModelDefinition model, Map<IndicatorCode, Double> values) {
        List<DimensionScore> known = model.dimensions().stream()
                .flatMap(dimension -> dimension.score(values).stream())
                .toList();
        if (known.size() == model.dimensions().size()) {
            double deviation = 0;
            for (DimensionScore dimension : known) {
                deviation += dimension.value();
            }
            return finite(new Score(model.referenceLevel() + deviation, deviation, Basis.DIMENSIONS, known));
        }
        IndicatorCode published = model.deviationIndicator();
        @Nullable Double deviation = published == null ? null : values.get(published);
        return deviation == null
                ? Optional.empty()
                : finite(new Score(model.referenceLevel() + deviation, deviation, Basis.DEVIATION, List.of()));
    }

    private static Optional<Score> finite(Score score) {
        return Optional.of(score).filter(made -> Double.isFinite(made.score()));
    }
}
