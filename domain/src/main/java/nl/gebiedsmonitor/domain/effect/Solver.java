package nl.gebiedsmonitor.domain.effect;

/** When the weights are good enough. */
public enum Solver {

    /**
     * As published: 100 Frank-Wolfe iterations, weights of at most a quarter of the largest set to zero, then up to 10,000
     * more until one lowers the objective by at most (1e-5 x noise) squared. Reproduces papers; not always the optimum.
     */
    REFERENCE,

    /** Goes on from there until the duality gap proves the optimum. */
    EXACT
}
