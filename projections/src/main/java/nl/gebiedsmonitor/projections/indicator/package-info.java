/** Indicators as they are read: each definition as it stands. */
@NullMarked
package nl.gebiedsmonitor.projections.indicator;

import org.jspecify.annotations.NullMarked;
