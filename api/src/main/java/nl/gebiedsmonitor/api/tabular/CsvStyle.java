package nl.gebiedsmonitor.api.tabular;

import org.jspecify.annotations.Nullable;

/**
 * How a CSV file is written.
 *
 * <p>With a semicolon it is for a spreadsheet set to Dutch, and begins with a byte order mark: without one, Excel takes a file
 * that it opens for Windows-1252 and shows {@code SÃºdwest-FryslÃ¢n}. Other readers would take the mark for a part of the
 * first name, so no other file has it.
 *
 * @param separator a comma or a semicolon
 * @param decimalComma whether numbers have a decimal comma
 */
public record CsvStyle(char separator, boolean decimalComma) {

    /** RFC 4180. */
    public static final CsvStyle PLAIN = new CsvStyle(',', false);

    /** Whether a file begins with a byte order mark. */
    boolean hasByteOrderMark() {
        return separator == ';';
    }

    /** A number as all its digits are written; nothing for none. */
    String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        String text = Double.toString(value);
        return decimalComma ? text.replace('.', ',') : text;
    }
}
