/** Leefbaarheid over HTTP, and the model that every installation has. */
@NullMarked
package nl.gebiedsmonitor.api.leefbaarheid;

import org.jspecify.annotations.NullMarked;
