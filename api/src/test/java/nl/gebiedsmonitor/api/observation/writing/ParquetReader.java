package nl.gebiedsmonitor.api.observation.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads Parquet with DuckDB, as an analyst would. */
final class ParquetReader {

    private ParquetReader() {}

    /** The rows of a query on the table {@code file}, each as its columns joined by commas. */
    static List<String> query(byte[] parquet, String sql) {
        try {
            Path file = Files.createTempFile("read", ".parquet");
            try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                    Statement statement = duckdb.createStatement()) {
                Files.write(file, parquet);
                statement.execute("create view file as select * from read_parquet('" + file + "')");
                return rows(statement.executeQuery(sql));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> rows(ResultSet found) throws SQLException {
        List<String> rows = new ArrayList<>();
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                String text = found.getString(column);
                row.add(text == null ? "" : text);
            }
            rows.add(String.join(",", row));
        }
        return rows;
    }
}
