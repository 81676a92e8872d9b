package nl.gebiedsmonitor.projections.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyEvent;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingCancelled;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingFailed;
import nl.gebiedsmonitor.domain.study.StudyEvent.ReadingRequested;
import nl.gebiedsmonitor.domain.study.StudyEvent.Registration;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAmended;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyAssessed;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyConcluded;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyDesigned;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRegistered;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyStarted;
import nl.gebiedsmonitor.domain.study.StudyStatus;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps each effect study with its designs, readings and assessments. */
public final class StudyProjection implements Projection {

    public static final String NAME = "study";

    private final JdbcClient jdbc;
    private final VersionedTable studies;
    private final VersionedTable protocols;
    private final VersionedTable readings;
    private final VersionedTable results;
    private final VersionedTable assessments;

    public StudyProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.studies = new VersionedTable(jdbc, "effect_study", "id");
        this.protocols = new VersionedTable(jdbc, "effect_study_protocol", "study", "amendment");
        this.readings = new VersionedTable(jdbc, "effect_study_reading", "study", "number");
        this.results = new VersionedTable(jdbc, "effect_study_results", "study", "reading");
        this.assessments = new VersionedTable(jdbc, "effect_study_assessment", "study", "number");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "effect_study",
                "effect_study_protocol",
                "effect_study_reading",
                "effect_study_results",
                "effect_study_assessment");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(StudyEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        switch ((StudyEvent) event.payload()) {
            case StudyDesigned designed ->
                studies.put(position, row(designed.id().value(), designed.design()));
            case StudyRegistered registered -> register(position, registered);
            case StudyAmended amended -> amend(position, amended);
            case StudyStarted started -> {
                Map<String, @Nullable Object> columns = status(StudyStatus.RUNNING);
                columns.put("started_on", started.startedOn());
                columns.put("start_reason", started.reason());
                studies.change(position, List.of(started.id().value()), columns);
            }
            case ReadingRequested requested -> readings.begin(position, row(requested, position));
            case ReadingCancelled cancelled ->
                readings.change(
                        position,
                        List.of(cancelled.id().value(), cancelled.number()),
                        Map.of("state", ReadingState.CANCELLED.name()));
            case ReadingFailed failed ->
                readings.change(
                        position,
                        List.of(failed.id().value(), failed.number()),
                        Map.of("state", ReadingState.FAILED.name(), "failure", failed.reason()));
            case StudyRead read -> read(position, read);
            case StudyAssessed assessed ->
                assessments.begin(
                        position,
                        Map.of(
                                "study",
                                assessed.id().value(),
                                "number",
                                assessed.number(),
                                "assessment",
                                StudyRows.write(assessed.assessment())));
            case StudyConcluded concluded -> {
                Map<String, @Nullable Object> columns = status(StudyStatus.CONCLUDED);
                columns.put("concluded_on", concluded.concludedOn());
                columns.put("conclusion", concluded.conclusion());
                studies.change(position, List.of(concluded.id().value()), columns);
            }
        }
    }

    private void register(long position, StudyRegistered registered) {
        String id = registered.id().value();
        StudyDesign design =
                StudyRows.design(jdbc.sql("select design from effect_study where id = ? and to_position = ?")
                        .params(id, Versions.OPEN)
                        .query(String.class)
                        .single());
        studies.change(position, List.of(id), status(StudyStatus.REGISTERED));
        protocols.begin(position, protocol(id, 0, design, registered.registration(), null, 0));
    }

    /** A design that was not read yet makes a study running again. */
    private void amend(long position, StudyAmended amended) {
        String id = amended.id().value();
        String status = jdbc.sql("select status from effect_study where id = ? and to_position = ?")
                .params(id, Versions.OPEN)
                .query(String.class)
                .single();
        Map<String, @Nullable Object> columns =
                status(status.equals(StudyStatus.READ.name()) ? StudyStatus.RUNNING : StudyStatus.valueOf(status));
        columns.put("design", StudyRows.write(amended.design()));
        studies.change(position, List.of(id), columns);
        protocols.begin(
                position,
                protocol(
                        id,
                        amended.number(),
                        amended.design(),
                        amended.registration(),
                        amended.reason(),
                        amended.readings()));
    }

    private void read(long position, StudyRead read) {
        String id = read.id().value();
        studies.change(position, List.of(id), status(StudyStatus.READ));
        readings.change(position, List.of(id, read.number()), Map.of("state", ReadingState.COMPUTED.name()));
        results.begin(
                position, Map.of("study", id, "reading", read.number(), "results", StudyRows.write(read.results())));
    }

    private static Map<String, @Nullable Object> status(StudyStatus status) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("status", status.name());
        return columns;
    }

    private static Map<String, Object> row(String id, StudyDesign design) {
        return Map.of("id", id, "status", StudyStatus.DESIGNED.name(), "design", StudyRows.write(design));
    }

    private static Map<String, @Nullable Object> protocol(
            String id,
            int amendment,
            StudyDesign design,
            Registration registration,
            @Nullable String reason,
            int readings) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("study", id);
        row.put("amendment", amendment);
        row.put("design", StudyRows.write(design));
        row.put("registration", StudyRows.write(registration));
        row.put("reason", reason);
        row.put("readings", readings);
        return row;
    }

    private static Map<String, Object> row(ReadingRequested requested, long position) {
        return Map.of(
                "study",
                requested.id().value(),
                "number",
                requested.number(),
                "state",
                ReadingState.COMPUTING.name(),
                "amendment",
                requested.amendment(),
                "protocol_hash",
                requested.protocolHash(),
                "as_of",
                requested.asOf(),
                "requested_at",
                position,
                "requested_on",
                requested.requestedOn(),
                "planned",
                requested.planned());
    }
}
