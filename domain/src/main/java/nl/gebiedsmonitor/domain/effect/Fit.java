package nl.gebiedsmonitor.domain.effect;

/** One estimate on a block, and the weights it was made with. */
record Fit(double effect, Weights units, Weights times) {

    /**
     * How weights are found; placebos and resamples take it over from the panel they are made of.
     *
     * @param noise the noise level of the panel
     * @param unitPenalty zeta of the unit weights, in units of the outcome
     */
    record Procedure(Estimator estimator, Solver solver, double noise, double unitPenalty, Deadline deadline) {

        private static final double INFINITESIMAL = 1e-6;
        private static final double MIN_DECREASE = 1e-5;

        static Procedure of(Block block, Estimator estimator, Solver solver, Deadline deadline) {
            double noise = estimator == Estimator.DID ? 0 : block.noise();
            double eta = estimator == Estimator.SDID
                    ? Math.pow((double) block.treated() * block.postPeriods(), 0.25)
                    : INFINITESIMAL;
            return new Procedure(estimator, solver, noise, eta * noise, deadline);
        }

        /** Fits a block, starting from uniform weights. */
        Fit fit(Block block) {
            return fit(block, Weights.uniform(block.controls()), Weights.uniform(block.prePeriods()));
        }

        /** Fits a block, starting from weights of a fit that it resembles. */
        Fit fit(Block block, Weights unitStart, Weights timeStart) {
            deadline.check();
            Weights units = unitStart;
            Weights times = timeStart;
            if (estimator == Estimator.SC) {
                units = solve(block.unitProblem(false), unitPenalty, unitStart);
                times = Weights.none(block.prePeriods());
            } else if (estimator == Estimator.SDID) {
                times = solve(block.timeProblem(), INFINITESIMAL * noise, timeStart);
                units = solve(block.unitProblem(true), unitPenalty, unitStart);
            }
            return new Fit(block.contrast(units, times), units, times);
        }

        /** Whether the gaps prove the optimum. */
        boolean proves(Fit fit) {
            return Math.max(fit.units().gap(), fit.times().gap()) <= FrankWolfe.GAP * noise * noise;
        }

        private Weights solve(double[][] problem, double zeta, Weights start) {
            double minDecrease = MIN_DECREASE * noise;
            return solver == Solver.REFERENCE
                    ? FrankWolfe.reference(problem, zeta, minDecrease, start.values(), deadline)
                    : FrankWolfe.exact(problem, zeta, minDecrease, noise, start.values(), deadline);
        }
    }
}
