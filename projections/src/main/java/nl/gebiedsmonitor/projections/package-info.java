/** Read models kept from the events, and the queries on them. Knows domain events, Spring JDBC and SQL. */
@NullMarked
package nl.gebiedsmonitor.projections;

import org.jspecify.annotations.NullMarked;
