package nl.gebiedsmonitor.projections.gebied;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.HashMap;
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
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projection;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the register of gebieden, and which lies inside which. */
public final class GebiedProjection implements Projection {

    static final String NAME = "gebied";

    private static final GebiedCode COUNTRY = new GebiedCode("NL");

    private static final String PUT_INSIDE = """
            insert into gebied_within (outer_gebied, inner_gebied)
            select holder.code, held.code
            from (select cast(? as varchar(60)) as code
                  union select outer_gebied from gebied_within where inner_gebied = ?) holder
            cross join (select cast(? as varchar(60)) as code
                  union select inner_gebied from gebied_within where outer_gebied = ?) held
            where not exists (select 1 from gebied_within known
                where known.outer_gebied = holder.code and known.inner_gebied = held.code)
            """;

    private static final String INSIDE = "select inner_gebied from gebied_within where outer_gebied = ?";

    /** All lie inside the country, whatever a focus area is composed of. */
    private static final String TAKE_OUT = """
            delete from gebied_within
            where outer_gebied <> ?
              and (outer_gebied = ? or outer_gebied in (select outer_gebied from gebied_within where inner_gebied = ?))
              and inner_gebied in (select inner_gebied from gebied_within where outer_gebied = ?)
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
            putInside(COUNTRY.value(), code.value());
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

    private void putInsideAll(GebiedCode parent, GebiedCode code) {
        withHolders(parent.value()).forEach(outer -> putInside(outer.value(), code.value()));
    }

    /** Puts one gebied inside another, with all that lies in the one and inside all that holds the other. */
    private void putInside(String outer, String inner) {
        jdbc.sql(PUT_INSIDE).params(outer, outer, inner, inner).update();
    }

    private void compose(GebiedCode focus, Composition composition) {
        jdbc.sql("update gebied set reference_year = ?, composition_status = ? where code = ?")
                .params(composition.referenceYear(), composition.status().name(), focus.value())
                .update();
        jdbc.sql("delete from gebied_member where gebied = ?")
                .param(focus.value())
                .update();
        Map<GebiedCode, List<GebiedCode>> left = takeOut(focus);
        left.forEach((inner, outers) -> outers.forEach(outer -> putInside(outer.value(), inner.value())));
        for (GebiedCode member : composition.members()) {
            jdbc.sql("insert into gebied_member (gebied, member) values (?, ?)")
                    .params(focus.value(), member.value())
                    .update();
            putInside(focus.value(), member.value());
        }
    }

    /**
     * Takes out what lies inside a focus area, from it and from all that holds it but the country, and answers what that
     * lies in directly all the same.
     */
    private Map<GebiedCode, List<GebiedCode>> takeOut(GebiedCode focus) {
        Map<GebiedCode, List<GebiedCode>> held = directHolders(focus);
        jdbc.sql(TAKE_OUT)
                .params(COUNTRY.value(), focus.value(), focus.value(), focus.value())
                .update();
        held.values().forEach(outers -> outers.removeIf(held::containsKey));
        return held;
    }

    /** Of each gebied inside a focus area, those it lies in by its code, by its stated parent or by composition. */
    private Map<GebiedCode, List<GebiedCode>> directHolders(GebiedCode focus) {
        Map<GebiedCode, List<GebiedCode>> holders = new HashMap<>();
        jdbc.sql("select code, parent from gebied where code in (" + INSIDE + ")")
                .param(focus.value())
                .query(row -> {
                    String parent = row.getString("parent");
                    holders.put(new GebiedCode(row.getString("code")), withHolders(parent));
                });
        jdbc.sql("select gebied, member from gebied_member where member in (" + INSIDE + ")")
                .param(focus.value())
                .query(row -> {
                    holders.computeIfAbsent(new GebiedCode(row.getString("member")), _ -> new ArrayList<>())
                            .add(new GebiedCode(row.getString("gebied")));
                });
        return holders;
    }

    /** A parent and what holds it by its code. */
    private static List<GebiedCode> withHolders(@Nullable String parent) {
        return parent == null
                ? new ArrayList<>()
                : Stream.iterate(
                                Optional.of(new GebiedCode(parent)),
                                Optional::isPresent,
                                code -> code.flatMap(GebiedCode::parent))
                        .map(Optional::get)
                        .collect(toCollection(ArrayList::new));
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
