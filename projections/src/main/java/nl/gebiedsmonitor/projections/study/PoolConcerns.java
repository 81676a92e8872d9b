package nl.gebiedsmonitor.projections.study;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.study.StudyDesign;

/** What is to be known about the measures and the comparison gebieden of a design before its figures are believed. */
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
        List<Concern> concerns = new ArrayList<>(ofTheMeasures());
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

    private List<Concern> ofTheMeasures() {
        List<Concern> concerns = new ArrayList<>();
        List<String> elsewhere = measures.elsewhere();
        if (!elsewhere.isEmpty()) {
            concerns.add(new Concern(
                    Concern.Kind.OTHER_MEASURES,
                    "Measures of the study are taken where nothing is said to be treated: " + named(elsewhere) + "."));
        }
        LocalDate end = design.treated().stream()
                .map(treated -> treated.from().end().atEndOfMonth())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<String> later = measures.notBegunBy(end);
        if (!later.isEmpty()) {
            concerns.add(new Concern(
                    Concern.Kind.OTHER_MEASURES,
                    "Measures of the study begin after the first treated period: " + named(later) + "."));
        }
        return concerns;
    }

    private static String named(List<String> all) {
        String names = all.stream().limit(NAMED).collect(joining(", "));
        return all.size() > NAMED ? names + " and " + (all.size() - NAMED) + " more" : names;
    }
}
