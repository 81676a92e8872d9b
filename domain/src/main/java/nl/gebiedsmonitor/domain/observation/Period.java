package nl.gebiedsmonitor.domain.observation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.indicator.Frequency;

/**
 * The period that an observation is about: {@code 2024}, {@code 2024-H1}, {@code 2024-Q3}, {@code 2024-09}, or a school
 * year {@code 2024/2025}. Years run from 1900 to 2199.
 */
public record Period(@JsonValue String value) implements Comparable<Period> {

    private static final Pattern GRAMMAR =
            Pattern.compile("(19|20|21)[0-9]{2}(-H[12]|-Q[1-4]|-(0[1-9]|1[0-2])|/[0-9]{4})?");

    private static final Comparator<Period> ORDER =
            Comparator.comparing(Period::start).thenComparing(Period::end).thenComparing(Period::value);

    /** @throws InvalidValue when the text is none of the forms above */
    @JsonCreator
    public Period {
        Matcher matcher = GRAMMAR.matcher(value);
        if (!matcher.matches() || (value.length() == 9 && year(value.substring(5)) != year(value) + 1)) {
            throw new InvalidValue(
                    "period", value, "A period is 2024, 2024-H1, 2024-Q3, 2024-09 or a school year 2024/2025.");
        }
    }

    public Frequency frequency() {
        if (value.length() == 4) {
            return Frequency.YEAR;
        }
        if (value.charAt(4) == '/') {
            return Frequency.SCHOOL_YEAR;
        }
        return switch (value.charAt(5)) {
            case 'H' -> Frequency.HALF_YEAR;
            case 'Q' -> Frequency.QUARTER;
            default -> Frequency.MONTH;
        };
    }

    /** The first month of the period. */
    public YearMonth start() {
        int year = year(value);
        return switch (frequency()) {
            case YEAR -> YearMonth.of(year, 1);
            case HALF_YEAR -> YearMonth.of(year, 6 * (value.charAt(6) - '1') + 1);
            case QUARTER -> YearMonth.of(year, 3 * (value.charAt(6) - '1') + 1);
            case MONTH -> YearMonth.parse(value);
            case SCHOOL_YEAR -> YearMonth.of(year, 8);
        };
    }

    /** The last month of the period. */
    public YearMonth end() {
        int months =
                switch (frequency()) {
                    case YEAR, SCHOOL_YEAR -> 12;
                    case HALF_YEAR -> 6;
                    case QUARTER -> 3;
                    case MONTH -> 1;
                };
        return start().plusMonths(months - 1L);
    }

    /** By the first month, and of those the shorter one first. */
    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return value;
    }

    private static int year(String text) {
        return Integer.parseInt(text, 0, 4, 10);
    }
}
