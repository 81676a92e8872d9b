/**
 * The event log and its clock: events are appended in groups, numbered without gaps in commit order, and read in that
 * order by aggregates, projections and the feed. Every projection is driven from here.
 */
@NullMarked
package nl.gebiedsmonitor.projections.eventlog;

import org.jspecify.annotations.NullMarked;
