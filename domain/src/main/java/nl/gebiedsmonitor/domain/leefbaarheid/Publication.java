package nl.gebiedsmonitor.domain.leefbaarheid;

/**
 * What stands published after a command to publish it.
 *
 * @param definition with every parameter filled, those that were computed before included
 * @param changed whether this command published it; false when it found it published just so
 */
public record Publication(ModelDefinition definition, boolean changed) {}
