package nl.gebiedsmonitor.projections.study;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.leefbaarheid.Classification;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.study.DonorPool;
import nl.gebiedsmonitor.domain.study.DonorRule;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the gebieden that a rule is about, before any are left out for what the treated are. */
final class DonorRules {

    /** As many as may be listed. */
    private static final int MOST = DonorPool.GEBIEDEN.most();

    private final GebiedQueries gebieden;
    private final ManifestQueries manifests;
    private final ScoreModelQueries models;
    private final ScoreQueries scores;
    private final Set<GebiedCode> around;
    private final long position;

    /** @param around the treated and what they lie in */
    DonorRules(JdbcClient jdbc, GebiedQueries gebieden, Set<GebiedCode> around, long position) {
        this.gebieden = gebieden;
        this.manifests = new ManifestQueries(jdbc);
        this.models = new ScoreModelQueries(jdbc);
        this.scores = new ScoreQueries(jdbc);
        this.around = around;
        this.position = position;
    }

    /** @throws RuleViolated when the manifest or the model is not known, or too many are found */
    SortedSet<GebiedCode> candidates(DonorRule rule, StudyDesign design) {
        int year = design.periods().getLast().start().getYear();
        SortedSet<GebiedCode> found = within(rule, rule.within(), year);
        if (rule.signatoriesOf() != null) {
            found.retainAll(within(rule, signatories(rule.signatoriesOf()), year));
        }
        if (rule.classes() != null) {
            found.retainAll(inClasses(rule, rule.classes()));
        }
        if (found.size() > MOST) {
            throw new RuleViolated(
                    "donors-too-many",
                    "The rule finds " + found.size() + " comparison gebieden, and at most " + MOST
                            + " are taken; narrow it.");
        }
        return found;
    }

    /** Those of the type that are, or lie in, one of some; all of the type when there are none. */
    private SortedSet<GebiedCode> within(DonorRule rule, List<GebiedCode> outers, int year) {
        if (outers.isEmpty()) {
            return new TreeSet<>(gebieden.codes(rule.type(), year, null, position));
        }
        SortedSet<GebiedCode> within = new TreeSet<>();
        for (GebiedCode outer : outers) {
            within.addAll(gebieden.codes(rule.type(), year, outer, position));
            if (outer.type() == rule.type()) {
                within.add(outer);
            }
        }
        return within;
    }

    /** The other signatories: not the gemeenten that the treated lie in. */
    private List<GebiedCode> signatories(ManifestSlug slug) {
        ManifestView manifest = manifests
                .find(slug, position)
                .orElseThrow(() -> new RuleViolated("manifest-known", "There is no manifest " + slug + "."));
        List<GebiedCode> gemeenten = manifest.signatures().stream()
                .filter(signature -> manifest.withdrawnOn() == null && signature.withdrawnOn() == null)
                .map(signature -> new GebiedCode(signature.gemeente()))
                .filter(gemeente -> !around.contains(gemeente))
                .toList();
        if (gemeenten.isEmpty()) {
            throw new RuleViolated(
                    "manifest-signed",
                    "No signature of the manifest " + slug
                            + " stands, other than of the gemeenten that the treated lie in.");
        }
        return gemeenten;
    }

    private SortedSet<GebiedCode> inClasses(DonorRule rule, DonorRule.Classes classes) {
        Optional<PublishedModel> published =
                models.find(classes.model().id(), classes.model().version(), position);
        PublishedModel model = published.orElseThrow(
                () -> new RuleViolated("score-model-known", "There is no score model " + classes.model() + "."));
        Classification classification = model.definition().scoreClasses();
        SortedSet<GebiedCode> found = new TreeSet<>();
        scores.ofPeriod(model, classes.period(), rule.type(), null, position).forEach(view -> {
            int klass = classification.of(view.score().deviation());
            if (klass >= classes.from() && klass <= classes.to()) {
                found.add(view.gebied());
            }
        });
        return found;
    }
}
