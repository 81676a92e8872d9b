package nl.gebiedsmonitor.projections.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.gebiedsmonitor.domain.effect.Concern;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.study.StudyDesign;

/** What is to be known about the measures and the comparison gebieden of a design before its figures are believed. */
final class PoolConcerns {

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
        addOfTheMeasures(concerns);
        if (!donors.isEmpty()) {
            addOf(donors, concerns);
        }
        return concerns;
    }

    private void addOfTheMeasures(List<Concern> concerns) {
        Concern.naming(
                        Concern.Kind.OTHER_MEASURES,
                        "Measures of the study are taken where nothing is said to be treated",
                        measures.elsewhere())
                .forEach(concerns::add);
        Concern.naming(
                        Concern.Kind.OTHER_MEASURES,
                        "No measure of the study is taken in some of the treated",
                        measures.withoutMeasure())
                .forEach(concerns::add);
        LocalDate end = design.treated().stream()
                .map(treated -> treated.from().end().atEndOfMonth())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Concern.naming(
                        Concern.Kind.OTHER_MEASURES,
                        "Measures of the study begin after the first treated period",
                        measures.notBegunBy(end))
                .forEach(concerns::add);
    }

    private void addOf(List<GebiedCode> donors, List<Concern> concerns) {
        Concern.naming(
                        Concern.Kind.SPILL_OVER,
                        "Neighbours of the treated are among the comparison gebieden, and the measure may have spilled"
                                + " over to them",
                        donors.stream().filter(bordering::has).toList())
                .forEach(concerns::add);
        if (!design.donors().neighbours() && !bordering.isKnown(donors)) {
            concerns.add(new Concern(
                    Concern.Kind.SPILL_OVER,
                    "Which of the comparison gebieden border on the treated is not known to this system for all of them, so"
                            + " neighbours may be among them, and the measure may have spilled over to these."));
        }
        Concern.naming(
                        Concern.Kind.OTHER_MEASURES,
                        "Measures of the same opgave run in comparison gebieden",
                        measures.othersIn(donors))
                .forEach(concerns::add);
        Concern.naming(
                        Concern.Kind.OTHER_MEASURES,
                        "Measures of the same opgave run in all that comparison gebieden lie in, but not around all the treated",
                        measures.widerThanDonors(donors))
                .forEach(concerns::add);
        Concern.naming(
                        Concern.Kind.OTHER_MEASURES,
                        "Measures of the same opgave run in all that the treated lie in, but not around all comparison"
                                + " gebieden",
                        measures.widerThanTreated(donors))
                .forEach(concerns::add);
    }
}
