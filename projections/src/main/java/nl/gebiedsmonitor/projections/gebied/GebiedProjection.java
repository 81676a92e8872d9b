package nl.gebiedsmonitor.projections.gebied;

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
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the register of gebieden, and which lies inside which. */
public final class GebiedProjection implements Projection {

    static final String NAME = "gebied";

    private static final GebiedCode COUNTRY = new GebiedCode("NL");

    /** Puts a gebied, with all that lies in it, inside another and inside all that holds that. */
    private static final String PUT_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied)
            select holder.code, held.code
            from (select cast(? as varchar(60)) as code
                  union select outer_gebied from gebied_within where inner_gebied = ?) holder
            cross join (select cast(? as varchar(60)) as code
                  union select inner_gebied from gebied_within where outer_gebied = ?) held
            where holder.code <> held.code and not exists (select 1 from gebied_within known
                where known.outer_gebied = holder.code and known.inner_gebied = held.code)
            """;

    /** Puts a focus area inside another gebied, without its members: they lie where they lie. */
    private static final String PUT_FOCUS_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied)
            select holder.code, cast(? as varchar(60))
            from (select cast(? as varchar(60)) as code
                  union select outer_gebied from gebied_within where inner_gebied = ?) holder
            where holder.code <> ? and not exists (select 1 from gebied_within known
                where known.outer_gebied = holder.code and known.inner_gebied = ?)
            """;

    /** Puts a member, with all that lies in it, inside a focus area and nowhere else. */
    private static final String PUT_MEMBER_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied)
            select cast(? as varchar(60)), held.code
            from (select cast(? as varchar(60)) as code
                  union select inner_gebied from gebied_within where outer_gebied = ?) held
            where held.code <> ? and not exists (select 1 from gebied_within known
                where known.outer_gebied = ? and known.inner_gebied = held.code)
            """;

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
            putInside(COUNTRY, code);
        }
        if (parent != null) {
            putInsideAll(parent, code);
        }
    }

    private void place(GebiedCode code, GebiedCode parent) {
        jdbc.sql("update gebied set parent = ? where code = ?")
                .params(parent.value(), code.value())
                .update();
        putInsideAll(parent, code);
    }

    /** Puts a gebied inside its parent and inside what holds that by its code. */
    private void putInsideAll(GebiedCode parent, GebiedCode code) {
        for (Optional<GebiedCode> outer = Optional.of(parent);
                outer.isPresent();
                outer = outer.flatMap(GebiedCode::parent)) {
            putInside(outer.get(), code);
        }
    }

    private void putInside(GebiedCode outerCode, GebiedCode innerCode) {
        String outer = outerCode.value();
        String inner = innerCode.value();
        if (innerCode.type() == GebiedType.FOCUS) {
            jdbc.sql(PUT_FOCUS_INSIDE).params(inner, outer, outer, inner, inner).update();
        } else {
            jdbc.sql(PUT_INSIDE).params(outer, outer, inner, inner).update();
        }
    }

    private void compose(GebiedCode focusCode, Composition composition) {
        String focus = focusCode.value();
        jdbc.sql("update gebied set reference_year = ?, composition_status = ? where code = ?")
                .params(composition.referenceYear(), composition.status().name(), focus)
                .update();
        jdbc.sql("delete from gebied_member where gebied = ?").param(focus).update();
        jdbc.sql("delete from gebied_within where outer_gebied = ?")
                .param(focus)
                .update();
        for (GebiedCode member : composition.members()) {
            jdbc.sql("insert into gebied_member (gebied, member) values (?, ?)")
                    .params(focus, member.value())
                    .update();
            jdbc.sql(PUT_MEMBER_INSIDE)
                    .params(focus, member.value(), member.value(), focus, focus)
                    .update();
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
}
