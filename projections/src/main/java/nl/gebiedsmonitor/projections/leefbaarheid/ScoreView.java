package nl.gebiedsmonitor.projections.leefbaarheid;

import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Score;
import nl.gebiedsmonitor.domain.observation.ObsStatus;
import nl.gebiedsmonitor.domain.observation.Period;

/**
 * The score of one gebied in one period.
 *
 * @param status the weakest of the figures it is made of
 */
public record ScoreView(GebiedCode gebied, Period period, Score score, ObsStatus status) {}
