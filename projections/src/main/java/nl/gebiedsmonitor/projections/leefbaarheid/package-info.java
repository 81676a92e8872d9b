/** Leefbaarheid as it is read: score models, and the scores of gebieden by each of them. */
@NullMarked
package nl.gebiedsmonitor.projections.leefbaarheid;

import org.jspecify.annotations.NullMarked;
