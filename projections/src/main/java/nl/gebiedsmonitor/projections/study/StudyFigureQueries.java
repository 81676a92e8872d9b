package nl.gebiedsmonitor.projections.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.domain.study.OutcomeFigures;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.TreatedGebied;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.observation.CompositionQueries;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureQueries;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;

/**
 * Looks the figures of a study up, as they were known and shown at a position: what is suppressed for readers is missing here
 * too. A composed gebied without figures of its own has those that its members make, where enough of them have one.
 */
public final class StudyFigureQueries {

    /** The projections that are read. */
    public static final List<String> READ = List.of(
            GebiedProjection.NAME, IndicatorProjection.NAME, ObservationProjection.NAME, DisclosureProjection.NAME);

    /** The share of a composed gebied that must be covered by figures, as in aggregates that say no other. */
    private static final double COVERAGE = 0.8;

    /**
     * Which figures a study may take: what was known and shown at one position, and is not hidden at another.
     *
     * @param asOf at which they were known
     * @param shownAt at which none of them may be hidden
     */
    public record Moment(long asOf, long shownAt) {}

    private final CompositionQueries compositions;
    private final DisclosureQueries disclosure;

    public StudyFigureQueries(CompositionQueries compositions, DisclosureQueries disclosure) {
        this.compositions = compositions;
        this.disclosure = disclosure;
    }

    /** Whether any figure of an indicator is hidden, or ever was. */
    public boolean hidesAny(IndicatorCode indicator) {
        return disclosure.hidesAny(indicator);
    }

    /** Whether anything that figures of an indicator depend on came in, or was hidden or shown, after one position up to another. */
    public boolean anyChanged(IndicatorCode indicator, long after, long upTo) {
        return compositions.anyChanged(indicator, after, upTo);
    }

    /** The figures of one outcome, of the treated and of the donors in all periods of the design. */
    public OutcomeFigures figures(StudyDesign design, List<GebiedCode> donors, IndicatorCode indicator, Moment moment) {
        OutcomeFigures known = figures(design, donors, indicator, moment.asOf());
        if (moment.shownAt() == moment.asOf() || !hidesAny(indicator)) {
            return known;
        }
        return known.within(figures(design, donors, indicator, moment.shownAt()));
    }

    private OutcomeFigures figures(
            StudyDesign design, List<GebiedCode> donors, IndicatorCode indicator, long position) {
        List<GebiedCode> gebieden = new ArrayList<>(donors);
        gebieden.addAll(design.treated().stream().map(TreatedGebied::gebied).toList());
        CompositionQueries.Composed composed = compositions.of(
                new CompositionQueries.Terms(Set.of(indicator), null, COVERAGE), gebieden, design.periods(), position);
        Map<GebiedCode, Map<Period, Double>> values = new HashMap<>();
        Map<GebiedCode, Set<Period>> hidden = new HashMap<>();
        SortedSet<GebiedCode> broken = new TreeSet<>();
        if (composed.isDefined(indicator)) {
            for (GebiedCode gebied : gebieden) {
                for (Period period : design.periods()) {
                    Made made = composed.figures().of(indicator, gebied, period);
                    if (made.value() != null) {
                        values.computeIfAbsent(gebied, _ -> new HashMap<>()).put(period, made.value());
                    }
                    if (made.missingReason() == MissingReason.SUPPRESSED) {
                        hidden.computeIfAbsent(gebied, _ -> new HashSet<>()).add(period);
                    }
                    if (!made.broken().isEmpty()) {
                        broken.add(gebied);
                    }
                }
            }
        }
        return new OutcomeFigures(values, hidden, broken);
    }
}
