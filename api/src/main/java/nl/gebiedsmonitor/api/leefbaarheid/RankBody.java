package nl.gebiedsmonitor.api.leefbaarheid;

import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries.Standing;

/**
 * Where a gebied stands among others by its score.
 *
 * @param rank 1 for the highest score; equal scores share a rank
 * @param of how many there are, the gebied itself included
 * @param percentile the percentage that scores lower, where equal scores count for a half
 */
record RankBody(int rank, int of, double percentile) {

    static RankBody of(Standing standing) {
        int lower = standing.count() - standing.above() - standing.equal();
        return new RankBody(
                standing.above() + 1, standing.count(), 100 * (lower + standing.equal() / 2.0) / standing.count());
    }
}
