package nl.gebiedsmonitor.projections.leefbaarheid;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Basis;
import nl.gebiedsmonitor.domain.leefbaarheid.Dimension;
import nl.gebiedsmonitor.domain.leefbaarheid.DimensionScore;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/** How a score is a row. */
final class ScoreRows {

    private ScoreRows() {}

    /** The values of the dimensions, to the last bit; null when the score rests on the published deviation. */
    static @Nullable String dimensions(Score score) {
        return score.basis() == Basis.DEVIATION
                ? null
                : score.dimensions().stream()
                        .map(dimension -> Double.toString(dimension.value()))
                        .collect(joining(","));
    }

    static ScoreView view(ResultSet row, PublishedModel model) throws SQLException {
        return new ScoreView(
                new GebiedCode(row.getString("gebied")),
                new Period(row.getString("period")),
                score(row, model),
                ObsStatus.valueOf(row.getString("status")));
    }

    private static Score score(ResultSet row, PublishedModel model) throws SQLException {
        String dimensions = row.getString("dimensions");
        return new Score(
                row.getDouble("score"),
                row.getDouble("deviation"),
                dimensions == null ? Basis.DEVIATION : Basis.DIMENSIONS,
                dimensions == null ? List.of() : read(dimensions, model));
    }

    private static List<DimensionScore> read(String values, PublishedModel model) {
        List<DimensionScore> read = new ArrayList<>();
        int from = 0;
        for (Dimension dimension : model.definition().dimensions()) {
            int comma = values.indexOf(',', from);
            int to = comma < 0 ? values.length() : comma;
            read.add(new DimensionScore(dimension.key(), Double.parseDouble(values.substring(from, to))));
            from = to + 1;
        }
        return read;
    }
}
