package nl.gebiedsmonitor.projections.leefbaarheid;

import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps models by their definition in JSON, which is read as a whole and never searched. */
final class ScoreModelWriter {

    private final JdbcClient jdbc;

    ScoreModelWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ModelDefinition definition, long position) {
        jdbc.sql("insert into score_model (number, id, version, definition) values (?, ?, ?, ?)")
                .params(position, definition.id().value(), definition.version(), ScoreModelQueries.write(definition))
                .update();
    }
}
