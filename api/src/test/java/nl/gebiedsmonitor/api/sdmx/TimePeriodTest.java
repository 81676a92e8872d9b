package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.observation.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our periods and those of SDMX are about the same days. */
class TimePeriodTest {

    @Property
    void what_is_written_of_a_period_reads_as_its_days(@ForAll("periods") Period period) {
        assertThat(TimePeriod.parse(TimePeriod.write(period))).isEqualTo(TimePeriod.of(period));
    }

    @Provide
    Arbitrary<Period> periods() {
        return Arbitraries.integers().between(1900, 2198).flatMap(year -> Arbitraries.of(
                        "", "-H1", "-H2", "-Q1", "-Q4", "-01", "-02", "-12", "/" + (year + 1))
                .map(end -> new Period(year + end)));
    }

    @ParameterizedTest
    @CsvSource({
        "2024, 2024",
        "2024-H2, 2024-S2",
        "2024-Q3, 2024-Q3",
        "2024-09, 2024-09",
        "2024/2025, 2024-08-01/P1Y",
    })
    void each_kind_of_period_has_its_form(String ours, String theirs) {
        assertThat(TimePeriod.write(new Period(ours))).isEqualTo(theirs);
    }

    @ParameterizedTest
    @CsvSource({"2024-A1, 2024", "2024-M09, 2024-09", "2024-01-01/P6M, 2024-S1", "2024-02-01/P29D, 2024-02"})
    void other_ways_to_write_a_period_are_read_too(String text, String same) {
        assertThat(TimePeriod.parse(text)).isEqualTo(TimePeriod.parse(same));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "2024-13", "2024-H1", "2024-02-30", "2024/2025", "2024-08-01/", "2024-08-01/P"})
    void what_is_no_period_is_refused(String text) {
        assertThatThrownBy(() -> TimePeriod.parse(text)).isInstanceOf(InvalidValue.class);
    }
}
