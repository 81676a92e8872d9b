package nl.gebiedsmonitor.projections.study;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.study.DonorPool;
import nl.gebiedsmonitor.domain.study.Donors;
import nl.gebiedsmonitor.domain.study.Donors.Excluded.Why;
import nl.gebiedsmonitor.domain.study.Neighbours;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.TreatedGebied;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.LeefbaarheidProjection;
import nl.gebiedsmonitor.projections.manifest.ManifestProjection;
import nl.gebiedsmonitor.projections.measure.MeasureProjection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds donors in the read models; it first lets these catch up with what is acknowledged. */
public final class DonorRegister implements Donors {

    private static final List<String> READ = List.of(
            GebiedProjection.NAME, MeasureProjection.NAME, ManifestProjection.NAME, LeefbaarheidProjection.NAME);

    private final JdbcClient jdbc;
    private final Neighbours neighbours;
    private final Projections projections;
    private final Duration patience;

    public DonorRegister(JdbcClient jdbc, Neighbours neighbours, Projections projections, Duration patience) {
        this.jdbc = jdbc;
        this.neighbours = neighbours;
        this.projections = projections;
        this.patience = patience;
    }

    @Override
    public Found of(StudyDesign design) {
        return new Search(design, projections.awaitCurrent(READ, patience)).found();
    }

    /** The search for the donors of one design, at one position. */
    private final class Search {

        private final StudyDesign design;
        private final DonorPool pool;
        private final Set<GebiedCode> treated;
        private final Overlap overlap;
        private final StudyMeasures measures;
        private final DonorRules rules;

        Search(StudyDesign design, long position) {
            GebiedQueries gebieden = new GebiedQueries(jdbc);
            this.design = design;
            this.pool = design.donors();
            this.treated = design.treated().stream().map(TreatedGebied::gebied).collect(toCollection(HashSet::new));
            this.overlap = new Overlap(gebieden, position);
            this.measures = new StudyMeasures(jdbc, overlap, design, position);
            this.rules = new DonorRules(jdbc, gebieden, overlap.with(treated), position);
        }

        Found found() {
            SortedSet<GebiedCode> candidates =
                    pool.rule() == null ? new TreeSet<>(pool.gebieden()) : rules.candidates(pool.rule(), design);
            Set<GebiedCode> tangled = overlap.with(treated);
            Set<GebiedCode> sameMeasure = measures.studiedGround();
            Bordering bordering = new Bordering(neighbours, overlap, treated);
            Set<GebiedCode> withMeasure = pool.rule() == null || pool.rule().withoutMeasureOf() == null
                    ? Set.of()
                    : measures.gebiedenWith(pool.rule().withoutMeasureOf());
            List<GebiedCode> donors = new ArrayList<>();
            List<Excluded> excluded = new ArrayList<>();
            for (GebiedCode candidate : candidates) {
                if (tangled.contains(candidate)) {
                    excluded.add(new Excluded(candidate, Why.TREATED));
                } else if (sameMeasure.contains(candidate)) {
                    excluded.add(new Excluded(candidate, Why.SAME_MEASURE));
                } else if (!pool.neighbours() && bordering.has(candidate)) {
                    excluded.add(new Excluded(candidate, Why.NEIGHBOUR));
                } else if (withMeasure.contains(candidate)) {
                    excluded.add(new Excluded(candidate, Why.OTHER_MEASURE));
                } else {
                    donors.add(candidate);
                }
            }
            return new Found(
                    donors,
                    excluded,
                    overlapping(donors),
                    measures.othersIn(treated),
                    new PoolConcerns(design, bordering, measures).of(donors));
        }

        /** The treated that share ground with another of them, and likewise the donors. */
        private List<GebiedCode> overlapping(List<GebiedCode> donors) {
            List<GebiedCode> overlapping = new ArrayList<>();
            for (GebiedCode each : treated) {
                Set<GebiedCode> ground = overlap.with(Set.of(each));
                if (treated.stream().anyMatch(other -> !other.equals(each) && ground.contains(other))) {
                    overlapping.add(each);
                }
            }
            Set<GebiedCode> inside = overlap.inside(donors);
            Set<GebiedCode> seen = new HashSet<>();
            for (GebiedCode donor : donors) {
                Set<GebiedCode> members = donor.type() == GebiedType.FOCUS ? overlap.inside(Set.of(donor)) : Set.of();
                if (inside.contains(donor) || !Collections.disjoint(seen, members)) {
                    overlapping.add(donor);
                }
                seen.addAll(members);
            }
            return overlapping;
        }
    }
}
