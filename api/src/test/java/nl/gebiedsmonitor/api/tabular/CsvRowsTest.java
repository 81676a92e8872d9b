package nl.gebiedsmonitor.api.tabular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    @Property
    void texts_come_back_as_they_went_in_but_for_an_apostrophe_before_what_looks_like_a_formula(
            @ForAll @Size(min = 1, max = 4) List<String> texts, @ForAll boolean semicolon) {
        char separator = semicolon ? ';' : ',';
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvRows csv = new CsvRows(bytes, new CsvStyle(separator, false));
        csv.header(Collections.nCopies(texts.size(), "head"));
        texts.forEach(csv::text);
        csv.end();
        csv.flush();

        String file = bytes.toString(UTF_8);
        assertThat(file.startsWith("\uFEFF")).isEqualTo(semicolon);
        List<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .ofCsvRecord(semicolon ? file.substring(1) : file)
                .stream()
                .toList();
        assertThat(rows.get(1).getFields())
                .isEqualTo(texts.stream().map(CsvRowsTest::written).toList());
    }

    private static String written(String text) {
        String kept = new String(text.getBytes(UTF_8), UTF_8);
        return !kept.isEmpty() && "=+-@\t\r\n".indexOf(kept.charAt(0)) >= 0 ? "'" + kept : kept;
    }

    @Test
    void a_formula_is_a_text_and_a_number_stays_a_number() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvRows csv = new CsvRows(bytes, new CsvStyle(';', true));
        csv.text("=HYPERLINK(\"x\")")
                .text("-1")
                .text("'s-Gravenhage")
                .number(-1.5)
                .number((Double) null)
                .end();
        csv.flush();

        assertThat(bytes.toString(UTF_8)).isEqualTo("\uFEFF\"'=HYPERLINK(\"\"x\"\")\";\"'-1\";'s-Gravenhage;-1,5;\r\n");
    }
}
