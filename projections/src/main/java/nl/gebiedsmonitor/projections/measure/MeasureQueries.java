package nl.gebiedsmonitor.projections.measure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.manifest.Opgave;
import nl.gebiedsmonitor.domain.measure.MeasureId;
import nl.gebiedsmonitor.domain.measure.MeasureStatus;
import nl.gebiedsmonitor.projections.Lines;
import nl.gebiedsmonitor.projections.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about measures, each as it stood at a position. */
public final class MeasureQueries {

    private final JdbcClient jdbc;

    public MeasureQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<MeasureView> find(MeasureId id, long position) {
        return jdbc.sql("select * from measure m where id = ? and " + Versions.validIn("m"))
                .param(id.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row))
                .optional();
    }

    /** Measures in order of their ids, narrowed by what is given. */
    public List<MeasureView> list(
            @Nullable GebiedCode gebied,
            @Nullable Opgave opgave,
            @Nullable MeasureStatus status,
            @Nullable String after,
            int limit,
            long position) {
        StringBuilder sql = new StringBuilder("select * from measure m where id > ? and " + Versions.validIn("m"));
        List<Object> params = new ArrayList<>();
        params.add(after == null ? "" : after);
        params.addAll(Versions.params(position));
        if (gebied != null) {
            sql.append(" and gebied = ?");
            params.add(gebied.value());
        }
        if (opgave != null) {
            sql.append(" and opgave = ?");
            params.add(opgave.name());
        }
        if (status != null) {
            sql.append(" and status = ?");
            params.add(status.name());
        }
        sql.append(" order by id fetch first ? rows only");
        params.add(limit);
        return jdbc.sql(sql.toString())
                .params(params)
                .query((row, _) -> view(row))
                .list();
    }

    /** The measures taken in a gebied, and in the focus areas that it lies in. */
    public List<MeasureView> ofGebied(GebiedCode gebied, long position) {
        return jdbc.sql("select * from measure m where " + Versions.validIn("m")
                        + " and (gebied = ? or gebied in (select outer_gebied from gebied_within w"
                        + " where inner_gebied = ? and outer_gebied like 'SV-%' and " + Versions.validIn("w")
                        + ")) order by id")
                .params(Versions.params(position))
                .params(gebied.value(), gebied.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row))
                .list();
    }

    private static MeasureView view(ResultSet row) throws SQLException {
        return new MeasureView(
                row.getString("id"),
                row.getString("gebied"),
                Opgave.valueOf(row.getString("opgave")),
                row.getString("title"),
                row.getString("description"),
                row.getObject("planned_from", LocalDate.class),
                row.getObject("planned_to", LocalDate.class),
                row.getString("lead_organisation"),
                Lines.split(row.getString("target_indicators")),
                MeasureStatus.valueOf(row.getString("status")),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("last_reason"));
    }
}
