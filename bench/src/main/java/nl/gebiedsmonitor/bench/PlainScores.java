package nl.gebiedsmonitor.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The same questions as SQL written by hand, on the table of observations with an index for them. */
final class PlainScores {

    private static final String DIMENSIONS = "('LBM-FYS', 'LBM-ONV', 'LBM-SOC', 'LBM-VRZ', 'LBM-WON')";

    private static final String OF_PERIOD = "select o.gebied, sum(o.obs_value) deviation from observation o"
            + " where o.indicator in " + DIMENSIONS + " and o.period = ? and o.from_position <= ? and o.to_position > ?"
            + " and o.gebied like ? group by o.gebied having count(o.obs_value) = 5";

    private final Connection connection;

    PlainScores(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index by_period on observation (indicator, period, gebied)");
            statement.execute("create index by_gebied on observation (gebied, indicator, period)");
        }
        connection.commit();
    }

    /** One figure, by its key. */
    int one(String indicator, String gebied, String period) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select obs_value from observation where"
                + " indicator = ? and gebied = ? and period = ? and to_position = ?")) {
            select.setString(1, indicator);
            select.setString(2, gebied);
            select.setString(3, period);
            select.setLong(4, Long.MAX_VALUE);
            return count(select);
        }
    }

    int ranking(String period, String codes) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OF_PERIOD + " order by deviation desc, gebied")) {
            setPeriod(select, 1, period, Long.MAX_VALUE - 1, codes);
            return count(select);
        }
    }

    /** The figures of two periods of one gebied, and its rank in the later. */
    int gebied(String gebied, String period, String against, String codes, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select indicator, period, obs_value from observation where indicator in " + DIMENSIONS
                                + " and gebied = ? and period in (?, ?) and from_position <= ? and to_position > ?");
                PreparedStatement rank = connection.prepareStatement(
                        "select count(*) from (" + OF_PERIOD + ") s where s.deviation > ?")) {
            select.setString(1, gebied);
            select.setString(2, period);
            select.setString(3, against);
            select.setLong(4, position);
            select.setLong(5, position);
            double deviation = 0;
            int rows = 0;
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows++;
                    deviation += found.getString(2).equals(period) ? found.getDouble(3) : 0;
                }
            }
            setPeriod(rank, 1, period, position, codes);
            rank.setDouble(5, deviation);
            return rows + count(rank);
        }
    }

    /** The last two figures of each indicator of one gebied. */
    int profile(String gebied, long position) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select indicator, period, obs_value from (select o.*,"
                        + " row_number() over (partition by indicator order by period desc) as place from observation o"
                        + " where gebied = ? and from_position <= ? and to_position > ?) ranked where place <= 2")) {
            select.setString(1, gebied);
            select.setLong(2, position);
            select.setLong(3, position);
            return count(select);
        }
    }

    /** Writes a value anew, durably. */
    void correct(String indicator, String gebied, String period, double value, long position) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("update observation set to_position = ?"
                        + " where indicator = ? and gebied = ? and period = ? and to_position = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into observation (indicator, gebied, period, from_position, to_position, obs_value,"
                                + " status, period_start) values (?, ?, ?, ?, ?, ?, 'FINAL', 0)");
                Statement sync = connection.createStatement()) {
            end.setLong(1, position);
            end.setString(2, indicator);
            end.setString(3, gebied);
            end.setString(4, period);
            end.setLong(5, Long.MAX_VALUE);
            end.executeUpdate();
            insert.setString(1, indicator);
            insert.setString(2, gebied);
            insert.setString(3, period);
            insert.setLong(4, position);
            insert.setLong(5, Long.MAX_VALUE);
            insert.setDouble(6, value);
            insert.executeUpdate();
            connection.commit();
            sync.execute("checkpoint sync");
        }
    }

    private static void setPeriod(PreparedStatement select, int first, String period, long position, String codes)
            throws SQLException {
        select.setString(first, period);
        select.setLong(first + 1, position);
        select.setLong(first + 2, position);
        select.setString(first + 3, codes);
    }

    private static int count(PreparedStatement select) throws SQLException {
        int rows = 0;
        try (ResultSet found = select.executeQuery()) {
            while (found.next()) {
                rows++;
            }
        }
        return rows;
    }
}
