package nl.gebiedsmonitor.projections.leefbaarheid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.observation.FigureTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the scores that follow from figures, where they differ from those that stand. */
final class ScoreWriter {

    private static final String END = """
            update score set to_position = ? where model = ? and gebied = ? and period = ? and to_position = ?
            """;

    private static final String INSERT = """
            insert into score (model, gebied, period, from_position, to_position, gebied_type, score, deviation, dimensions)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private record Scored(ScoredAt at, Score score) {}

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
        Map<ScoredAt, Score> standing = standing(model, gebieden, periods);
        List<ScoredAt> ended = new ArrayList<>();
        List<Scored> begun = new ArrayList<>();
        for (GebiedCode gebied : gebieden) {
            for (Period period : figures.periods(gebied)) {
                ScoredAt at = new ScoredAt(gebied, period);
                Score before = standing.get(at);
                Optional<Score> now = model.definition().score(figures.values(gebied, period));
                if (now.isPresent() && now.get().equals(before)) {
                    continue;
                }
                if (before != null) {
                    ended.add(at);
                }
                now.ifPresent(score -> begun.add(new Scored(at, score)));
            }
        }
        end(model, ended, position);
        begin(model, begun, position);
    }

    private Map<ScoredAt, Score> standing(PublishedModel model, Collection<GebiedCode> gebieden, Set<Period> periods) {
        List<Object> params = new ArrayList<>(List.of(model.number(), Versions.OPEN));
        gebieden.forEach(gebied -> params.add(gebied.value()));
        periods.forEach(period -> params.add(period.value()));
        String sql = "select * from score where model = ? and to_position = ? and gebied in ("
                + String.join(", ", Collections.nCopies(gebieden.size(), "?")) + ")"
                + (periods.isEmpty()
                        ? ""
                        : " and period in (" + String.join(", ", Collections.nCopies(periods.size(), "?")) + ")");
        Map<ScoredAt, Score> standing = new HashMap<>();
        jdbc.query(
                sql,
                row -> {
                    standing.put(
                            new ScoredAt(new GebiedCode(row.getString("gebied")), new Period(row.getString("period"))),
                            ScoreRows.score(row, model));
                },
                params.toArray());
        return standing;
    }

    private void end(PublishedModel model, List<ScoredAt> ended, long position) {
        jdbc.batchUpdate(END, ended, Math.max(1, ended.size()), (statement, at) -> {
            statement.setLong(1, position);
            statement.setLong(2, model.number());
            statement.setString(3, at.gebied().value());
            statement.setString(4, at.period().value());
            statement.setLong(5, Versions.OPEN);
        });
    }

    private void begin(PublishedModel model, List<Scored> begun, long position) {
        jdbc.batchUpdate(INSERT, begun, Math.max(1, begun.size()), (statement, scored) -> {
            statement.setLong(1, model.number());
            statement.setString(2, scored.at().gebied().value());
            statement.setString(3, scored.at().period().value());
            statement.setLong(4, position);
            statement.setLong(5, Versions.OPEN);
            statement.setString(6, scored.at().gebied().type().name());
            statement.setDouble(7, scored.score().score());
            statement.setDouble(8, scored.score().deviation());
            statement.setString(9, ScoreRows.dimensions(scored.score()));
        });
    }
}
