package nl.gebiedsmonitor.api.web;

import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.tabular.Decimals;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/** The keys of a query that say how a CSV file is written, with the words by which deliveries are read. */
public final class CsvParameters {

    private CsvParameters() {}

    /**
     * Reads {@code separator}, a comma or a semicolon, and {@code decimal}, {@code point} or {@code comma}. A decimal comma
     * goes with a semicolon, which need not be said.
     *
     * @param format what is written; in another form than CSV there is nothing to say
     */
    public static CsvStyle read(@Nullable String separator, @Nullable String decimal, Format format, Fields fields) {
        Decimals decimals = fields.optional("decimal", decimal, Decimals::named).or(Decimals.POINT);
        boolean comma = decimals != Decimals.POINT;
        char between = fields.optional("separator", separator, CsvParameters::separator)
                .or(comma ? ';' : ',');
        if (comma && between == ',') {
            fields.add(new Fault(
                    null, "separator", separator, "separator", "With a decimal comma the separator is ; or left out."));
        }
        if (format != Format.CSV && (separator != null || decimal != null)) {
            fields.add(new Fault(
                    null,
                    separator == null ? "decimal" : "separator",
                    separator == null ? decimal : separator,
                    "csv-only",
                    "This is for CSV alone; ask for format=csv, or leave it out."));
        }
        return new CsvStyle(between, comma);
    }

    private static Character separator(String text) {
        if (text.equals(";") || text.equals(",")) {
            return text.charAt(0);
        }
        throw new InvalidValue("separator", text, "The separator is ; or ,");
    }
}
