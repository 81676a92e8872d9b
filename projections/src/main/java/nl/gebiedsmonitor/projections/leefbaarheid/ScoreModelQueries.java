package nl.gebiedsmonitor.projections.leefbaarheid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Questions about the score models that were published up to a position. */
public final class ScoreModelQueries {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    /** What is published stays as it is, so it is read once. */
    private final Map<Long, PublishedModel> known = new ConcurrentHashMap<>();

    public ScoreModelQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One version of a model, the last one when none is named. */
    public Optional<PublishedModel> find(ModelId id, @Nullable Integer version, long position) {
        return jdbc.sql("select number, definition from score_model where id = ? and number <= ?"
                        + (version == null ? "" : " and version = " + version)
                        + " order by version desc fetch first 1 row only")
                .params(id.value(), position)
                .query((row, _) -> model(row))
                .optional();
    }

    /** Versions of models in the order of id and version, those after one when given. */
    public List<PublishedModel> list(@Nullable ModelId afterId, int afterVersion, int limit, long position) {
        String after = afterId == null ? "" : afterId.value();
        return jdbc.sql("select number, definition from score_model where number <= ? and id >= ?"
                        + " and (id > ? or version > ?) order by id, version fetch first ? rows only")
                .params(position, after, after, afterVersion, limit)
                .query((row, _) -> model(row))
                .list();
    }

    /** All versions of one model, in order. */
    public List<PublishedModel> versions(ModelId id, long position) {
        return jdbc.sql("select number, definition from score_model where id = ? and number <= ? order by version")
                .params(id.value(), position)
                .query((row, _) -> model(row))
                .list();
    }

    List<PublishedModel> all(long position) {
        return jdbc
                .sql("select number from score_model where number <= ? order by number")
                .param(position)
                .query(Long.class)
                .list()
                .stream()
                .map(this::numbered)
                .toList();
    }

    private PublishedModel numbered(long number) {
        PublishedModel model = known.get(number);
        return model != null
                ? model
                : jdbc.sql("select number, definition from score_model where number = ?")
                        .param(number)
                        .query((row, _) -> model(row))
                        .single();
    }

    static String write(ModelDefinition definition) {
        return JSON.writeValueAsString(definition);
    }

    private PublishedModel model(ResultSet row) throws SQLException {
        String definition = row.getString("definition");
        return known.computeIfAbsent(
                row.getLong("number"),
                number -> new PublishedModel(number, JSON.readValue(definition, ModelDefinition.class)));
    }
}
