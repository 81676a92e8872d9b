package nl.gebiedsmonitor.projections.leefbaarheid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.gebied.Inside;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions about the scores of gebieden that have figures of their own, as they stood at a position. */
public final class ScoreQueries {

    /**
     * Where a deviation stands among others.
     *
     * @param above how many are higher
     * @param equal how many are just so
     * @param count how many there are
     */
    public record Standing(int above, int equal, int count) {}

    private final JdbcClient jdbc;

    public ScoreQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All scores of one gebied, the first period first. */
    public List<ScoreView> ofGebied(PublishedModel model, GebiedCode gebied, long position) {
        return jdbc.sql("select * from score s where model = ? and gebied = ? and " + Versions.validIn("s")
                        + " order by period")
                .params(model.number(), gebied.value())
                .params(Versions.params(position))
                .query((row, _) -> ScoreRows.view(row, model))
                .list();
    }

    /**
     * The scores of one period, the highest first.
     *
     * @param type only gebieden of this type, when given
     * @param within only gebieden inside this one, when given
     */
    public List<ScoreView> ofPeriod(
            PublishedModel model,
            Period period,
            @Nullable GebiedType type,
            @Nullable GebiedCode within,
            long position) {
        List<Object> params = new ArrayList<>(List.of(model.number(), period.value()));
        params.addAll(Versions.params(position));
        String sql = "select * from score s where model = ? and period = ? and " + Versions.validIn("s");
        if (type != null) {
            sql += " and s.gebied_type = ?";
            params.add(type.name());
        }
        if (within != null) {
            sql += " and " + Inside.condition("s.gebied");
            params.addAll(Inside.params(within, position));
        }
        return jdbc.sql(sql + " order by deviation desc, gebied")
                .params(params)
                .query((row, _) -> ScoreRows.view(row, model))
                .list();
    }

    /** Where a deviation stands among all gebieden of a type in a period, or those of them inside one gebied. */
    public Standing standing(
            PublishedModel model,
            Period period,
            GebiedType type,
            @Nullable GebiedCode within,
            double deviation,
            long position) {
        List<Object> params =
                new ArrayList<>(List.of(deviation, deviation, model.number(), period.value(), type.name()));
        params.addAll(Versions.params(position));
        if (within != null) {
            params.addAll(Inside.params(within, position));
        }
        return jdbc.sql("select sum(case when deviation > ? then 1 else 0 end),"
                        + " sum(case when deviation = ? then 1 else 0 end), count(*) from score s"
                        + " where model = ? and period = ? and gebied_type = ? and " + Versions.validIn("s")
                        + (within == null ? "" : " and " + Inside.condition("s.gebied")))
                .params(params)
                .query((row, _) -> new Standing(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /**
     * The last period that has scores.
     *
     * @param type of gebieden of this type, when given
     * @param before of those before this one, when given
     */
    public Optional<Period> lastPeriod(
            PublishedModel model, @Nullable GebiedType type, @Nullable Period before, long position) {
        List<Object> params = new ArrayList<>(List.of(model.number()));
        params.addAll(Versions.params(position));
        String sql = "select period from score s where model = ? and " + Versions.validIn("s");
        if (type != null) {
            sql += " and gebied_type = ?";
            params.add(type.name());
        }
        if (before != null) {
            sql += " and period < ?";
            params.add(before.value());
        }
        return jdbc.sql(sql + " order by model desc, period desc fetch first 1 row only")
                .params(params)
                .query((row, _) -> new Period(row.getString(1)))
                .optional();
    }

    /** The last period before another in which a gebied has a score of its own figures. */
    public Optional<Period> periodBefore(PublishedModel model, GebiedCode gebied, Period period, long position) {
        return jdbc.sql("select period from score s where model = ? and gebied = ? and period < ? and "
                        + Versions.validIn("s")
                        + " order by model desc, gebied desc, period desc fetch first 1 row only")
                .params(model.number(), gebied.value(), period.value())
                .params(Versions.params(position))
                .query((row, _) -> new Period(row.getString(1)))
                .optional();
    }
}
