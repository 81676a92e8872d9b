package nl.gebiedsmonitor.projections.eventlog;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The position of the last event of each type. A projection that is concerned by none of the new events sees it here, and
 * need not look for them in the log.
 */
final class StreamHeads {

    private final JdbcClient jdbc;
    private final Database database;
    private final Map<String, Long> known = new ConcurrentHashMap<>();

    StreamHeads(JdbcClient jdbc, Database database) {
        this.jdbc = jdbc;
        this.database = database;
        refresh();
    }

    long lastOf(Collection<String> types) {
        if (database.isShared()) {
            refresh();
        }
        return types.stream()
                .mapToLong(type -> known.getOrDefault(type, 0L))
                .max()
                .orElse(0);
    }

    void moveTo(Map<String, Long> positions) {
        positions.forEach((type, position) -> known.merge(type, position, Math::max));
    }

    private void refresh() {
        jdbc.sql("select type, position from stream_head")
                .query((row, _) -> Map.entry(row.getString("type"), row.getLong("position")))
                .list()
                .forEach(head -> known.merge(head.getKey(), head.getValue(), Math::max));
    }
}
