package nl.gebiedsmonitor.domain.observation;

import nl.gebiedsmonitor.domain.gebied.GebiedCode;

/** What identifies an observation within its series. */
record Key(GebiedCode gebied, Period period) {}
