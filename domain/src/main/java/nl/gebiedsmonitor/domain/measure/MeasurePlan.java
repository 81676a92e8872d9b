package nl.gebiedsmonitor.domain.measure;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done: all of a measure that may be adjusted. Its gebied and its opgave may not.
 *
 * @param title 1 to 200 characters
 * @param description 1 to 2,000 characters, on as many lines as they need
 * @param plannedTo the last day, null when no end is planned
 * @param leadOrganisation who answers for it, 1 to 200 characters
 * @param targetIndicators what it is meant to move, at most 100; empty when nothing that is measured
 */
public record MeasurePlan(
        String title,
        @Nullable String description,
        LocalDate plannedFrom,
        @Nullable LocalDate plannedTo,
        String leadOrganisation,
        List<IndicatorCode> targetIndicators) {

    public static final TextRule TITLE = TextRule.oneLine("measure-title", "A measure has a title", 200);
    public static final TextRule DESCRIPTION =
            TextRule.manyLines("measure-description", "A measure has a description", 2000);
    public static final TextRule LEAD_ORGANISATION =
            TextRule.oneLine("lead-organisation", "A lead organisation has a name", 200);
    public static final ListRule TARGET_INDICATORS =
            ListRule.atMost(100, "target-indicators", "targetIndicators", "target indicators of a measure");

    /** @throws InvalidValue when a text or a list does not fit, or the period ends before it begins */
    public MeasurePlan {
        title = TITLE.read(title);
        description = description == null ? null : DESCRIPTION.read(description);
        leadOrganisation = LEAD_ORGANISATION.read(leadOrganisation);
        requirePeriod(plannedFrom, plannedTo);
        targetIndicators = TARGET_INDICATORS.read(targetIndicators);
    }

    /**
     * Holds a planned period to its order.
     *
     * @throws InvalidValue when it ends before it begins
     */
    public static void requirePeriod(LocalDate plannedFrom, @Nullable LocalDate plannedTo) {
        if (plannedTo != null && plannedTo.isBefore(plannedFrom)) {
            throw new InvalidValue(
                            "planned-period-in-order",
                            plannedTo,
                            "A measure planned from " + plannedFrom + " cannot end before, on " + plannedTo + ".")
                    .inField("plannedTo");
        }
    }
}
