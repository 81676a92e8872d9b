package nl.gebiedsmonitor.projections.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * The file of H2. H2 writes it table by table while transactions go on, so that after a kill it may hold a part of one that
 * was under way, and shows that part as if it had been committed (docs/decisions/0005).
 */
final class H2File {

    /** What reaches the file whole or not at all. */
    interface Work<T extends @Nullable Object> {
        T done() throws SQLException;
    }

    private final MVStore store;

    private H2File(MVStore store) {
        this.store = store;
    }

    /** The file that a connection writes to. */
    static H2File of(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return new H2File(session.getDatabase().getStore().getMvStore());
    }

    /**
     * Does work while nothing is written to the file.
     *
     * @param work on any connection, with one commit at most: a second one may wait for the file, and so for ever
     */
    <T extends @Nullable Object> T unbroken(Work<T> work) throws SQLException {
        if (!store.isPersistent()) {
            return work.done();
        }
        FutureTask<T> task = new FutureTask<>(work::done);
        store.executeFilestoreOperation(task);
        if (task.state() == Future.State.SUCCESS) {
            return task.resultNow();
        }
        throw rethrown(task.exceptionNow());
    }

    private static SQLException rethrown(Throwable failed) throws SQLException {
        switch (failed) {
            case SQLException database -> throw database;
            case RuntimeException other -> throw other;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failed);
        }
    }
}
