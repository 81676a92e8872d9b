package nl.gebiedsmonitor.projections.leefbaarheid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.leefbaarheid.Basis;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent;
import nl.gebiedsmonitor.domain.leefbaarheid.ScoreModelEvent.ScoreModelPublished;
import nl.gebiedsmonitor.domain.observation.Observation;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.observation.ObservationEvent.IndicatorRecorded;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.FigureQueries;
import nl.gebiedsmonitor.projections.observation.FigureTable;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the models, and the score of every gebied and period that has figures of its own. A figure that changes, or that is
 * hidden or shown again, touches the scores that are made of it and no other.
 */
public final class LeefbaarheidProjection implements Projection {

    public static final String NAME = "leefbaarheid";

    private static final Set<String> OF_MODELS = EventNames.of(ScoreModelEvent.class);

    private static final Set<String> OF_FIGURES = EventNames.of(ObservationEvent.class);

    private static final int GEBIEDEN_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final ScoreModelQueries models;
    private final ScoreModelWriter modelWriter;
    private final FigureQueries figures;
    private final ScoreWriter scores;

    public LeefbaarheidProjection(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
        this.models = new ScoreModelQueries(jdbc);
        this.modelWriter = new ScoreModelWriter(jdbc);
        this.figures = new FigureQueries(jdbc);
        this.scores = new ScoreWriter(template);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("score_model", "score");
    }

    @Override
    public Set<String> eventTypes() {
        Set<String> types = new HashSet<>(EventNames.of(ScoreModelEvent.class));
        types.addAll(EventNames.of(ObservationEvent.class));
        types.addAll(EventNames.of(IndicatorEvent.class));
        types.addAll(EventNames.of(GebiedEvent.class));
        return types;
    }

    @Override
    public Set<String> readsFrom() {
        return Set.of(ObservationProjection.NAME, DisclosureProjection.NAME);
    }

    @Override
    public boolean readsEveryEvent() {
        return false;
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        if (OF_MODELS.contains(event.type())) {
            ScoreModelPublished published = (ScoreModelPublished) event.payload();
            modelWriter.insert(published.definition(), position);
            scoreAll(new PublishedModel(position, published.definition()), position);
            return;
        }
        if (OF_FIGURES.contains(event.type()) && isScored(event, position)) {
            ObservationEvent recorded = (ObservationEvent) event.payload();
            Set<ScoredAt> touched = new HashSet<>();
            for (Observation observation : recorded.observations()) {
                touched.add(new ScoredAt(observation.gebied(), observation.period()));
            }
            touch(recorded.series().indicator(), touched, recorded instanceof IndicatorRecorded, position);
        }
        touchHidden(position);
    }

    private boolean isScored(StoredEvent event, long position) {
        IndicatorCode indicator = SeriesId.parse(event.aggregateId()).indicator();
        return models.all(position).stream()
                .anyMatch(model -> model.definition().indicators().contains(indicator));
    }

    private void scoreAll(PublishedModel model, long position) {
        List<GebiedCode> some = new ArrayList<>();
        for (GebiedCode gebied : observed(model.definition().indicators(), position)) {
            some.add(gebied);
            if (some.size() == GEBIEDEN_AT_ONCE) {
                score(model, some, Set.of(), position);
                some.clear();
            }
        }
        score(model, some, Set.of(), position);
    }

    private Collection<GebiedCode> observed(Set<IndicatorCode> indicators, long position) {
        Set<GebiedCode> observed = new TreeSet<>();
        for (IndicatorCode indicator : indicators) {
            jdbc.sql("select distinct gebied from observation o where indicator = ? and " + Versions.validIn("o"))
                    .param(indicator.value())
                    .params(Versions.params(position))
                    .query(String.class)
                    .list()
                    .forEach(code -> observed.add(new GebiedCode(code)));
        }
        return observed;
    }

    /**
     * Scores again what is made of an indicator.
     *
     * @param fresh whether there were no such figures before
     */
    private void touch(IndicatorCode indicator, Set<ScoredAt> touched, boolean fresh, long position) {
        Set<GebiedCode> gebieden = new TreeSet<>();
        Set<Period> periods = new HashSet<>();
        touched.forEach(at -> {
            gebieden.add(at.gebied());
            periods.add(at.period());
        });
        for (PublishedModel model : models.all(position)) {
            if (model.definition().indicators().contains(indicator)) {
                touch(model, indicator, gebieden, periods, fresh, position);
            }
        }
    }

    /** What is new of a dimension while another has no figure at all changes no score; as they come in, that is most. */
    private void touch(
            PublishedModel model,
            IndicatorCode indicator,
            Set<GebiedCode> gebieden,
            Set<Period> periods,
            boolean fresh,
            long position) {
        FigureTable table = new FigureTable();
        boolean complete = true;
        for (IndicatorCode each : model.definition().madeOf(Basis.DIMENSIONS)) {
            complete = complete && (figures.read(table, each, gebieden, periods, position) || !fresh);
        }
        Set<IndicatorCode> published = model.definition().madeOf(Basis.DEVIATION);
        if (complete || published.contains(indicator)) {
            for (IndicatorCode each : published) {
                figures.read(table, each, gebieden, periods, position);
            }
            scores.write(model, gebieden, periods, table, position);
        }
    }

    /** Scores again what was hidden or shown by this event. */
    private void touchHidden(long position) {
        record Changed(IndicatorCode indicator, ScoredAt at) {}
        List<Changed> changed = jdbc.sql("select indicator, gebied, period from suppression where from_position = ?"
                        + " union select indicator, gebied, period from suppression where to_position = ?")
                .params(position, position)
                .query((row, _) -> new Changed(
                        new IndicatorCode(row.getString(1)),
                        new ScoredAt(new GebiedCode(row.getString(2)), new Period(row.getString(3)))))
                .list();
        changed.forEach(one -> touch(one.indicator(), Set.of(one.at()), false, position));
    }

    private void score(PublishedModel model, Collection<GebiedCode> gebieden, Set<Period> periods, long position) {
        if (gebieden.isEmpty()) {
            return;
        }
        FigureTable table = figures.figures(model.definition().indicators(), gebieden, periods, position);
        scores.write(model, gebieden, periods, table, position);
    }
}
