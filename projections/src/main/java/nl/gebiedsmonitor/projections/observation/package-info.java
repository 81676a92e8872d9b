/** Observations as they are read: every version of every figure, the current one first of all. */
@NullMarked
package nl.gebiedsmonitor.projections.observation;

import org.jspecify.annotations.NullMarked;
