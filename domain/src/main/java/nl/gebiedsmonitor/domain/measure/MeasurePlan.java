package nl.gebiedsmonitor.domain.measure;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done: all of a measure that may be adjusted. Its gebied and its opgave may not.
 *
 * @param title 1 to 200 characters
 * @param description 1 to 2,000 characters
 * @param plannedTo the last day, null when no end is planned
 * @param leadOrganisation who answers for it, 1 to 200 characters
 * @param targetIndicators what it is meant to move; empty when nothing that is measured
 */
public record MeasurePlan(
        String title,
        @Nullable String description,
        LocalDate plannedFrom,
        @Nullable LocalDate plannedTo,
        String leadOrganisation,
        List<IndicatorCode> targetIndicators) {

    /** @throws InvalidValue when a text is blank or too long, or the period ends before it begins */
    public MeasurePlan {
        title = requireText("measure-title", "A measure has a title", title, 200);
        description = description == null
                ? null
                : requireText("measure-description", "A measure has a description", description, 2000);
        leadOrganisation = requireText("lead-organisation", "A lead organisation has a name", leadOrganisation, 200);
        if (plannedTo != null && plannedTo.isBefore(plannedFrom)) {
            throw new InvalidValue(
                    "planned-period-in-order",
                    plannedTo,
                    "A measure planned from " + plannedFrom + " cannot end before, on " + plannedTo + ".");
        }
        targetIndicators = targetIndicators.stream().distinct().toList();
    }

    private static String requireText(String rule, String sentence, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > longest) {
            throw new InvalidValue(rule, text, sentence + " of 1 to " + longest + " characters.");
        }
        return stripped;
    }
}
