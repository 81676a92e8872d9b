package nl.gebiedsmonitor.domain.effect;

/**
 * What is kept of an estimate that is made again, of something like the panel.
 *
 * @param slope by which its gap grows before treatment, per unit of the axis; not a number where that was not asked for, or
 *     cannot be told
 */
record Replicate(double effect, double slope) {}
