package nl.gebiedsmonitor.projections.leefbaarheid;

import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Period;

/** What a score is of. */
record ScoredAt(GebiedCode gebied, Period period) {}
