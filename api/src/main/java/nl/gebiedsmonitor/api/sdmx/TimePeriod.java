package nl.gebiedsmonitor.api.sdmx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.observation.Period;

/**
 * A period as SDMX writes it (an observational time period), by its first and last day: {@code 2024}, {@code 2024-S1}
 * for a half year, {@code 2024-Q3}, {@code 2024-09}, and the range {@code 2024-08-01/P1Y} for a school year.
 */
record TimePeriod(LocalDate first, LocalDate last) {

    private static final Pattern GRAMMAR =
            Pattern.compile("(?<year>[0-9]{4})(-(A1|S(?<half>[12])|Q(?<quarter>[1-4])|M?(?<month>0[1-9]|1[0-2])))?");

    private static final Pattern RANGE = Pattern.compile("(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(/(?<length>P[0-9YMD]+))?");

    static TimePeriod of(Period period) {
        return new TimePeriod(period.start().atDay(1), period.end().atEndOfMonth());
    }

    /** How SDMX writes one of our periods. */
    static String write(Period period) {
        return switch (period.frequency()) {
            case YEAR, QUARTER, MONTH -> period.value();
            case HALF_YEAR -> period.value().replace('H', 'S');
            case SCHOOL_YEAR -> period.start().atDay(1) + "/P1Y";
        };
    }

    /** @throws InvalidValue when the text is no time period of SDMX */
    static TimePeriod parse(String text) {
        try {
            Matcher range = RANGE.matcher(text);
            if (range.matches()) {
                LocalDate day = LocalDate.parse(range.group("day"));
                String length = range.group("length");
                return new TimePeriod(
                        day,
                        length == null
                                ? day
                                : day.plus(java.time.Period.parse(length)).minusDays(1));
            }
            Matcher calendar = GRAMMAR.matcher(text);
            if (calendar.matches()) {
                return months(calendar);
            }
        } catch (DateTimeException impossible) {
            throw malformed(text);
        }
        throw malformed(text);
    }

    private static TimePeriod months(Matcher matcher) {
        int month = 1;
        int months = 12;
        if (matcher.group("half") != null) {
            months = 6;
            month = 6 * Integer.parseInt(matcher.group("half")) - 5;
        } else if (matcher.group("quarter") != null) {
            months = 3;
            month = 3 * Integer.parseInt(matcher.group("quarter")) - 2;
        } else if (matcher.group("month") != null) {
            months = 1;
            month = Integer.parseInt(matcher.group("month"));
        }
        LocalDate first = LocalDate.of(Integer.parseInt(matcher.group("year")), month, 1);
        return new TimePeriod(first, first.plusMonths(months).minusDays(1));
    }

    private static InvalidValue malformed(String text) {
        return new InvalidValue(
                "time-period",
                text,
                "A time period is 2024, 2024-S1, 2024-Q3, 2024-09, 2024-08-15 or a range such as 2024-08-01/P1Y.");
    }
}
