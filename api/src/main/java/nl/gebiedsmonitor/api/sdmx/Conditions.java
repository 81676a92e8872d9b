package nl.gebiedsmonitor.api.sdmx;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import nl.gebiedsmonitor.api.sdmx.Term.Operator;
import nl.gebiedsmonitor.domain.observation.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of one component by {@code c[...]}: any of some lists of terms, of which all must hold. A {@code +} in a
 * query reaches us as a space unless it is percent-encoded; both mean and.
 */
record Conditions(List<List<Term>> any) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    static Conditions parse(String text) {
        return new Conditions(Arrays.stream(text.split(",", -1))
                .map(all ->
                        Arrays.stream(all.split("[+ ]", -1)).map(Term::parse).toList())
                .toList());
    }

    /** Joins what each term asks. */
    <T> Predicate<T> test(Function<Term, Predicate<T>> reading) {
        Predicate<T> oneHolds = _ -> false;
        for (List<Term> terms : any) {
            Predicate<T> allHold = _ -> true;
            for (Term term : terms) {
                allHold = allHold.and(reading.apply(term));
            }
            oneHolds = oneHolds.or(allHold);
        }
        return oneHolds;
    }

    /** The values that are asked for one by one, or none when anything else is asked. */
    List<String> values() {
        List<String> values = new ArrayList<>();
        for (List<Term> terms : any) {
            if (terms.size() != 1 || terms.getFirst().operator() != Operator.EQ) {
                return List.of();
            }
            values.add(terms.getFirst().value());
        }
        return values;
    }

    /** A month before which no period begins that can hold; null when there is none. */
    @Nullable
    Period from() {
        List<Optional<LocalDate>> firsts = any.stream().map(Conditions::first).toList();
        return firsts.contains(Optional.<LocalDate>empty())
                ? null
                : firsts.stream()
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo)
                        .map(Conditions::month)
                        .orElse(null);
    }

    /** A month after which no period begins that can hold; null when there is none. */
    @Nullable
    Period to() {
        List<Optional<LocalDate>> lasts = any.stream().map(Conditions::last).toList();
        return lasts.contains(Optional.<LocalDate>empty())
                ? null
                : lasts.stream()
                        .flatMap(Optional::stream)
                        .max(LocalDate::compareTo)
                        .map(Conditions::month)
                        .orElse(null);
    }

    private static Optional<LocalDate> first(List<Term> terms) {
        return terms.stream()
                .filter(term -> List.of(Operator.EQ, Operator.GE, Operator.GT).contains(term.operator()))
                .map(term -> TimePeriod.parse(term.value()).first())
                .max(LocalDate::compareTo);
    }

    private static Optional<LocalDate> last(List<Term> terms) {
        return terms.stream()
                .filter(term -> List.of(Operator.EQ, Operator.LE, Operator.LT).contains(term.operator()))
                .map(term -> TimePeriod.parse(term.value()).last())
                .min(LocalDate::compareTo);
    }

    private static Period month(LocalDate day) {
        int year = Math.clamp(day.getYear(), FIRST_YEAR, LAST_YEAR);
        return new Period(YearMonth.of(year, day.getMonthValue()).toString());
    }
}
