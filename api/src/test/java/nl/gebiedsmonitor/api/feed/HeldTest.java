package nl.gebiedsmonitor.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.feed.Topic;

/** The tail holds the last events without a gap, and not more of them than there is room for. */
class HeldTest {

    private record About(String type) implements Topic {

        @Override
        public Set<IndicatorCode> indicators() {
            return Set.of();
        }

        @Override
        public Set<GebiedCode> gebieden() {
            return Set.of();
        }

        @Override
        public boolean isInside(GebiedCode outer) {
            return false;
        }
    }

    private static List<Held.Event> events(long after, int count, int size) {
        return LongStream.rangeClosed(after + 1, after + count)
                .mapToObj(position -> new Held.Event(
                        new Rendered(position, "gebied-renamed", new byte[size]), new About("gebied-renamed")))
                .toList();
    }

    @Property(tries = 200)
    void whatever_came_in_whatever_parts_the_last_are_there_in_order(
            @ForAll @IntRange(min = 0, max = 1_000_000) int start,
            @ForAll List<@IntRange(min = 1, max = 500) Integer> parts,
            @ForAll @IntRange(min = 1, max = 20_000) int size) {
        Held held = Held.followedFrom(start);
        for (int part : parts) {
            held = held.with(events(held.upTo(), part, size));
        }
        long last = start + parts.stream().mapToLong(Integer::longValue).sum();
        assertThat(held.upTo()).isEqualTo(last);
        long first = Math.max(start, last - Math.min(4_000, 16_000_000 / size));
        assertThat(held.covers(first)).isTrue();
        assertThat(held.covers(first - 1)).isFalse();
        assertThat(held.hasNewsFor(last)).isFalse();
        assertThat(held.after(first).stream().map(event -> event.rendered().position()))
                .isEqualTo(LongStream.rangeClosed(first + 1, last).boxed().toList());
    }
}
