package nl.gebiedsmonitor.projections.leefbaarheid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.gebied.CodeRange;
import nl.gebiedsmonitor.projections.observation.FigureTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the scores that follow from figures, where they differ from those that stand. */
final class ScoreWriter {

    private static final String END = """
            update score set to_position = ? where model = ? and gebied = ? and period = ? and to_position = ?
            """;

    private static final String INSERT = """
            insert into score (model, gebied, period, from_position, to_position, gebied_type, score, deviation, dimensions,
                status)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    ScoreWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes the scores of some gebieden.
     *
     * @param periods only of these; of all when empty
     */
    void write(
            PublishedModel model,
            Collection<GebiedCode> gebieden,
            Set<Period> periods,
            FigureTable figures,
            long position) {
        Map<ScoredAt, ScoreView> standing = standing(model, gebieden, periods);
        List<ScoreView> ended = new ArrayList<>();
        List<ScoreView> begun = new ArrayList<>();
        for (GebiedCode gebied : gebieden) {
            for (Period period : figures.periods(gebied)) {
                ScoreView before = standing.get(new ScoredAt(gebied, period));
                ScoreView now = model.definition()
                        .score(figures.values(gebied, period))
                        .map(score -> new ScoreView(
                                gebied,
                                period,
                                score,
                                figures.status(model.definition().madeOf(score.basis()), gebied, period)))
                        .orElse(null);
                if (Objects.equals(before, now)) {
                    continue;
                }
                if (before != null) {
                    ended.add(before);
                }
                if (now != null) {
                    begun.add(now);
                }
            }
        }
        end(model, ended, position);
        begin(model, begun, position);
    }

    private Map<ScoredAt, ScoreView> standing(
            PublishedModel model, Collection<GebiedCode> gebieden, Set<Period> periods) {
        String ofPeriods = periods.isEmpty()
                ? ""
                : " and period in (" + String.join(", ", Collections.nCopies(periods.size(), "?")) + ")";
        Map<ScoredAt, ScoreView> standing = new HashMap<>();
        for (CodeRange range : CodeRange.of(gebieden)) {
            List<Object> params = new ArrayList<>(
                    List.of(model.number(), range.first().value(), range.last().value(), Versions.OPEN));
            periods.forEach(period -> params.add(period.value()));
            jdbc.query(
                    "select * from score where model = ? and gebied between ? and ? and to_position = ?" + ofPeriods,
                    row -> {
                        ScoreView view = ScoreRows.view(row, model);
                        standing.put(new ScoredAt(view.gebied(), view.period()), view);
                    },
                    params.toArray());
        }
        return standing;
    }

    private void end(PublishedModel model, List<ScoreView> ended, long position) {
        jdbc.batchUpdate(END, ended, Math.max(1, ended.size()), (statement, at) -> {
            statement.setLong(1, position);
            statement.setLong(2, model.number());
            statement.setString(3, at.gebied().value());
            statement.setString(4, at.period().value());
            statement.setLong(5, Versions.OPEN);
        });
    }

    private void begin(PublishedModel model, List<ScoreView> begun, long position) {
        jdbc.batchUpdate(INSERT, begun, Math.max(1, begun.size()), (statement, scored) -> {
            statement.setLong(1, model.number());
            statement.setString(2, scored.gebied().value());
            statement.setString(3, scored.period().value());
            statement.setLong(4, position);
            statement.setLong(5, Versions.OPEN);
            statement.setString(6, scored.gebied().type().name());
            statement.setDouble(7, scored.score().score());
            statement.setDouble(8, scored.score().deviation());
            statement.setString(9, ScoreRows.dimensions(scored.score()));
            statement.setString(10, scored.status().name());
        });
    }
}
