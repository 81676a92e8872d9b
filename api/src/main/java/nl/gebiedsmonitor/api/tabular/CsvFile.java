package nl.gebiedsmonitor.api.tabular;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.domain.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180) with a header row, whose records each stand on one line: a quoted field that does not end on its
 * line is a fault of that line and of no other.
 */
public final class CsvFile {

    /** What is done with each record that has as many columns as the header. */
    public interface Rows {

        void row(long line, CsvRecord fields);

        /** A line that cannot be taken apart into the columns of the header. */
        void unreadable();
    }

    private static final String QUOTES_PAIR =
            "A field in quotes ends with a quote before the next column or the line's end.";

    private final FaultList faults;
    private final GuardedLines lines;
    private final char separator;
    private final List<String> header;

    /**
     * Opens a file and reads its header.
     *
     * @param separator {@code ;} or {@code ,}; null to see which of them the header uses
     */
    public CsvFile(InputStream in, @Nullable Character separator, FaultList faults) throws IOException {
        this.faults = faults;
        this.lines = new GuardedLines(in, faults);
        String first = lines.next();
        String text = first == null ? "" : first;
        this.separator = separator == null ? (text.indexOf(';') >= 0 ? ';' : ',') : separator;
        if (isBroken(text)) {
            text = lines.fault("quote-closed", QUOTES_PAIR);
        }
        this.header = text.isEmpty() ? List.of() : parse(text);
        if (header.isEmpty() && faults.count() == 0) {
            faults.add(new Fault(1L, null, null, "not-empty", "The file begins with a row that names its columns."));
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!seen.add(column)) {
                faults.add(new Fault(1L, column, column, "column-once", "The column " + column + " is there twice."));
            }
        }
    }

    /** The names of the columns, empty when there is no header. */
    public List<String> header() {
        return header;
    }

    /** The place of a column, from 0; a fault and -1 when there is none. */
    public int require(String column) {
        int place = header.indexOf(column);
        if (place < 0 && !header.isEmpty()) {
            faults.add(new Fault(
                    1L,
                    column,
                    null,
                    "column-present",
                    "There is no column " + column + "; there are " + header + "."));
        }
        return place;
    }

    /** Reads all records. */
    public void forEach(Rows rows) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(new LinesReader(rows))) {
            for (CsvRecord fields : reader) {
                long line = fields.getStartingLineNumber() + 1;
                if (fields.getFieldCount() == header.size()) {
                    rows.row(line, fields);
                } else {
                    faults.add(new Fault(
                            line,
                            null,
                            Integer.toString(fields.getFieldCount()),
                            "column-count",
                            "This row has " + fields.getFieldCount() + " columns and the header " + header.size()
                                    + "."));
                    rows.unreadable();
                }
            }
        } catch (UncheckedIOException failed) {
            throw new IOException(failed);
        }
    }

    private List<String> parse(String line) throws IOException {
        try (CsvReader<CsvRecord> reader = reader(new StringReader(line))) {
            List<String> names = new ArrayList<>();
            reader.forEach(fields ->
                    names.addAll(fields.getFields().stream().map(String::strip).toList()));
            return names;
        }
    }

    private CsvReader<CsvRecord> reader(Reader text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(GuardedLines.LONGEST + 1)
                                .maxFieldSize(GuardedLines.LONGEST)
                                .build(),
                        text);
    }

    /** Whether the quotes of a line do not pair up into fields. */
    private boolean isBroken(String line) {
        boolean quoted = false;
        boolean fieldStart = true;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character != '"') {
                fieldStart = !quoted && character == separator;
            } else if (!quoted) {
                if (!fieldStart) {
                    return true;
                }
                quoted = true;
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i++;
            } else {
                if (i + 1 < line.length() && line.charAt(i + 1) != separator) {
                    return true;
                }
                quoted = false;
            }
        }
        return quoted;
    }

    /** The lines after the header as characters; a line at fault comes out empty. */
    private final class LinesReader extends Reader {

        private final Rows rows;
        private String current = "";
        private int place;

        LinesReader(Rows rows) {
            this.rows = rows;
        }

        @Override
        public int read(char[] target, int offset, int count) throws IOException {
            if (place == current.length() && !advance()) {
                return -1;
            }
            int some = Math.min(count, current.length() - place);
            current.getChars(place, place + some, target, offset);
            place += some;
            return some;
        }

        private boolean advance() throws IOException {
            String line = lines.next();
            if (line == null) {
                return false;
            }
            if (line.indexOf('"') >= 0 && isBroken(line)) {
                line = lines.fault("quote-closed", QUOTES_PAIR);
            }
            if (lines.isBad()) {
                rows.unreadable();
            }
            current = line + "\n";
            place = 0;
            return true;
        }

        @Override
        public void close() {
            // The request's stream is not ours to close.
        }
    }
}
