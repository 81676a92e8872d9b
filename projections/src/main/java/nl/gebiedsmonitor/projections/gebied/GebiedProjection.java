package nl.gebiedsmonitor.projections.gebied;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.Composition;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedComposed;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedPlaced;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRegistered;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedRenamed;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the register of gebieden, and which lies inside which. */
public final class GebiedProjection implements Projection {

    static final String NAME = "gebied";

    private static final GebiedCode COUNTRY = new GebiedCode("NL");

    private final JdbcClient jdbc;

    public GebiedProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(GebiedEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        switch ((GebiedEvent) event.payload()) {
            case GebiedRegistered registered -> register(registered);
            case GebiedPlaced placed -> place(placed.code(), placed.parent());
            case GebiedRenamed renamed ->
                jdbc.sql("update gebied set name = ? where code = ?")
                        .params(renamed.name(), renamed.code().value())
                        .update();
            case GebiedComposed composed -> compose(composed.code(), composed.composition());
            case GebiedClosed closed -> close(closed);
        }
    }

    private void register(GebiedRegistered registered) {
        GebiedCode code = registered.code();
        @Nullable
        GebiedCode parent =
                Optional.ofNullable(registered.parent()).or(code::parent).orElse(null);
        jdbc.sql("insert into gebied (code, type, name, parent) values (?, ?, ?, ?)")
                .params(code.value(), code.type().name(), registered.name())
                .param(parent == null ? null : parent.value())
                .update();
        if (!code.equals(COUNTRY)) {
            putInside(COUNTRY.value(), code.value());
        }
        if (parent != null) {
            place(code, parent);
        }
    }

    private void place(GebiedCode code, GebiedCode parent) {
        jdbc.sql("update gebied set parent = ? where code = ?")
                .params(parent.value(), code.value())
                .update();
        for (Optional<GebiedCode> outer = Optional.of(parent);
                outer.isPresent();
                outer = outer.flatMap(GebiedCode::parent)) {
            putInside(outer.get().value(), code.value());
        }
    }

    /** Puts one gebied inside another, with all that lies in the one and inside all that holds the other. */
    private void putInside(String outer, String inner) {
        List<String> inners = new ArrayList<>(List.of(inner));
        inners.addAll(codes("select inner_gebied from gebied_within where outer_gebied = ?", inner));
        List<String> outers = new ArrayList<>(List.of(outer));
        outers.addAll(codes("select outer_gebied from gebied_within where inner_gebied = ?", outer));
        for (String eachOuter : outers) {
            for (String eachInner : inners) {
                putWithin(eachOuter, eachInner);
            }
        }
    }

    private void compose(GebiedCode focus, Composition composition) {
        jdbc.sql("update gebied set reference_year = ?, composition_status = ? where code = ?")
                .params(composition.referenceYear(), composition.status().name(), focus.value())
                .update();
        jdbc.sql("delete from gebied_member where gebied = ?")
                .param(focus.value())
                .update();
        jdbc.sql("delete from gebied_within where outer_gebied = ?")
                .param(focus.value())
                .update();
        for (GebiedCode member : composition.members()) {
            jdbc.sql("insert into gebied_member (gebied, member) values (?, ?)")
                    .params(focus.value(), member.value())
                    .update();
            putInside(focus.value(), member.value());
        }
    }

    private void close(GebiedClosed closed) {
        jdbc.sql("update gebied set closed_on = ? where code = ?")
                .params(closed.closedOn(), closed.code().value())
                .update();
        for (GebiedCode successor : closed.successors()) {
            jdbc.sql("insert into gebied_successor (gebied, successor) values (?, ?)")
                    .params(closed.code().value(), successor.value())
                    .update();
        }
    }

    private void putWithin(String outer, String inner) {
        jdbc.sql("insert into gebied_within (outer_gebied, inner_gebied) select ?, ? where not exists"
                        + " (select 1 from gebied_within where outer_gebied = ? and inner_gebied = ?)")
                .params(outer, inner, outer, inner)
                .update();
    }

    private List<String> codes(String sql, String gebied) {
        return jdbc.sql(sql).param(gebied).query(String.class).list();
    }
}
