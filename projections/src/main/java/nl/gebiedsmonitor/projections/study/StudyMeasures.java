package nl.gebiedsmonitor.projections.study;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.study.Donors.OtherMeasure;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.TreatedGebied;
import nl.gebiedsmonitor.projections.measure.MeasureQueries;
import nl.gebiedsmonitor.projections.measure.MeasureView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The measures of a study, and those that are not of it and run at some time during it. */
final class StudyMeasures {

    private static final Set<GebiedType> WIDE = EnumSet.of(GebiedType.LAND, GebiedType.PROVINCIE, GebiedType.GEMEENTE);

    private final Overlap overlap;
    private final Set<GebiedCode> treated;
    private final Set<GebiedCode> treatedGround;
    private final List<MeasureView> others = new ArrayList<>();
    private final List<MeasureView> studied = new ArrayList<>();
    private final Set<Opgave> opgaven = EnumSet.noneOf(Opgave.class);

    StudyMeasures(JdbcClient jdbc, Overlap overlap, StudyDesign design, long position) {
        this.overlap = overlap;
        this.treated = design.treated().stream().map(TreatedGebied::gebied).collect(toSet());
        this.treatedGround = ground(treated);
        Set<String> own = design.measures().stream().map(MeasureId::value).collect(toSet());
        LocalDate from = design.periods().getFirst().start().atDay(1);
        LocalDate to = design.periods().getLast().end().atEndOfMonth();
        for (MeasureView measure : new MeasureQueries(jdbc).list(null, null, null, null, Integer.MAX_VALUE, position)) {
            if (own.contains(measure.id())) {
                opgaven.add(measure.opgave());
                studied.add(measure);
            } else if (!begin(measure).isAfter(to) && !end(measure).isBefore(from)) {
                others.add(measure);
            }
        }
    }

    private static LocalDate begin(MeasureView measure) {
        return measure.startedOn() == null ? measure.plannedFrom() : measure.startedOn();
    }

    private static LocalDate end(MeasureView measure) {
        if (measure.endedOn() != null) {
            return measure.endedOn();
        }
        return measure.plannedTo() == null ? LocalDate.MAX : measure.plannedTo();
    }

    /** The gebieden with a measure of an opgave, in them, around them or inside them; one that all have alike is none. */
    Set<GebiedCode> gebiedenWith(Opgave opgave) {
        Set<GebiedCode> taken = others.stream()
                .filter(measure -> measure.opgave() == opgave)
                .map(measure -> new GebiedCode(measure.gebied()))
                .collect(toSet());
        Set<GebiedCode> sharing = overlap.with(treated);
        Set<GebiedCode> with = overlap.with(
                taken.stream().filter(gebied -> !sharing.contains(gebied)).toList());
        for (GebiedCode gebied : taken) {
            if (sharing.contains(gebied)) {
                Set<GebiedCode> ground = overlap.with(List.of(gebied));
                if (!ground.containsAll(treatedGround)) {
                    with.addAll(ground);
                }
            }
        }
        return with;
    }

    /** What lies in some gebieden and themselves; a focus area is what lies in it. */
    private Set<GebiedCode> ground(Collection<GebiedCode> gebieden) {
        Set<GebiedCode> ground = overlap.within(gebieden);
        ground.removeIf(part -> part.type() == GebiedType.FOCUS);
        return ground;
    }

    /**
     * Measures of the opgaven of the study in, around or inside some gebieden, but for those of a whole gemeente or more: these
     * are taken alike in all of it.
     */
    List<OtherMeasure> othersIn(Collection<GebiedCode> gebieden) {
        return ofTheOpgaven(gebieden).stream()
                .filter(other -> gebieden.contains(other.gebied()) || !isWide(other))
                .toList();
    }

    /** Measures of the opgaven of the study of a whole gemeente or more around the treated, unless it is around all donors too. */
    List<OtherMeasure> widerThanTreated(Collection<GebiedCode> donors) {
        return widerThan(treated, ground(donors));
    }

    private List<OtherMeasure> ofTheOpgaven(Collection<GebiedCode> gebieden) {
        Set<GebiedCode> ground = overlap.with(gebieden);
        return others.stream()
                .filter(measure -> opgaven.contains(measure.opgave()))
                .map(measure -> new OtherMeasure(measure.id(), new GebiedCode(measure.gebied())))
                .filter(other -> ground.contains(other.gebied()))
                .toList();
    }

    /** All ground on which a measure of the study is taken. */
    Set<GebiedCode> studiedGround() {
        return overlap.with(studied.stream()
                .map(measure -> new GebiedCode(measure.gebied()))
                .toList());
    }

    /** Measures of the opgaven of the study of a whole gemeente or more around donors, unless it is around all treated too. */
    List<OtherMeasure> widerThanDonors(Collection<GebiedCode> donors) {
        return widerThan(donors, treatedGround);
    }

    private List<OtherMeasure> widerThan(Collection<GebiedCode> some, Collection<GebiedCode> compared) {
        Map<GebiedCode, Boolean> aroundAll = new HashMap<>();
        return ofTheOpgaven(some).stream()
                .filter(StudyMeasures::isWide)
                .filter(other -> !some.contains(other.gebied()))
                .filter(other -> !aroundAll.computeIfAbsent(
                        other.gebied(), wide -> overlap.within(List.of(wide)).containsAll(compared)))
                .toList();
    }

    /** The measures of the study that share no ground with the treated. */
    List<String> elsewhere() {
        Set<GebiedCode> ground = overlap.with(treated);
        return studied.stream()
                .filter(measure -> !ground.contains(new GebiedCode(measure.gebied())))
                .map(measure -> measure.id() + " in " + measure.gebied())
                .toList();
    }

    /** The treated in which no measure of the study is taken, nor around or inside them. */
    List<GebiedCode> withoutMeasure() {
        Set<GebiedCode> ground = studiedGround();
        return treated.stream()
                .filter(gebied -> !ground.contains(gebied))
                .sorted()
                .toList();
    }

    /** The measures of the study that begin after the first treated period has ended. */
    List<String> notBegunBy(LocalDate end) {
        return studied.stream()
                .filter(measure -> begin(measure).isAfter(end))
                .map(measure -> measure.id() + " on " + begin(measure))
                .toList();
    }

    private static boolean isWide(OtherMeasure other) {
        return WIDE.contains(other.gebied().type());
    }
}
