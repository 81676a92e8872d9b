/** Impact analyses over HTTP: plans in, what they are worth out. */
@NullMarked
package nl.gebiedsmonitor.api.impact;

import org.jspecify.annotations.NullMarked;
