package nl.gebiedsmonitor.projections.study;

import java.util.List;
import nl.gebiedsmonitor.domain.study.StudyStatus;

/**
 * An effect study among others.
 *
 * @param treated where the measures are taken
 */
public record StudySummary(
        String id,
        StudyStatus status,
        String title,
        String kennisinstelling,
        List<String> measures,
        List<String> outcomes,
        List<String> treated) {}
