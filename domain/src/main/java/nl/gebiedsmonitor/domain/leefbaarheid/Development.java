package nl.gebiedsmonitor.domain.leefbaarheid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * How a gebied changed between two periods, and what made it change.
 *
 * @param total the change of the deviation. With dimensions it is their changes added up in order, to the last bit, and so
 *     equals the difference of the two deviations but for rounding
 * @param developmentClass of the total; null when the model does not class developments
 * @param dimensions the change of each dimension, in the order of the model; empty when one of the two scores is the
 *     published deviation
 */
public record Development(double total, @Nullable Integer developmentClass, List<DimensionChange> dimensions) {

    public Development {
        dimensions = List.copyOf(dimensions);
    }

    /**
     * What one dimension adds to a development.
     *
     * @param key of the dimension
     * @param change the contributions added up in order, to the last bit
     */
    public record DimensionChange(String key, double change, List<Contribution> indicators) {

        public DimensionChange {
            indicators = List.copyOf(indicators);
        }

        private static DimensionChange of(String key, List<Contribution> indicators) {
            double sum = 0;
            for (Contribution indicator : indicators) {
                sum += indicator.change();
            }
            return new DimensionChange(key, sum, indicators);
        }
    }

    /**
     * What one indicator adds to the change of a dimension.
     *
     * @param change on the scale of the score, weighted
     */
    public record Contribution(IndicatorCode indicator, double change) {}

    static Optional<Development> between(
            ModelDefinition model, Map<IndicatorCode, Double> earlierValues, Map<IndicatorCode, Double> laterValues) {
        Optional<Score> earlier = model.score(earlierValues);
        Optional<Score> later = model.score(laterValues);
        if (earlier.isEmpty() || later.isEmpty()) {
            return Optional.empty();
        }
        if (earlier.get().basis() != Basis.DIMENSIONS || later.get().basis() != Basis.DIMENSIONS) {
            double difference = later.get().deviation() - earlier.get().deviation();
            return classed(model, difference, List.of());
        }
        double total = 0;
        List<DimensionChange> changes = new ArrayList<>();
        for (Dimension dimension : model.dimensions()) {
            DimensionChange change = change(dimension, earlierValues, laterValues);
            changes.add(change);
            total += change.change();
        }
        return classed(model, total, changes);
    }

    private static DimensionChange change(
            Dimension dimension, Map<IndicatorCode, Double> earlierValues, Map<IndicatorCode, Double> laterValues) {
        List<Contribution> contributions = new ArrayList<>();
        for (WeightedIndicator weighted : dimension.indicators()) {
            IndicatorCode indicator = weighted.indicator();
            double earlier = weighted.contribution(Objects.requireNonNull(earlierValues.get(indicator)));
            double later = weighted.contribution(Objects.requireNonNull(laterValues.get(indicator)));
            contributions.add(new Contribution(indicator, later - earlier));
        }
        return DimensionChange.of(dimension.key(), contributions);
    }

    private static Optional<Development> classed(
            ModelDefinition model, double total, List<DimensionChange> dimensions) {
        if (!Double.isFinite(total)) {
            return Optional.empty();
        }
        Classification classes = model.developmentClasses();
        return Optional.of(new Development(total, classes == null ? null : classes.of(total), dimensions));
    }
}
