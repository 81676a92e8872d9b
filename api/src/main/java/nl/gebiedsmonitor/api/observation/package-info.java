/** Observations and deliveries over HTTP. */
@NullMarked
package nl.gebiedsmonitor.api.observation;

import org.jspecify.annotations.NullMarked;
