package nl.gebiedsmonitor.projections.eventlog;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells PostgreSQL how large tables have grown. Its own upkeep looks once a minute; until then it plans for tables that a
 * first delivery fills as if they were empty, and may walk over all rows for each. H2 counts as it goes.
 */
final class PlannerStatistics {

    private static final Logger LOG = LoggerFactory.getLogger(PlannerStatistics.class);
    private static final long BETWEEN_LOOKS = Duration.ofSeconds(1).toNanos();

    /** By half or more, so that a table is looked through a few times while it grows and hardly ever after that. */
    private static final String GROWN = """
            select quote_ident(relname) from pg_stat_user_tables
            where schemaname = current_schema()
                and pg_has_role((select relowner from pg_class where oid = relid), 'usage')
                and n_mod_since_analyze > 1000 and n_mod_since_analyze > n_live_tup / 2
            """;

    private final Database database;
    private final JdbcClient jdbc;
    private final ReentrantLock looking = new ReentrantLock();
    private long looked = System.nanoTime();

    PlannerStatistics(Database database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Looks for tables that have grown, unless that is being done or was just done. */
    void refresh() {
        if (database != Database.POSTGRESQL || !looking.tryLock()) {
            return;
        }
        try {
            if (System.nanoTime() - looked > BETWEEN_LOOKS) {
                analyze();
                looked = System.nanoTime();
            }
        } finally {
            looking.unlock();
        }
    }

    /** Without it all goes on, and only plans may be poor. */
    private void analyze() {
        try {
            jdbc.sql(GROWN).query(String.class).list().forEach(table -> jdbc.sql("analyze (skip_locked) " + table)
                    .update());
        } catch (DataAccessException failed) {
            LOG.warn("PostgreSQL cannot be told how large tables have grown", failed);
        }
    }
}
