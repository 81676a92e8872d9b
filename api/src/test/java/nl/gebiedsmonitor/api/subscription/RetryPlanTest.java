package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties.WebhookProperties;
import org.junit.jupiter.api.Test;

/** A batch that was not taken is sent again less and less often, for five days. */
class RetryPlanTest {

    private static final Instant START = Instant.parse("2026-11-30T09:00:00Z");

    private static final Duration DAY = Duration.ofDays(1);

    private final RetryPlan plan = new RetryPlan(new WebhookProperties(
            List.of(),
            List.of(Duration.ofSeconds(5), Duration.ofMinutes(2), DAY),
            Duration.ofDays(5),
            Duration.ZERO,
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            DAY,
            16,
            1));

    @Test
    void it_ends_after_five_days_with_a_last_time_just_then() {
        Instant now = START;
        int failures = 0;
        for (Instant next = plan.next(now, failures, START, null);
                next != null;
                next = plan.next(now, failures, START, null)) {
            assertThat(next).isAfter(now);
            now = next;
            failures++;
        }
        assertThat(now).isEqualTo(START.plus(Duration.ofDays(5)));
        assertThat(failures).isBetween(7, 9);
    }

    @Property
    void it_waits_by_about_what_is_set_or_as_long_as_is_asked_up_to_a_day(
            @ForAll @IntRange(max = 20) int failures, @ForAll @IntRange(min = -10, max = 1_000_000) int asked) {
        Duration usual =
                List.of(Duration.ofSeconds(5), Duration.ofMinutes(2), DAY).get(Math.min(failures, 2));
        Instant next = plan.next(START, failures, START, Duration.ofSeconds(asked));
        assertThat(next).isNotNull();
        long seconds = Duration.between(START, next).toSeconds();
        assertThat(seconds)
                .isBetween(
                        Math.max(usual.toSeconds() * 8 / 10, Math.min(asked, DAY.toSeconds())),
                        Math.max(usual.toSeconds() * 12 / 10, Math.min(asked, DAY.toSeconds())));
    }
}
