package nl.gebiedsmonitor.domain.leefbaarheid;

/**
 * What one dimension adds to a score.
 *
 * @param key of the dimension
 * @param value its distance from the reference level, on the scale of the score
 */
public record DimensionScore(String key, double value) {}
