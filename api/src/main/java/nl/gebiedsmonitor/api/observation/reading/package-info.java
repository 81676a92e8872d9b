/** Reads what is delivered, in any of its formats, into the cells that a delivery consists of. */
@NullMarked
package nl.gebiedsmonitor.api.observation.reading;

import org.jspecify.annotations.NullMarked;
