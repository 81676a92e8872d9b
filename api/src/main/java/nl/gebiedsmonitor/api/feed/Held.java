package nl.gebiedsmonitor.api.feed;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.gebiedsmonitor.projections.feed.Topic;

/** What the tail holds at a moment: the last events, without a gap. The next such moment can be waited for. */
final class Held {

    private static final int MOST_EVENTS = 4_000;
    private static final long MOST_BYTES = 16_000_000;

    /** An event, and what it is about. */
    record Event(Rendered rendered, Topic topic) {}

    private final long after;
    private final List<Event> events;
    private final boolean blocked;
    private final boolean followed;
    private final CountDownLatch replaced = new CountDownLatch(1);

    private Held(long after, List<Event> events, boolean blocked, boolean followed) {
        this.after = after;
        this.events = events;
        this.blocked = blocked;
        this.followed = followed;
    }

    /** Nothing, while nobody follows the log. */
    static Held nothing() {
        return new Held(0, List.of(), false, false);
    }

    /** Nothing yet of what comes after a position. */
    static Held followedFrom(long position) {
        return new Held(position, List.of(), false, true);
    }

    /** These events too, and of all only as many of the last as may be held. */
    Held with(List<Event> more) {
        List<Event> all = Stream.concat(events.stream(), more.stream()).toList();
        long bytes = all.stream().mapToLong(event -> event.rendered().size()).sum();
        int first = 0;
        while (first < all.size() - 1 && (all.size() - first > MOST_EVENTS || bytes > MOST_BYTES)) {
            bytes -= all.get(first++).rendered().size();
        }
        return new Held(after + first, List.copyOf(all.subList(first, all.size())), false, true);
    }

    /** The same, when the tail cannot go on: what comes next is asked of the database, which tells why. */
    Held blocked() {
        return new Held(after, events, true, followed);
    }

    boolean isBlocked() {
        return blocked;
    }

    /** The position of the last event, or after which events will be held. */
    long upTo() {
        return after + events.size();
    }

    /** Whether somebody follows the log. */
    boolean isFollowed() {
        return followed;
    }

    /** Whether all after a position is held as far as it is known. */
    boolean covers(long position) {
        return followed && position >= after && !(blocked && position >= upTo());
    }

    /** Whether there is something to tell whoever has read up to a position: more events, or that it is not held. */
    boolean hasNewsFor(long position) {
        return followed && position < upTo();
    }

    /** The events after a position that is covered. */
    List<Event> after(long position) {
        return events.subList((int) Math.min(position - after, events.size()), events.size());
    }

    void replace() {
        replaced.countDown();
    }

    /** Waits until the tail holds something else, and tells whether it does. */
    boolean awaitReplaced(long nanos) throws InterruptedException {
        return replaced.await(nanos, TimeUnit.NANOSECONDS);
    }
}
