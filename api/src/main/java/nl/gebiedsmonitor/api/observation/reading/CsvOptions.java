package nl.gebiedsmonitor.api.observation.reading;

import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is laid out, as the query of the request says it. With {@code indicators} it is wide, one column per
 * indicator; without, each row is one observation.
 *
 * @param gebiedColumn the column with the codes of the gebieden, of a wide file
 * @param periodColumn the column with the periods, of a wide file
 * @param indicators which columns hold which indicators: {@code lbm:LBM,afw:LBM-AFW}
 * @param gebiedPrefix what to put before a code that lacks it
 * @param separator {@code ;} or {@code ,}; seen from the header when left out
 * @param decimal {@code point} or {@code comma}; a point when left out
 */
public record CsvOptions(
        @Nullable String gebiedColumn,
        @Nullable String periodColumn,
        @Nullable String indicators,
        @Nullable String gebiedPrefix,
        @Nullable String separator,
        @Nullable String decimal) {}
