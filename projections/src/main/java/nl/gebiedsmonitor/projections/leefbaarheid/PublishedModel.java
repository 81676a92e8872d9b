package nl.gebiedsmonitor.projections.leefbaarheid;

import nl.gebiedsmonitor.domain.leefbaarheid.ModelDefinition;

/**
 * A published version of a score model.
 *
 * @param number the position at which it was published, which its scores are kept under
 */
public record PublishedModel(long number, ModelDefinition definition) {}
