package nl.gebiedsmonitor.api.catalog;

import java.util.HashMap;
import java.util.Map;
import nl.gebiedsmonitor.projections.observation.CoverageQueries;
import nl.gebiedsmonitor.projections.observation.CoverageQueries.Coverage;
import org.springframework.stereotype.Component;

/** Remembers what was covered at the last position that was asked for, so that only what came in since is looked at. */
@Component
class Coverages {

    private final CoverageQueries queries;
    private long position;
    private Map<String, Coverage> covered = Map.of();

    Coverages(CoverageQueries queries) {
        this.queries = queries;
    }

    /** What the figures of each indicator cover at a position, by its code. */
    synchronized Map<String, Coverage> at(long asked) {
        if (asked < position) {
            return queries.between(0, asked);
        }
        Map<String, Coverage> all = new HashMap<>(covered);
        queries.between(position, asked).forEach((code, more) -> all.merge(code, more, Coverage::and));
        covered = Map.copyOf(all);
        position = asked;
        return covered;
    }
}
