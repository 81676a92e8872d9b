package nl.gebiedsmonitor.bench;

import java.sql.SQLException;

/** One way to store an event. */
interface Appending {

    /** Stores one event of a stream of its own; when this returns it is durable. */
    void append() throws SQLException;
}
