package nl.gebiedsmonitor.projections.gebied;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** Puts a gebied, with what goes along with it, inside some others and inside all that holds these. */
    private static final String PUT_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied)
            select holder.code, held.code
            from (select code from (values %1$s) direct (code)
                  union select outer_gebied from gebied_within where inner_gebied in (%1$s)) holder
            cross join (select cast(? as varchar(60)) as code %2$s) held
            where holder.code <> held.code and not exists (select 1 from gebied_within known
                where known.outer_gebied = holder.code and known.inner_gebied = held.code)
            """;

    private static final String CODE = "(cast(? as varchar(60)))";

    private static final String AND_ALL_IN_IT = "union select inner_gebied from gebied_within where outer_gebied = ?";

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
        List<GebiedCode> outers = parent == null ? new ArrayList<>() : parentAndItsParents(parent);
        if (!code.equals(COUNTRY)) {
            outers.add(COUNTRY);
        }
        putInside(outers, code);
    }

    private void place(GebiedCode code, GebiedCode parent) {
        jdbc.sql("update gebied set parent = ? where code = ?")
                .params(parent.value(), code.value())
                .update();
        putInside(parentAndItsParents(parent), code);
    }

    private static List<GebiedCode> parentAndItsParents(GebiedCode parent) {
        return Stream.iterate(Optional.of(parent), Optional::isPresent, code -> code.flatMap(GebiedCode::parent))
                .map(Optional::get)
                .collect(toCollection(ArrayList::new));
    }

    /** Puts one gebied inside others; a focus area goes without its members, since these lie where they lie. */
    private void putInside(List<GebiedCode> outers, GebiedCode inner) {
        if (outers.isEmpty()) {
            return;
        }
        boolean alone = inner.type() == GebiedType.FOCUS;
        List<String> codes = outers.stream().map(GebiedCode::value).toList();
        String places = String.join(", ", Collections.nCopies(codes.size(), CODE));
        jdbc.sql(PUT_INSIDE.formatted(places, alone ? "" : AND_ALL_IN_IT))
                .params(codes)
                .params(codes)
                .params(Collections.nCopies(alone ? 1 : 2, inner.value()))
                .update();
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
