package nl.gebiedsmonitor.projections.study;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.study.StudyDesign;
import nl.gebiedsmonitor.domain.study.StudyId;
import nl.gebiedsmonitor.domain.study.StudyResult;
import nl.gebiedsmonitor.domain.study.StudyStatus;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.study.StudyView.AssessmentView;
import nl.gebiedsmonitor.projections.study.StudyView.ProtocolView;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingState;
import nl.gebiedsmonitor.projections.study.StudyView.ReadingView;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about effect studies, each as it stood at a position. */
public final class StudyQueries {

    /** A reading that is waited for. */
    public record Waiting(StudyId study, int number) {}

    private final JdbcClient jdbc;

    public StudyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StudyView> find(StudyId id, long position) {
        return jdbc.sql("select * from effect_study s where id = ? and " + Versions.validIn("s"))
                .param(id.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row, position))
                .optional();
    }

    /**
     * Studies in order of their ids.
     *
     * @param status only of this one, when given
     */
    public List<StudySummary> list(@Nullable StudyStatus status, @Nullable String after, int limit, long position) {
        List<Object> params = new ArrayList<>();
        params.add(after == null ? "" : after);
        params.addAll(Versions.params(position));
        if (status != null) {
            params.add(status.name());
        }
        params.add(limit);
        return jdbc.sql("select * from effect_study s where id > ? and " + Versions.validIn("s")
                        + (status == null ? "" : " and status = ?") + " order by id fetch first ? rows only")
                .params(params)
                .query((row, _) -> summary(row))
                .list();
    }

    /** What was computed for a reading; empty when that is not so. */
    public Optional<List<StudyResult>> results(StudyId id, int reading, long position) {
        return jdbc.sql("select results from effect_study_results r where study = ? and reading = ? and "
                        + Versions.validIn("r"))
                .params(id.value(), reading)
                .params(Versions.params(position))
                .query((row, _) -> StudyRows.results(row.getString(1)))
                .optional();
    }

    /** The readings that are waited for now, in the order in which they were asked for. */
    public List<Waiting> waiting() {
        return jdbc.sql("select study, number from effect_study_reading where state = ? and to_position = ?"
                        + " order by from_position")
                .params(ReadingState.COMPUTING.name(), Versions.OPEN)
                .query((row, _) -> new Waiting(new StudyId(row.getString(1)), row.getInt(2)))
                .list();
    }

    private static StudySummary summary(ResultSet row) throws SQLException {
        StudyDesign design = StudyRows.design(row.getString("design"));
        return new StudySummary(
                row.getString("id"),
                StudyStatus.valueOf(row.getString("status")),
                design.title(),
                design.kennisinstelling(),
                design.measures().stream().map(MeasureId::value).toList(),
                design.outcomes().stream()
                        .map(outcome -> outcome.indicator().value())
                        .toList(),
                design.treated().stream()
                        .map(treated -> treated.gebied().value())
                        .toList());
    }

    private StudyView view(ResultSet row, long position) throws SQLException {
        String id = row.getString("id");
        return new StudyView(
                id,
                StudyStatus.valueOf(row.getString("status")),
                StudyRows.design(row.getString("design")),
                protocols(id, position),
                row.getObject("started_on", LocalDate.class),
                row.getString("start_reason"),
                readings(id, position),
                assessments(id, position),
                row.getObject("concluded_on", LocalDate.class),
                row.getString("conclusion"));
    }

    private List<ProtocolView> protocols(String id, long position) {
        return jdbc.sql("select * from effect_study_protocol p where study = ? and " + Versions.validIn("p")
                        + " order by amendment")
                .param(id)
                .params(Versions.params(position))
                .query((row, _) -> new ProtocolView(
                        row.getInt("amendment"),
                        StudyRows.design(row.getString("design")),
                        StudyRows.registration(row.getString("registration")),
                        row.getString("reason"),
                        row.getInt("readings")))
                .list();
    }

    private List<ReadingView> readings(String id, long position) {
        return jdbc.sql("select * from effect_study_reading r where study = ? and " + Versions.validIn("r")
                        + " order by number")
                .param(id)
                .params(Versions.params(position))
                .query((row, _) -> new ReadingView(
                        row.getInt("number"),
                        ReadingState.valueOf(row.getString("state")),
                        row.getInt("amendment"),
                        row.getString("protocol_hash"),
                        row.getLong("as_of"),
                        row.getLong("requested_at"),
                        row.getObject("requested_on", LocalDate.class),
                        row.getBoolean("planned"),
                        row.getString("failure")))
                .list();
    }

    private List<AssessmentView> assessments(String id, long position) {
        return jdbc.sql("select number, assessment from effect_study_assessment a where study = ? and "
                        + Versions.validIn("a") + " order by number")
                .param(id)
                .params(Versions.params(position))
                .query((row, _) -> new AssessmentView(row.getInt(1), StudyRows.assessment(row.getString(2))))
                .list();
    }
}
