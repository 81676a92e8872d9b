/** Leefbaarheid as it is read: the recorded figures that a score model refers to. */
@NullMarked
package nl.gebiedsmonitor.projections.leefbaarheid;

import org.jspecify.annotations.NullMarked;
