/** Indicators over HTTP. */
@NullMarked
package nl.gebiedsmonitor.api.indicator;

import org.jspecify.annotations.NullMarked;
