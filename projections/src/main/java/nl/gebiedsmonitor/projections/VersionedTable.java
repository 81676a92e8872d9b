package nl.gebiedsmonitor.projections;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a small table of {@link Versions}: nothing in it is ever changed but where a version ends. */
public final class VersionedTable {

    private final JdbcClient jdbc;
    private final String table;
    private final List<String> key;

    /** @param key the columns that tell one thing from another; with {@code from_position} they are the primary key */
    public VersionedTable(JdbcClient jdbc, String table, String... key) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = List.of(key);
    }

    /** Begins a version; the one that stands, if there is one, ends. */
    public void put(long position, Map<String, ? extends @Nullable Object> row) {
        end(position, key.stream().<Object>map(row::get).toList());
        begin(position, row);
    }

    /** Begins a version that differs from the one that stands in some columns only. */
    public void change(long position, List<?> keyValues, Map<String, ? extends @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(standing(keyValues)
                .orElseThrow(() -> new IllegalStateException("No " + table + " stands for " + keyValues)));
        row.putAll(columns);
        put(position, row);
    }

    /** Ends the versions that stand under a key, or under the first columns of one. */
    public void end(long position, List<?> keyValues) {
        jdbc.sql("update " + table + " set to_position = ?" + where(key.subList(0, keyValues.size()))
                        + " and to_position = ?")
                .param(position)
                .params(keyValues)
                .param(Versions.OPEN)
                .update();
    }

    /** Begins a version where none can stand. */
    public void begin(long position, Map<String, ? extends @Nullable Object> row) {
        Map<String, @Nullable Object> version = new LinkedHashMap<>();
        row.forEach((column, value) -> version.put(column.toLowerCase(Locale.ROOT), value));
        version.put("from_position", position);
        version.put("to_position", Versions.OPEN);
        List<@Nullable Object> values = new ArrayList<>(version.values());
        JdbcClient.StatementSpec insert = jdbc.sql("insert into " + table + " ("
                + String.join(", ", version.keySet()) + ") values ("
                + values.stream().map(_ -> "?").collect(joining(", ")) + ")");
        for (Object value : values) {
            insert = insert.param(value);
        }
        insert.update();
    }

    private Optional<Map<String, @Nullable Object>> standing(List<?> keyValues) {
        return jdbc
                .sql("select * from " + table + where(key) + " and to_position = ?")
                .params(keyValues)
                .param(Versions.OPEN)
                .query()
                .listOfRows()
                .stream()
                .findFirst();
    }

    private static String where(List<String> columns) {
        return columns.stream().map(column -> column + " = ?").collect(joining(" and ", " where ", ""));
    }
}
