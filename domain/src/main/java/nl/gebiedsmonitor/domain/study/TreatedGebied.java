package nl.gebiedsmonitor.domain.study;

import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;

/**
 * Where the measures are taken.
 *
 * @param from the first period in which they can have worked; they last to the end of the study
 */
public record TreatedGebied(GebiedCode gebied, Period from) {}
