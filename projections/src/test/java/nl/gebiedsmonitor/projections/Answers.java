package nl.gebiedsmonitor.projections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysisId;
import nl.gebiedsmonitor.domain.manifest.ManifestSlug;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyStatus;
import nl.gebiedsmonitor.projections.eventlog.TestLog;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.gebied.TotalQueries;
import nl.gebiedsmonitor.projections.impact.ImpactAnalysisView;
import nl.gebiedsmonitor.projections.impact.ImpactQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestQueries;
import nl.gebiedsmonitor.projections.manifest.ManifestView;
import nl.gebiedsmonitor.projections.measure.MeasureQueries;
import nl.gebiedsmonitor.projections.measure.MeasureView;
import nl.gebiedsmonitor.projections.observation.CompositionQueries;
import nl.gebiedsmonitor.projections.observation.CompositionQueries.Composed;
import nl.gebiedsmonitor.projections.observation.ObservationFilter;
import nl.gebiedsmonitor.projections.observation.ObservationQueries;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import nl.gebiedsmonitor.projections.study.StudyQueries;
import nl.gebiedsmonitor.projections.study.StudySummary;
import nl.gebiedsmonitor.projections.study.StudyView;

/** Everything that can be asked of the read models as of a position, by the question. */
public final class Answers {

    private static final int ALL = 1_000;
    private static final GebiedCode ARNHEM = new GebiedCode("GM0202");

    private final TestLog log;

    public Answers(TestLog log) {
        this.log = log;
    }

    public Map<String, Object> at(long position) {
        Map<String, Object> answers = new TreeMap<>();
        ofGebieden(position, answers);
        ofIndicators(position, answers);
        ofFigures(position, answers);
        ofComposed(position, answers);
        ofScores(position, answers);
        ofManifests(position, answers);
        ofMeasures(position, answers);
        ofImpacts(position, answers);
        ofStudies(position, answers);
        return answers;
    }

    private void ofGebieden(long position, Map<String, Object> answers) {
        GebiedQueries gebieden = new GebiedQueries(log.jdbc);
        answers.put("gebieden", gebieden.list(null, null, null, null, ALL, position));
        answers.put("gebieden by name", gebieden.list(GebiedType.BUURT, ARNHEM, "naam", "BU0202", ALL, position));
        for (GebiedCode outer : SmallCountry.GEBIEDEN) {
            answers.put("gebieden within " + outer, gebieden.list(null, outer, null, null, ALL, position));
        }
        answers.put("gebied", gebieden.find(SmallCountry.FOCUS_AREAS.getFirst(), position));
        answers.put(
                "totals", Set.copyOf(new TotalQueries(log.jdbc).among(Set.copyOf(SmallCountry.GEBIEDEN), position)));
    }

    private void ofIndicators(long position, Map<String, Object> answers) {
        IndicatorQueries indicators = new IndicatorQueries(log.jdbc);
        answers.put("indicators", indicators.list(null, ALL, position));
        answers.put("indicator", indicators.find(SmallCountry.KLOOF, position));
        answers.put("indicators with threshold", indicators.withThreshold(position));
        answers.put("indicators with threshold or rate", indicators.withThresholdOrRate(position));
    }

    private void ofFigures(long position, Map<String, Object> answers) {
        ObservationQueries observations = new ObservationQueries(log.jdbc);
        List<ObservationView> all = new ArrayList<>();
        observations.forEach(new ObservationFilter(List.of(), List.of(), null, null, null, null), position, all::add);
        answers.put("observations", all);
        Period last = SmallCountry.PERIODS.getLast();
        ObservationFilter narrow =
                new ObservationFilter(List.of(), SmallCountry.GEBIEDEN, GebiedType.BUURT, ARNHEM, last, last);
        answers.put("observations narrowed", observations.page(narrow, null, ALL, position));
        ObservationFilter within = new ObservationFilter(
                List.of(SmallCountry.AANTAL), List.of(), null, SmallCountry.FOCUS_AREAS.getFirst(), null, null);
        answers.put("observations within", observations.page(within, null, ALL, position));
        answers.put("observations of gebied", observations.lastTwoOf(ARNHEM, position));
    }

    private void ofComposed(long position, Map<String, Object> answers) {
        CompositionQueries.Terms terms = new CompositionQueries.Terms(
                Set.of(SmallCountry.WERKLOOS, SmallCountry.PERCENTAGE, SmallCountry.CIJFER), SmallCountry.AANTAL, 0.5);
        if (new IndicatorQueries(log.jdbc)
                        .definitions(terms.indicators(), position)
                        .size()
                == 3) {
            Composed composed = new CompositionQueries(log.jdbc).of(terms, SmallCountry.GEBIEDEN, List.of(), position);
            answers.put("composed periods", composed.periods());
            for (GebiedCode gebied : SmallCountry.GEBIEDEN) {
                terms.indicators()
                        .forEach(indicator -> SmallCountry.PERIODS.forEach(period -> answers.put(
                                "composed " + indicator + " " + gebied + " " + period,
                                composed.figures().of(indicator, gebied, period))));
            }
        }
    }

    private void ofScores(long position, Map<String, Object> answers) {
        ScoreModelQueries models = new ScoreModelQueries(log.jdbc);
        ScoreQueries scores = new ScoreQueries(log.jdbc);
        answers.put("models", models.list(null, 0, ALL, position));
        answers.put("model", models.find(SmallCountry.MODEL, null, position));
        for (PublishedModel model : models.versions(SmallCountry.MODEL, position)) {
            String by = " by " + model.definition().key();
            answers.put("last period" + by, scores.lastPeriod(model, GebiedType.BUURT, null, position));
            for (Period period : SmallCountry.PERIODS) {
                answers.put("scores " + period + by, scores.ofPeriod(model, period, null, ARNHEM, position));
                answers.put(
                        "standing " + period + by,
                        scores.standing(model, period, GebiedType.BUURT, null, -0.5, position));
            }
            answers.put("scores of gebied" + by, scores.ofGebied(model, ARNHEM, position));
        }
    }

    private void ofManifests(long position, Map<String, Object> answers) {
        ManifestQueries manifests = new ManifestQueries(log.jdbc);
        List<ManifestView> all = manifests.list(null, ALL, position);
        answers.put("manifests", all);
        for (GebiedCode gebied : SmallCountry.GEBIEDEN) {
            answers.put("manifests of " + gebied, manifests.ofGebied(gebied, position));
        }
        for (ManifestView manifest : all) {
            ManifestSlug slug = new ManifestSlug(manifest.slug());
            answers.put("manifest " + slug, manifests.find(slug, position));
            answers.put("signature " + slug, manifests.signature(slug, ARNHEM, position));
        }
    }

    private void ofImpacts(long position, Map<String, Object> answers) {
        ImpactQueries impacts = new ImpactQueries(log.jdbc);
        List<ImpactAnalysisView> all = impacts.list(null, null, ALL, position);
        answers.put("impact analyses", all);
        answers.put("impact analyses of gebied", impacts.list(ARNHEM, "mkba-0", ALL, position));
        for (ImpactAnalysisView view : all) {
            answers.put("impact analysis " + view.id(), impacts.find(new ImpactAnalysisId(view.id()), position));
        }
    }

    private void ofStudies(long position, Map<String, Object> answers) {
        StudyQueries studies = new StudyQueries(log.jdbc);
        List<StudySummary> all = studies.list(null, null, ALL, position);
        answers.put("effect studies", all);
        answers.put("effect studies that are read", studies.list(StudyStatus.READ, "studie-1", ALL, position));
        for (StudySummary summary : all) {
            StudyId id = new StudyId(summary.id());
            StudyView view = studies.find(id, position).orElseThrow();
            answers.put("effect study " + id, view);
            view.readings()
                    .forEach(reading -> answers.put(
                            "results of " + id + " " + reading.number(),
                            studies.results(id, reading.number(), position)));
        }
    }

    private void ofMeasures(long position, Map<String, Object> answers) {
        MeasureQueries measures = new MeasureQueries(log.jdbc);
        List<MeasureView> all = measures.list(null, null, null, null, ALL, position);
        answers.put("measures", all);
        answers.put("measures running", measures.list(null, null, MeasureStatus.RUNNING, null, ALL, position));
        for (GebiedCode gebied : SmallCountry.GEBIEDEN) {
            answers.put("measures of " + gebied, measures.ofGebied(gebied, position));
        }
        all.forEach(measure ->
                answers.put("measure " + measure.id(), measures.find(new MeasureId(measure.id()), position)));
    }
}
