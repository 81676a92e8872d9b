package nl.gebiedsmonitor.projections.impact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysisId;
import nl.gebiedsmonitor.domain.impact.Realisation;
import nl.gebiedsmonitor.projections.Versions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about impact analyses, each as it stood at a position. */
public final class ImpactQueries {

    private final JdbcClient jdbc;

    public ImpactQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ImpactAnalysisView> find(ImpactAnalysisId id, long position) {
        return jdbc.sql("select * from impact_analysis a where id = ? and " + Versions.validIn("a"))
                .param(id.value())
                .params(Versions.params(position))
                .query((row, _) -> view(row, position))
                .optional();
    }

    /**
     * Analyses in order of their ids.
     *
     * @param gebied only of this one, when given
     */
    public List<ImpactAnalysisView> list(
            @Nullable GebiedCode gebied, @Nullable String after, int limit, long position) {
        List<Object> params = new ArrayList<>();
        params.add(after == null ? "" : after);
        params.addAll(Versions.params(position));
        if (gebied != null) {
            params.add(gebied.value());
        }
        params.add(limit);
        return jdbc.sql("select * from impact_analysis a where id > ? and " + Versions.validIn("a")
                        + (gebied == null ? "" : " and gebied = ?") + " order by id fetch first ? rows only")
                .params(params)
                .query((row, _) -> view(row, position))
                .list();
    }

    private ImpactAnalysisView view(ResultSet row, long position) throws SQLException {
        String id = row.getString("id");
        return new ImpactAnalysisView(
                id, ImpactRows.plan(row.getString("plan")), realisations(id, position), row.getString("last_reason"));
    }

    private List<Realisation> realisations(String id, long position) {
        return jdbc.sql("select realisation from impact_realisation r where analysis = ? and " + Versions.validIn("r")
                        + " order by cash_flow, year_number")
                .param(id)
                .params(Versions.params(position))
                .query((row, _) -> ImpactRows.realisation(row.getString(1)))
                .list();
    }
}
