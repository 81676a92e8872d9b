package nl.gebiedsmonitor.projections.gebied;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import nl.gebiedsmonitor.domain.gebied.SuccessorShares;
import nl.gebiedsmonitor.projections.VersionedTable;
import nl.gebiedsmonitor.projections.Versions;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the register of gebieden, and which lies inside which. */
public final class GebiedProjection implements Projection {

    public static final String NAME = "gebied";

    private static final GebiedCode COUNTRY = new GebiedCode("NL");

    /** Puts a gebied, with what goes along with it, inside some others and inside all that holds these. */
    private static final String PUT_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied, from_position, to_position)
            select holder.code, held.code, cast(? as bigint), cast(? as bigint)
            from (select code from (values %1$s) direct (code)
                  union select outer_gebied from gebied_within
                        where inner_gebied in (%1$s) and to_position = %3$d) holder
            cross join (select cast(? as varchar(60)) as code %2$s) held
            where holder.code <> held.code and (select count(*) from gebied_within known
                where known.outer_gebied = holder.code and known.inner_gebied = held.code
                    and known.to_position = %3$d) = 0
            """;

    private static final String CODE = "(cast(? as varchar(60)))";

    private static final String AND_ALL_IN_IT =
            "union select inner_gebied from gebied_within where outer_gebied = ? and to_position = " + Versions.OPEN;

    /** Puts a member, with all that lies in it, inside a focus area and nowhere else. */
    private static final String PUT_MEMBER_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied, from_position, to_position)
            select cast(? as varchar(60)), held.code, cast(? as bigint), cast(? as bigint)
            from (select cast(? as varchar(60)) as code
                  union select inner_gebied from gebied_within where outer_gebied = ? and to_position = %1$d) held
            where held.code <> ? and (select count(*) from gebied_within known
                where known.outer_gebied = ? and known.inner_gebied = held.code and known.to_position = %1$d) = 0
            """.formatted(Versions.OPEN);

    private final JdbcClient jdbc;
    private final VersionedTable table;
    private final VersionedTable members;
    private final VersionedTable successors;
    private final VersionedTable within;

    public GebiedProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.table = new VersionedTable(jdbc, "gebied", "code");
        this.members = new VersionedTable(jdbc, "gebied_member", "gebied", "member");
        this.successors = new VersionedTable(jdbc, "gebied_successor", "gebied", "successor");
        this.within = new VersionedTable(jdbc, "gebied_within", "outer_gebied", "inner_gebied");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> tables() {
        return Set.of("gebied", "gebied_member", "gebied_successor", "gebied_within");
    }

    @Override
    public Set<String> eventTypes() {
        return EventNames.of(GebiedEvent.class);
    }

    @Override
    public void apply(StoredEvent event) {
        long position = event.position();
        switch ((GebiedEvent) event.payload()) {
            case GebiedRegistered registered -> register(position, registered);
            case GebiedPlaced placed -> place(position, placed.code(), placed.parent());
            case GebiedRenamed renamed -> change(position, renamed.code(), Map.of("name", renamed.name()));
            case GebiedComposed composed -> compose(position, composed.code(), composed.composition());
            case GebiedClosed closed -> close(position, closed);
        }
    }

    private void change(long position, GebiedCode code, Map<String, ?> columns) {
        table.change(position, List.of(code.value()), columns);
    }

    private void register(long position, GebiedRegistered registered) {
        GebiedCode code = registered.code();
        @Nullable
        GebiedCode parent =
                Optional.ofNullable(registered.parent()).or(code::parent).orElse(null);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("code", code.value());
        row.put("type", code.type().name());
        row.put("name", registered.name());
        row.put("parent", parent == null ? null : parent.value());
        table.put(position, row);
        List<GebiedCode> outers = parent == null ? new ArrayList<>() : parentAndItsParents(parent);
        if (!code.equals(COUNTRY)) {
            outers.add(COUNTRY);
        }
        putInside(position, outers, code);
    }

    private void place(long position, GebiedCode code, GebiedCode parent) {
        change(position, code, Map.of("parent", parent.value()));
        putInside(position, parentAndItsParents(parent), code);
    }

    private static List<GebiedCode> parentAndItsParents(GebiedCode parent) {
        return Stream.iterate(Optional.of(parent), Optional::isPresent, code -> code.flatMap(GebiedCode::parent))
                .map(Optional::get)
                .collect(toCollection(ArrayList::new));
    }

    /** Puts one gebied inside others; a focus area goes without its members, since these lie where they lie. */
    private void putInside(long position, List<GebiedCode> outers, GebiedCode inner) {
        if (outers.isEmpty()) {
            return;
        }
        boolean alone = inner.type() == GebiedType.FOCUS;
        List<String> codes = outers.stream().map(GebiedCode::value).toList();
        String places = String.join(", ", Collections.nCopies(codes.size(), CODE));
        jdbc.sql(PUT_INSIDE.formatted(places, alone ? "" : AND_ALL_IN_IT, Versions.OPEN))
                .params(position, Versions.OPEN)
                .params(codes)
                .params(codes)
                .params(Collections.nCopies(alone ? 1 : 2, inner.value()))
                .update();
    }

    private void compose(long position, GebiedCode focusCode, Composition composition) {
        String focus = focusCode.value();
        change(
                position,
                focusCode,
                Map.of(
                        "reference_year",
                        composition.referenceYear(),
                        "composition_status",
                        composition.status().name()));
        members.end(position, List.of(focus));
        within.end(position, List.of(focus));
        for (GebiedCode member : composition.members()) {
            members.put(position, Map.of("gebied", focus, "member", member.value()));
            jdbc.sql(PUT_MEMBER_INSIDE)
                    .params(focus, position, Versions.OPEN, member.value(), member.value(), focus, focus)
                    .update();
        }
    }

    private void close(long position, GebiedClosed closed) {
        SuccessorShares stated = closed.shares();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("closed_on", closed.closedOn());
        columns.put("share_basis", stated == null ? null : stated.basis().name());
        table.change(position, List.of(closed.code().value()), columns);
        for (GebiedCode successor : closed.successors()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("gebied", closed.code().value());
            row.put("successor", successor.value());
            row.put("share", stated == null ? null : stated.shares().get(successor));
            successors.put(position, row);
        }
    }
}
