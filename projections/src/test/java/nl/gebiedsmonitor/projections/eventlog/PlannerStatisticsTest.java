package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestLog.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerStatisticsTest {

    @Test
    void the_planner_learns_at_once_of_a_table_that_has_grown(@TempDir Path directory) {
        try (TestLog log = TestDatabase.POSTGRESQL.open(directory)) {
            growUntilItIsKnown(log);
        }
    }

    @Test
    void a_table_of_another_schema_is_left_alone(@TempDir Path directory) {
        try (TestLog log = TestDatabase.POSTGRESQL.open(directory)) {
            log.jdbc.sql("create schema elsewhere").update();
            log.jdbc
                    .sql("create table elsewhere.applied as select n from generate_series(1, 2000) n")
                    .update();
            growUntilItIsKnown(log);
            assertThat(known(log, "elsewhere.applied")).isEqualTo(-1);
        }
    }

    private static void growUntilItIsKnown(TestLog log) {
        PlannerStatistics statistics = new PlannerStatistics(log.log().database(), log.jdbc);
        log.jdbc
                .sql("insert into applied (position) select n from generate_series(1, 2000) n")
                .update();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (known(log, "applied") < 2000 && System.nanoTime() < deadline) {
            statistics.refresh();
        }
        assertThat(known(log, "applied")).isEqualTo(2000);
    }

    /** How many rows the planner knows of; -1 when it was never told. */
    private static long known(TestLog log, String table) {
        return log.jdbc
                .sql("select reltuples from pg_class where oid = cast(? as regclass)")
                .param(table)
                .query(Long.class)
                .single();
    }
}
