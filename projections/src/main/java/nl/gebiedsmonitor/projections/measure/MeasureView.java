package nl.gebiedsmonitor.projections.measure;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import org.jspecify.annotations.Nullable;

/**
 * A measure as it stands.
 *
 * @param endedOn when it was stopped or completed; null before
 * @param lastReason the last reason given for a step: to start, adjust, stop or complete; null when none was given
 */
public record MeasureView(
        String id,
        String gebied,
        Opgave opgave,
        String title,
        @Nullable String description,
        LocalDate plannedFrom,
        @Nullable LocalDate plannedTo,
        String leadOrganisation,
        List<String> targetIndicators,
        MeasureStatus status,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String lastReason) {}
