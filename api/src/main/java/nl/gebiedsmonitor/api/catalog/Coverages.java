package nl.gebiedsmonitor.api.catalog;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import nl.gebiedsmonitor.projections.observation.CoverageQueries;
import nl.gebiedsmonitor.projections.observation.CoverageQueries.Coverage;
import org.springframework.stereotype.Component;

/** Remembers what was covered at the last position that was asked for, so that only what came in since is looked at. */
@Component
class Coverages {

    /**
     * What datasets are about at a position, each by the code of its indicator.
     *
     * @param changed when its figures, or what is said of them, last changed
     */
    record Known(Map<String, Coverage> covered, Map<String, Instant> changed) {}

    private final CoverageQueries queries;
    private long position;
    private Known known = new Known(Map.of(), Map.of());

    Coverages(CoverageQueries queries) {
        this.queries = queries;
    }

    synchronized Known at(long asked) {
        if (asked < position) {
            return new Known(queries.between(0, asked), queries.changedBetween(0, asked));
        }
        Map<String, Coverage> covered = new HashMap<>(known.covered());
        queries.between(position, asked).forEach((code, more) -> covered.merge(code, more, Coverage::and));
        Map<String, Instant> changed = new HashMap<>(known.changed());
        changed.putAll(queries.changedBetween(position, asked));
        known = new Known(Map.copyOf(covered), Map.copyOf(changed));
        position = asked;
        return known;
    }
}
