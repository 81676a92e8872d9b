package nl.gebiedsmonitor.api.tabular;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV by RFC 4180, a cell at a time. A text that a spreadsheet would take for a formula, since it begins with
 * {@code = + - @}, a tab or a line end, gets an apostrophe before it and quotes around it (OWASP, CSV Injection); a number
 * stays a number.
 */
public final class CsvRows {

    private static final String FORMULA = "=+-@\t\r\n";

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final TextWriter out;
    private final CsvStyle style;
    private boolean begun;

    public CsvRows(OutputStream out, CsvStyle style) {
        this.out = new TextWriter(out);
        this.style = style;
        if (style.hasByteOrderMark()) {
            this.out.write(BYTE_ORDER_MARK);
        }
    }

    /** Writes a row of names. */
    public void header(List<String> names) {
        names.forEach(this::text);
        end();
    }

    /** Writes a text from outside; nothing for none. */
    public CsvRows text(@Nullable String text) {
        separate();
        if (text == null || text.isEmpty()) {
            return this;
        }
        boolean formula = FORMULA.indexOf(text.charAt(0)) >= 0;
        if (formula || needsQuotes(text)) {
            out.write(formula ? "\"'" : "\"").write(text.replace("\"", "\"\"")).write('"');
        } else {
            out.write(text);
        }
        return this;
    }

    /** Writes a text that needs no care: a code, a period or a constant of ours. */
    public CsvRows code(@Nullable String code) {
        separate();
        if (code != null) {
            out.write(code);
        }
        return this;
    }

    public CsvRows number(@Nullable Double value) {
        separate();
        out.write(style.number(value));
        return this;
    }

    public CsvRows number(@Nullable Integer value) {
        separate();
        if (value != null) {
            out.write(value.toString());
        }
        return this;
    }

    /** Ends a row. */
    public void end() {
        out.write('\r').write('\n');
        begun = false;
    }

    public void flush() {
        out.flush();
    }

    private void separate() {
        if (begun) {
            out.write(style.separator());
        }
        begun = true;
    }

    private boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == style.separator() || character == '"' || character == '\r' || character == '\n') {
                return true;
            }
        }
        return false;
    }
}
