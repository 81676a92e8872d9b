package nl.gebiedsmonitor.domain.study;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Findings;
import nl.gebiedsmonitor.domain.effect.PanelDraft;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.study.Donors.Excluded;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import org.jspecify.annotations.Nullable;

/** Fixes a design to the donors that are found for it, or says why that is no design. */
final class StudyRegistration {

    private final StudyDesign design;
    private final Donors.Found found;
    private final List<Fault> faults = new ArrayList<>();

    private StudyRegistration(StudyDesign design, Donors.Found found) {
        this.design = design;
        this.found = found;
    }

    /** @throws RuleViolated with all reasons why the design is impossible */
    static Registration of(StudyId id, StudyDesign design, Donors donors) {
        return new StudyRegistration(design, donors.of(design)).of(id);
    }

    private Registration of(StudyId id) {
        requireApart();
        requireEachOnce();
        requireSingleMeasure();
        if (design.compares() && found.gebieden().isEmpty() && faults.isEmpty()) {
            refuse("donors-found", null, "No gebied meets the rule for comparison gebieden.");
        }
        if (faults.isEmpty()) {
            requireSize();
            requireStructure();
        }
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
        String text = StudyProtocol.text(id, design, found.gebieden());
        return new Registration(StudyProtocol.hash(text), found.gebieden(), found.excluded(), found.concerns());
    }

    /** What is listed must be a comparison; what a rule finds beside that is left out. */
    private void requireApart() {
        if (design.donors().rule() != null) {
            return;
        }
        for (Excluded excluded : found.excluded()) {
            switch (excluded.why()) {
                case TREATED ->
                    refuse(
                            "donor-not-treated",
                            excluded,
                            excluded.gebied() + " is treated, or lies in or around a treated gebied; it is no"
                                    + " comparison.");
                case NEIGHBOUR ->
                    refuse(
                            "donor-no-neighbour",
                            excluded,
                            excluded.gebied() + " is a neighbour of a treated gebied, into which the measure may spill"
                                    + " over. Leave it out, or say \"neighbours\": true.");
                case SAME_MEASURE ->
                    refuse(
                            "donor-without-the-measure",
                            excluded,
                            "A measure of the study is taken in, around or inside " + excluded.gebied()
                                    + "; it is treated too, and no comparison.");
                case OTHER_MEASURE -> {}
            }
        }
    }

    /** The same ground counts as one unit, and not as two that agree. */
    private void requireEachOnce() {
        for (GebiedCode gebied : found.overlapping()) {
            faults.add(new Fault(
                    null,
                    "gebieden",
                    gebied.value(),
                    "ground-once",
                    gebied + " shares ground with another gebied of the study; name one of them."));
        }
    }

    private void requireSize() {
        long cells = (long) (design.treated().size() + found.gebieden().size())
                * design.periods().size();
        if (cells > PanelDraft.MOST_CELLS) {
            refuse(
                    "panel-size",
                    null,
                    "Gebieden x periods are " + cells + ", and at most " + PanelDraft.MOST_CELLS + " are taken.");
        }
    }

    /** What no figures can repair is told now, and not when the results are asked for. */
    private void requireStructure() {
        int before = design.treated().stream()
                .mapToInt(treated -> design.periods().indexOf(treated.from()))
                .min()
                .orElseThrow();
        for (Estimator estimator : design.estimation().estimators()) {
            Findings.structural(
                            design.estimation().of(estimator),
                            design.treated().size(),
                            estimator.compares() ? found.gebieden().size() : 0,
                            before,
                            design.periods().size() - before)
                    .forEach(fault -> faults.add(new Fault(
                            null,
                            "estimation.estimators",
                            estimator.name(),
                            fault.rule(),
                            estimator + ": " + fault.detail())));
        }
    }

    private void requireSingleMeasure() {
        if (!found.otherMeasures().isEmpty()) {
            refuse(
                    "measures-overlap",
                    null,
                    "Other measures of the same opgave run in treated gebieden during the study, and their effects"
                            + " cannot be told apart: "
                            + found.otherMeasures().stream()
                                    .map(Donors.OtherMeasure::toString)
                                    .collect(joining(", "))
                            + ". Study them as one, by naming them among the measures.");
        }
    }

    private void refuse(String rule, @Nullable Excluded excluded, String detail) {
        faults.add(new Fault(
                null, "donors", excluded == null ? null : excluded.gebied().value(), rule, detail));
    }
}
