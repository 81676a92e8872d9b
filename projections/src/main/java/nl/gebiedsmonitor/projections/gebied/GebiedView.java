package nl.gebiedsmonitor.projections.gebied;

import java.time.LocalDate;
import java.util.List;
import nl.gebiedsmonitor.domain.gebied.CompositionStatus;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import org.jspecify.annotations.Nullable;

/**
 * A gebied as it stands.
 *
 * @param members what a focus area consists of; null for any other type
 * @param successors what took the place of a closed gebied; null while it is open
 */
public record GebiedView(
        String code,
        String name,
        GebiedType type,
        @Nullable String parent,
        @Nullable List<String> members,
        @Nullable Integer referenceYear,
        @Nullable CompositionStatus compositionStatus,
        @Nullable LocalDate closedOn,
        @Nullable List<String> successors) {}
