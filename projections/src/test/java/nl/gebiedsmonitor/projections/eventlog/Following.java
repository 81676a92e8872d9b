package nl.gebiedsmonitor.projections.eventlog;

import java.util.List;
import java.util.Set;

/** Writes the position of every event it is given, and how far those that it reads from had got by then. */
final class Following implements Projection {

    private final TestLog log;
    private final String name;
    private final Set<String> upstream;

    Following(TestLog log, String name, String... upstream) {
        this.log = log;
        this.name = name;
        this.upstream = Set.of(upstream);
        log.jdbc
                .sql("create table if not exists followed (name varchar(60), position bigint, upstream bigint)")
                .update();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> tables() {
        return Set.of();
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(TestEvents.ENDORSED, TestEvents.WITHDRAWN);
    }

    @Override
    public Set<String> readsFrom() {
        return upstream;
    }

    @Override
    public void apply(StoredEvent event) {
        log.jdbc
                .sql("insert into followed (name, position, upstream) values (:name, :position, coalesce("
                        + "(select min(position) from projection where name in (:upstream)), 0))")
                .param("name", name)
                .param("position", event.position())
                .param("upstream", upstream.isEmpty() ? Set.of(name) : upstream)
                .update();
    }

    /** The positions that it applied, in that order. */
    List<Long> positions() {
        return log.jdbc
                .sql("select position from followed where name = ? order by position")
                .param(name)
                .query(Long.class)
                .list();
    }

    /** How often it was ahead of one that it reads from, by what these had written of events that concern them. */
    long timesAhead() {
        return log.jdbc
                .sql("select count(*) from followed f where name = ? and upstream < position"
                        + " and exists (select 1 from event e where e.position = f.position and e.type = ?)")
                .params(name, TestEvents.ENDORSED)
                .query(Long.class)
                .single();
    }
}
