package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.observation.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions by the examples of the standard, and the months that the database is asked for because of them. */
class ConditionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A; A",
                "A,B; A B",
                "ge:B; B C D",
                "ge:B+le:C; B C",
                "A,B+C; A",
                "ge:A+le:B,ge:C+le:D; A B C D",
                "ne:A,B; B C D",
                "ne:A+B; B",
                "ne:A,ne:B; A B C D",
                "ne:A+ne:B; C D",
                "gt:A lt:D; B C",
                "sw:A,ew:D; A D",
                "nc:B+nc:C; A D",
            })
    void the_examples_of_the_standard_mean_what_it_says(String conditions, String held) {
        assertThat(Stream.of("A", "B", "C", "D")
                        .filter(Conditions.parse(conditions).test(Term::onText)))
                .containsExactly(held.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A,", "A+", "like:A", "ge:", ":A"})
    void what_is_no_condition_is_refused(String text) {
        assertThatThrownBy(() -> Conditions.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @Property
    void no_period_that_holds_begins_outside_the_months_that_are_asked_for(
            @ForAll("conditions") String text, @ForAll("periods") String period) {
        Conditions conditions = Conditions.parse(text);
        Period ours = new Period(period.contains("/P1Y") ? schoolYear(period) : period.replace('S', 'H'));
        boolean holds = conditions.test(Term::onTime).test(TimePeriod.of(ours));
        Period from = conditions.from();
        Period to = conditions.to();
        boolean outside = (from != null && ours.start().isBefore(from.start()))
                || (to != null && ours.start().isAfter(to.end()));
        assertThat(holds && outside).as("%s in %s to %s", period, from, to).isFalse();
    }

    @Provide
    Arbitrary<String> conditions() {
        Arbitrary<String> term = Combinators.combine(Arbitraries.of("eq", "ne", "lt", "le", "gt", "ge"), periods())
                .as((operator, period) -> operator + ":" + period);
        return term.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(terms -> String.join("+", terms))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .map(any -> String.join(",", any));
    }

    @Provide
    Arbitrary<String> periods() {
        return Arbitraries.integers()
                .between(2019, 2022)
                .flatMap(year -> Arbitraries.of(
                        year + "",
                        year + "-S1",
                        year + "-S2",
                        year + "-Q2",
                        year + "-07",
                        year + "-12",
                        year + "-08-01/P1Y"));
    }

    private static String schoolYear(String range) {
        int year = Integer.parseInt(range, 0, 4, 10);
        return year + "/" + (year + 1);
    }
}
