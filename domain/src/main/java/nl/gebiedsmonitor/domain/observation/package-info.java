/** Observations: what an indicator said for a gebied and a period, delivered one by one or by the thousand. */
@NullMarked
package nl.gebiedsmonitor.domain.observation;

import org.jspecify.annotations.NullMarked;
