/**
 * Leefbaarheid: score models as published data, and the scores, classes and developments that follow from them and from
 * recorded figures.
 */
@NullMarked
package nl.gebiedsmonitor.domain.leefbaarheid;

import org.jspecify.annotations.NullMarked;
