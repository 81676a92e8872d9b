package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** What one reader has seen of the log, in the order in which it saw it. */
final class Seen {

    private final String reader;
    private final AtomicLong last;
    private final List<Long> positions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final CountDownLatch complete = new CountDownLatch(1);

    /** @param last the position that all is seen at; as long as it is not known, none is high enough */
    Seen(String reader, AtomicLong last) {
        this.reader = reader;
        this.last = last;
    }

    synchronized void add(JsonNode event) {
        positions.add(event.get("position").asLong());
        assertThat(ids.add(event.get("id").asString()))
                .as("the reader by %s sees this event for the first time: %s", reader, event)
                .isTrue();
    }

    /** Adds an event, unless it is one that was seen already, which a sender may repeat when it got no answer. */
    synchronized void addOnce(JsonNode event) {
        if (!ids.contains(event.get("id").asString())) {
            add(event);
        }
    }

    synchronized boolean isComplete() {
        boolean all = position() >= last.get();
        if (all) {
            complete.countDown();
        }
        return all;
    }

    synchronized long position() {
        return positions.isEmpty() ? 0 : positions.getLast();
    }

    void awaitComplete() throws InterruptedException {
        assertThat(complete.await(10, TimeUnit.MINUTES))
                .as("the reader by %s has seen everything", reader)
                .isTrue();
    }

    synchronized void requireEveryEventOnceAndInOrder() {
        assertThat(positions)
                .as("positions that the reader by %s saw", reader)
                .isEqualTo(LongStream.rangeClosed(1, last.get()).boxed().toList());
    }
}
