package nl.gebiedsmonitor.projections.eventlog;

import static nl.gebiedsmonitor.projections.eventlog.TestEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an event was recorded: a moment that means the same everywhere, and never lies before that of an earlier one. */
class RecordedTimeTest {

    private static final Instant IN_THE_HOUR_THAT_COMES_TWICE = Instant.parse("2026-10-25T01:30:00.123456789Z");

    @ParameterizedTest
    @EnumSource
    void a_moment_in_the_hour_that_amsterdam_lives_twice_reads_back_to_the_microsecond(
            TestDatabase database, @TempDir Path directory) throws SQLException {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
        try (TestLog log = database.open(directory);
                EventLog at = at(log, IN_THE_HOUR_THAT_COMES_TWICE)) {
            at.appender().append(List.of(event("a", 0)), null);
            assertThat(at.recordedAt(1)).contains(Instant.parse("2026-10-25T01:30:00.123456Z"));
            assertThat(at.after(0, 1).getFirst().recordedAt()).isEqualTo(Instant.parse("2026-10-25T01:30:00.123456Z"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_clock_that_is_set_back_does_not_set_the_log_back(TestDatabase database, @TempDir Path directory)
            throws SQLException {
        try (TestLog log = database.open(directory)) {
            try (EventLog later = at(log, Instant.parse("2026-11-24T12:00:00Z"))) {
                later.appender().append(List.of(event("a", 0)), null);
            }
            try (EventLog earlier = at(log, Instant.parse("2026-11-24T11:00:00Z"))) {
                earlier.appender().append(List.of(event("a", 1)), null);
                assertThat(earlier.recordedAt(2)).contains(Instant.parse("2026-11-24T12:00:00Z"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_moment_stands_for_the_last_position_before_it_and_before_all_for_none(
            TestDatabase database, @TempDir Path directory) throws SQLException {
        Instant noon = Instant.parse("2026-11-24T12:00:00Z");
        try (TestLog log = database.open(directory);
                EventLog at = at(log, noon)) {
            at.appender().append(List.of(event("a", 0), event("b", 0)), null);

            assertThat(at.positionBefore(noon)).isZero();
            assertThat(at.positionBefore(noon.plusNanos(1000))).isEqualTo(2);
            assertThat(at.positionBefore(Instant.MIN)).isZero();
            assertThat(at.at(List.of(2L, 7L, 1L)))
                    .extracting(StoredEvent::aggregateId)
                    .containsExactly("a", "b");
        }
    }

    private static EventLog at(TestLog log, Instant moment) throws SQLException {
        return new EventLog(log.database(), new EventSerializer(), Clock.fixed(moment, ZoneOffset.UTC));
    }
}
