/** Indicators: what is measured, in which unit and range, how often, and how it adds up over gebieden. */
@NullMarked
package nl.gebiedsmonitor.domain.indicator;

import org.jspecify.annotations.NullMarked;
