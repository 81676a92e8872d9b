package nl.gebiedsmonitor.api.observation.reading;

import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.tabular.Decimals;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InputRejected;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.observation.ObservationCommand.FieldNames;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is laid out.
 *
 * @param separator null when it is to be seen from the header
 * @param columns the columns of a wide file that hold indicators; empty for a long one
 */
record CsvLayout(
        @Nullable Character separator,
        Decimals decimals,
        String gebiedColumn,
        String periodColumn,
        String gebiedPrefix,
        List<Column> columns) {

    /** A column that holds an indicator. */
    record Column(String name, IndicatorCode indicator, FieldNames fields) {}

    /**
     * Reads the options.
     *
     * @throws InputRejected with everything that is wrong with them
     */
    static CsvLayout of(CsvOptions options) {
        List<Fault> faults = new ArrayList<>();
        String separator = options.separator();
        if (separator != null && !separator.equals(";") && !separator.equals(",")) {
            faults.add(new Fault(null, "separator", separator, "separator", "The separator is ; or ,"));
        }
        Decimals decimals = decimals(options.decimal(), faults);
        List<Column> columns = columns(options, faults);
        if (!faults.isEmpty()) {
            throw new InputRejected(faults);
        }
        return new CsvLayout(
                separator == null ? null : separator.charAt(0),
                decimals,
                orEmpty(options.gebiedColumn()),
                orEmpty(options.periodColumn()),
                orEmpty(options.gebiedPrefix()),
                columns);
    }

    boolean isWide() {
        return !columns.isEmpty();
    }

    String prefixed(String code) {
        return code.isEmpty() || code.startsWith(gebiedPrefix) ? code : gebiedPrefix + code;
    }

    private static Decimals decimals(@Nullable String sign, List<Fault> faults) {
        try {
            return sign == null ? Decimals.POINT : Decimals.named(sign);
        } catch (InvalidValue invalid) {
            faults.add(Fault.of(null, "decimal", invalid));
            return Decimals.POINT;
        }
    }

    private static List<Column> columns(CsvOptions options, List<Fault> faults) {
        List<Column> columns = new ArrayList<>();
        if (options.indicators() == null) {
            requireAbsent("gebiedColumn", options.gebiedColumn(), faults);
            requireAbsent("periodColumn", options.periodColumn(), faults);
            requireAbsent("gebiedPrefix", options.gebiedPrefix(), faults);
            return columns;
        }
        requirePresent("gebiedColumn", options.gebiedColumn(), faults);
        requirePresent("periodColumn", options.periodColumn(), faults);
        if (options.gebiedColumn() != null && options.gebiedColumn().equals(options.periodColumn())) {
            faults.add(new Fault(
                    null,
                    "periodColumn",
                    options.periodColumn(),
                    "column-once",
                    "The gebied and the period stand in two columns, not in one."));
        }
        for (String pair : options.indicators().split(",", -1)) {
            int colon = pair.lastIndexOf(':');
            if (colon < 1) {
                faults.add(new Fault(
                        null,
                        "indicators",
                        pair,
                        "indicators",
                        "Name each column and its indicator, as in indicators=lbm:LBM,afw:LBM-AFW."));
            } else {
                add(columns, pair.substring(0, colon), pair.substring(colon + 1), options, faults);
            }
        }
        return columns;
    }

    private static void add(List<Column> columns, String name, String code, CsvOptions options, List<Fault> faults) {
        if (columns.stream().anyMatch(column -> column.name().equals(name))) {
            faults.add(new Fault(null, "indicators", name, "column-once", "The column " + name + " is named twice."));
        }
        if (name.equals(options.gebiedColumn()) || name.equals(options.periodColumn())) {
            faults.add(new Fault(
                    null,
                    "indicators",
                    name,
                    "column-once",
                    "The column " + name + " holds the gebied or the period."));
        }
        if (columns.stream().anyMatch(column -> column.indicator().value().equals(code))) {
            faults.add(new Fault(
                    null,
                    "indicators",
                    code,
                    "indicator-once",
                    "The indicator " + code + " is named for two columns."));
        }
        try {
            columns.add(new Column(
                    name,
                    new IndicatorCode(code),
                    new FieldNames(name, orEmpty(options.gebiedColumn()), orEmpty(options.periodColumn()), name)));
        } catch (InvalidValue invalid) {
            faults.add(Fault.of(null, "indicators", invalid));
        }
    }

    private static void requirePresent(String parameter, @Nullable String value, List<Fault> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new Fault(
                    null, parameter, value, "required", "A file with a column per indicator needs " + parameter + "."));
        }
    }

    private static void requireAbsent(String parameter, @Nullable String value, List<Fault> faults) {
        if (value != null) {
            faults.add(new Fault(
                    null, parameter, value, "wide-file", "This goes with indicators=..., of a wide file, only."));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
