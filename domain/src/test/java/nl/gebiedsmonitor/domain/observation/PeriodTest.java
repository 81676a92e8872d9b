package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.indicator.Frequency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2024, YEAR, 2024-01, 2024-12",
        "1900, YEAR, 1900-01, 1900-12",
        "2199, YEAR, 2199-01, 2199-12",
        "2024-H1, HALF_YEAR, 2024-01, 2024-06",
        "2024-H2, HALF_YEAR, 2024-07, 2024-12",
        "2024-Q1, QUARTER, 2024-01, 2024-03",
        "2024-Q3, QUARTER, 2024-07, 2024-09",
        "2024-Q4, QUARTER, 2024-10, 2024-12",
        "2024-02, MONTH, 2024-02, 2024-02",
        "2024-12, MONTH, 2024-12, 2024-12",
        "2024/2025, SCHOOL_YEAR, 2024-08, 2025-07",
        "1999/2000, SCHOOL_YEAR, 1999-08, 2000-07",
        "2199/2200, SCHOOL_YEAR, 2199-08, 2200-07"
    })
    void a_period_tells_its_frequency_its_first_month_and_its_last(
            String text, Frequency frequency, YearMonth start, YearMonth end) {
        Period period = new Period(text);
        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "24",
                "1899",
                "2200",
                "20245",
                "2024-",
                "2024-H0",
                "2024-H3",
                "2024H1",
                "2024-h1",
                "2024-Q0",
                "2024-Q5",
                "2024-00",
                "2024-13",
                "2024-1",
                "2024-01-01",
                "2024/2024",
                "2024/2026",
                "2024/2023",
                "2024/25",
                "2024-2025",
                "2199/2100",
                " 2024",
                "2024\n",
                "٢٠٢٤"
            })
    void a_text_of_another_form_is_no_period(String text) {
        assertInvalid("period", () -> new Period(text));
    }

    @Property(tries = 300)
    void a_period_shows_as_it_was_given(@ForAll("texts") String text) {
        assertThat(new Period(text)).hasToString(text);
    }

    @Property(tries = 300)
    void a_period_lasts_as_many_months_as_its_frequency_tells(@ForAll("texts") String text) {
        Period period = new Period(text);
        assertThat(period.start()).isBeforeOrEqualTo(period.end());
        assertThat(ChronoUnit.MONTHS.between(period.start(), period.end()) + 1)
                .isEqualTo(
                        switch (period.frequency()) {
                            case YEAR, SCHOOL_YEAR -> 12;
                            case HALF_YEAR -> 6;
                            case QUARTER -> 3;
                            case MONTH -> 1;
                        });
    }

    @Property(tries = 300)
    void periods_of_one_frequency_stand_in_the_order_of_their_text_and_do_not_overlap(
            @ForAll("texts") String one, @ForAll("texts") String other) {
        Period first = new Period(one.compareTo(other) < 0 ? one : other);
        Period second = new Period(one.compareTo(other) < 0 ? other : one);
        if (first.frequency() == second.frequency() && !first.equals(second)) {
            assertThat(first.end()).isBefore(second.start());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Integer> years = Arbitraries.integers().between(1900, 2199);
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.of("", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", "/"),
                Arbitraries.integers().between(1, 12).map("-%02d"::formatted));
        return Combinators.combine(years, parts)
                .as((year, part) -> year + (part.equals("/") ? "/" + (year + 1) : part));
    }
}
