package nl.gebiedsmonitor.projections.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorEvent;
import nl.gebiedsmonitor.domain.observation.ObservationEvent;
import nl.gebiedsmonitor.domain.observation.SeriesId;
import nl.gebiedsmonitor.domain.study.StudyEvent.StudyRead;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import nl.gebiedsmonitor.projections.eventlog.EventNames;
import nl.gebiedsmonitor.projections.eventlog.Projections;
import nl.gebiedsmonitor.projections.eventlog.StoredEvent;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.DisclosureQueries;

/** Reads the log for those who follow it. */
public final class FeedQueries {

    private static final Set<String> OF_FIGURES = EventNames.of(ObservationEvent.class);

    private static final int HEADERS_AT_ONCE = 2_000;

    private static final int EVENTS_AT_ONCE = 50;

    /** Where a page ends even if more was asked for. */
    private static final long BYTES_PER_PAGE = 4_000_000;

    /** A search for what is rare ends with what it found by then, so that no reader holds the database for long. */
    private static final Duration SEARCH = Duration.ofSeconds(2);

    private final EventLog log;
    private final Projections projections;
    private final GebiedQueries gebieden;
    private final DisclosureQueries disclosure;
    private final Duration patience;

    /** @param patience how long to wait for what tells where gebieden lie, and which figures are hidden */
    public FeedQueries(
            EventLog log,
            Projections projections,
            GebiedQueries gebieden,
            DisclosureQueries disclosure,
            Duration patience) {
        this.log = log;
        this.projections = projections;
        this.gebieden = gebieden;
        this.disclosure = disclosure;
        this.patience = patience;
    }

    /**
     * The events after a position that are wanted, up to the first that cannot be read: a reader stands still at it until
     * it can be, and so misses nothing. A page may be empty and yet lead further.
     *
     * @throws nl.gebiedsmonitor.projections.eventlog.UnreadableEvent when the very first cannot be read
     * @throws nl.gebiedsmonitor.projections.eventlog.ProjectionBehind when it is not known in time which figures are
     *     hidden
     */
    public FeedPage after(long position, FeedFilter filter, int limit) {
        Gathering gathering = new Gathering(filter, limit, position);
        if (filter.equals(FeedFilter.NONE)) {
            gathering.addAll(log.after(position, limit));
        } else {
            search(gathering);
        }
        List<StoredEvent> found = gathering.found;
        if (found.stream().anyMatch(FeedQueries::tellsFigures)) {
            awaitDisclosure(gathering.upTo);
        }
        return new FeedPage(found.stream().map(this::shown).toList(), gathering.upTo);
    }

    /**
     * All events after a position, for somebody who shows them to many readers and more than once.
     *
     * @throws nl.gebiedsmonitor.projections.eventlog.UnreadableEvent when the very first cannot be read
     * @throws nl.gebiedsmonitor.projections.eventlog.ProjectionBehind when it is not known in time which figures are
     *     hidden
     */
    public FreshPage fresh(long position, int limit) {
        FeedPage page = after(position, FeedFilter.NONE, limit);
        boolean unsettles = page.events().stream().anyMatch(this::mayChangeWhatIsHidden);
        if (unsettles) {
            awaitDisclosure(page.upTo());
        }
        return new FreshPage(page, unsettles);
    }

    private static boolean tellsFigures(StoredEvent event) {
        return event.payload() instanceof ObservationEvent || event.payload() instanceof StudyRead;
    }

    /** What hides a figure may come right after it, so that all of a page is judged before any of it is shown. */
    private void awaitDisclosure(long position) {
        projections.await(List.of(DisclosureProjection.NAME), position, patience);
    }

    private boolean mayChangeWhatIsHidden(FeedEvent event) {
        return switch (event.shown()) {
            case IndicatorEvent _, GebiedEvent _ -> true;
            case ObservationEvent figures ->
                disclosure.hidesAny(figures.series().indicator());
            default -> false;
        };
    }

    /**
     * What an event is about, looked up when a filter first asks and then remembered.
     *
     * @param quota within which it is looked up
     */
    public Topic topic(StoredEvent event, RememberedTopic.Quota quota) {
        long position = event.position();
        return new RememberedTopic(
                event.type(), Subjects.indicators(event.payload()), () -> quota.take(() -> surroundings(position)));
    }

    private RememberedTopic.Surroundings surroundings(long position) {
        projections.await(List.of(GebiedProjection.NAME), position, patience);
        StoredEvent event = log.at(List.of(position)).getFirst();
        Set<GebiedCode> about = new LookedUp(event, log, gebieden).gebieden();
        return new RememberedTopic.Surroundings(about, gebieden.around(about, position));
    }

    private void search(Gathering gathering) {
        long head = log.head();
        if (gathering.filter.within() != null) {
            projections.await(List.of(GebiedProjection.NAME), head, patience);
        }
        long end = System.nanoTime() + SEARCH.toNanos();
        List<EventLog.Header> headers;
        do {
            headers = log.headers(gathering.upTo, head, HEADERS_AT_ONCE);
            List<Long> wanted = headers.stream()
                    .filter(header -> isWanted(header, gathering.filter))
                    .map(EventLog.Header::position)
                    .toList();
            for (int from = 0; from < wanted.size() && gathering.goesOn; from += EVENTS_AT_ONCE) {
                gathering.addAll(log.at(wanted.subList(from, Math.min(from + EVENTS_AT_ONCE, wanted.size()))));
            }
            if (gathering.goesOn) {
                gathering.upTo =
                        headers.isEmpty() ? gathering.upTo : headers.getLast().position();
            }
        } while (gathering.goesOn && headers.size() == HEADERS_AT_ONCE && System.nanoTime() < end);
    }

    private static boolean isWanted(EventLog.Header header, FeedFilter filter) {
        return (filter.types().isEmpty() || filter.types().contains(header.type()))
                && (filter.indicators().isEmpty() || mayBeAbout(filter.indicators(), header));
    }

    /** Most of the log is figures, whose series says of which indicator without their being read. */
    private static boolean mayBeAbout(Set<IndicatorCode> indicators, EventLog.Header header) {
        return !OF_FIGURES.contains(header.type())
                || indicators.contains(SeriesId.parse(header.aggregateId()).indicator());
    }

    /** What is found from figures tells them, so of an indicator of which any is or was hidden it is not shown here. */
    private FeedEvent shown(StoredEvent event) {
        return new FeedEvent(
                event,
                switch (event.payload()) {
                    case ObservationEvent figures -> disclosure.shown(figures, event.position());
                    case StudyRead read -> read.withholding(disclosure::hidesAny);
                    default -> event.payload();
                });
    }

    /** A page that fills. */
    private final class Gathering {

        private final FeedFilter filter;
        private final int limit;
        private final long after;
        private final List<StoredEvent> found = new ArrayList<>();
        private long upTo;
        private long bytes;
        private boolean goesOn = true;

        private Gathering(FeedFilter filter, int limit, long after) {
            this.filter = filter;
            this.limit = limit;
            this.after = after;
            this.upTo = after;
        }

        private void addAll(List<StoredEvent> events) {
            for (StoredEvent event : events) {
                goesOn = goesOn && (event.isReadable() || upTo == after);
                if (!goesOn) {
                    return;
                }
                if (filter.wants(new LookedUp(event, log, gebieden))) {
                    found.add(event);
                    bytes += event.size();
                    goesOn = found.size() < limit && bytes < BYTES_PER_PAGE;
                }
                upTo = event.position();
            }
        }
    }
}
