package nl.gebiedsmonitor.projections.eventlog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Stands between the log and its database, and does what a test wants at the next commit. */
final class FaultyCommits {

    /** What happens in place of a commit. */
    interface Fault {
        void commit(Connection real) throws SQLException;
    }

    private static final Fault NONE = Connection::commit;

    private volatile Fault next = NONE;
    private volatile boolean closeFails;

    DataSource on(DataSource database) {
        return proxy(DataSource.class, (_, method, arguments) -> {
            Object result = method.invoke(database, arguments);
            return result instanceof Connection connection ? faulty(connection) : result;
        });
    }

    /** Happens once; the commits after it are real. */
    void next(Fault fault) {
        next = fault;
    }

    /** Makes the connection of the next commit fail when it is given back. */
    void failOnClose() {
        closeFails = true;
    }

    static void failBefore(Connection real) throws SQLException {
        throw new SQLException("The database is gone before the commit");
    }

    static void failAfter(Connection real) throws SQLException {
        real.commit();
        throw new SQLException("The database is gone after the commit");
    }

    /** Holds the next commit, before it or right after it, until it is let go. */
    Held hold(boolean afterwards) {
        Held held = new Held();
        next(real -> {
            if (afterwards) {
                real.commit();
            }
            held.pause();
            if (!afterwards) {
                real.commit();
            }
        });
        return held;
    }

    /** A commit that waits for the test. */
    static final class Held {

        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        void awaitReached() {
            await(reached);
        }

        void release() {
            released.countDown();
        }

        void pause() {
            reached.countDown();
            await(released);
        }

        private static void await(CountDownLatch latch) {
            try {
                if (!latch.await(TestLog.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("Nothing happened");
                }
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    private Connection faulty(Connection real) {
        return proxy(Connection.class, (_, method, arguments) -> {
            if (method.getName().equals("commit")) {
                Fault fault = next;
                next = NONE;
                fault.commit(real);
                return null;
            }
            Object result = method.invoke(real, arguments);
            if (method.getName().equals("close") && closeFails) {
                closeFails = false;
                throw new SQLException("The connection is gone");
            }
            return result;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler unwrapping = (proxy, method, arguments) -> {
            try {
                return handler.invoke(proxy, method, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, unwrapping));
    }
}
