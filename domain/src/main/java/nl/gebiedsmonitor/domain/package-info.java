/**
 * What every feature of the domain shares: the mark of an event, the rules for texts,
 * lists and ids, and how a rule says no.
 *
 * <p>The domain floor holds commands, events and aggregates. It knows Axon's modelling annotations and nothing of
 * Spring, HTTP or SQL.
 */
@NullMarked
package nl.gebiedsmonitor.domain;

import org.jspecify.annotations.NullMarked;
