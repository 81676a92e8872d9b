package nl.gebiedsmonitor.projections.study;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.study.StudyDesign;

/** What is to be known about the comparison gebieden of a design before their figures are believed. */
final class PoolConcerns {

    private static final int NAMED = 10;

    private final StudyDesign design;
    private final Bordering bordering;
    private final StudyMeasures measures;

    PoolConcerns(StudyDesign design, Bordering bordering, StudyMeasures measures) {
        this.design = design;
        this.bordering = bordering;
        this.measures = measures;
    }

    List<Concern> of(List<GebiedCode> donors) {
        List<Concern> concerns = new ArrayList<>();
        if (donors.isEmpty()) {
            return concerns;
        }
        List<String> near =
                donors.stream().filter(bordering::has).map(GebiedCode::value).toList();
        if (!near.isEmpty()) {
            concerns.add(new Concern(
                    Concern.Kind.SPILL_OVER,
                    "Neighbours of the treated are among the comparison gebieden, and the measure may have spilled over"
                            + " to them: " + named(near) + "."));
        }
        if (!design.donors().neighbours() && !bordering.isKnown()) {
            concerns.add(new Concern(
                    Concern.Kind.SPILL_OVER,
                    "Which gebieden border on the treated is not known to this system, so neighbours were not left out"
                            + " of the comparison; the measure may have spilled over to them."));
        }
        List<String> others = measures.othersIn(donors).stream()
                .map(other -> other.measure() + " in " + other.gebied())
                .toList();
        if (!others.isEmpty()) {
            concerns.add(new Concern(
                    Concern.Kind.OTHER_MEASURES,
                    "Measures of the same opgave run in comparison gebieden: " + named(others) + "."));
        }
        List<String> wider = measures.widerThanTreated(donors).stream()
                .map(other -> other.measure() + " in " + other.gebied())
                .toList();
        if (!wider.isEmpty()) {
            concerns.add(new Concern(
                    Concern.Kind.OTHER_MEASURES,
                    "Measures of the same opgave run in all that the treated lie in, but not around all comparison"
                            + " gebieden: " + named(wider) + "."));
        }
        return concerns;
    }

    private static String named(List<String> all) {
        String names = all.stream().limit(NAMED).collect(joining(", "));
        return all.size() > NAMED ? names + " and " + (all.size() - NAMED) + " more" : names;
    }
}
