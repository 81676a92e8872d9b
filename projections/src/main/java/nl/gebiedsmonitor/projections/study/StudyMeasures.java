package nl.gebiedsmonitor.projections.study;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.study.Donors.OtherMeasure;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.projections.measure.MeasureQueries;
import nl.gebiedsmonitor.projections.measure.MeasureView;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The measures that are not of a study, and run at some time during it. */
final class StudyMeasures {

    private static final Set<GebiedType> WIDE = EnumSet.of(GebiedType.LAND, GebiedType.PROVINCIE, GebiedType.GEMEENTE);

    private final Overlap overlap;
    private final List<MeasureView> others = new ArrayList<>();
    private final Set<Opgave> opgaven = EnumSet.noneOf(Opgave.class);

    StudyMeasures(JdbcClient jdbc, Overlap overlap, StudyDesign design, long position) {
        this.overlap = overlap;
        Set<String> own = design.measures().stream().map(MeasureId::value).collect(toSet());
        LocalDate from = design.periods().getFirst().start().atDay(1);
        LocalDate to = design.periods().getLast().end().atEndOfMonth();
        for (MeasureView measure : new MeasureQueries(jdbc).list(null, null, null, null, Integer.MAX_VALUE, position)) {
            if (own.contains(measure.id())) {
                opgaven.add(measure.opgave());
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

    /** The gebieden with a measure of an opgave, in them, around them or inside them. */
    Set<GebiedCode> gebiedenWith(Opgave opgave) {
        return overlap.with(others.stream()
                .filter(measure -> measure.opgave() == opgave)
                .map(measure -> new GebiedCode(measure.gebied()))
                .toList());
    }

    /**
     * Measures of the opgaven of the study in some gebieden. One of a whole gemeente is none of these: it is taken in every
     * part of it alike.
     */
    List<OtherMeasure> othersIn(Collection<GebiedCode> gebieden) {
        Set<GebiedCode> ground = new HashSet<>(overlap.with(gebieden));
        return others.stream()
                .filter(measure -> opgaven.contains(measure.opgave()))
                .map(measure -> new OtherMeasure(measure.id(), new GebiedCode(measure.gebied())))
                .filter(other -> gebieden.contains(other.gebied())
                        || (ground.contains(other.gebied())
                                && !WIDE.contains(other.gebied().type())))
                .toList();
    }
}
