package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;

/** The study of the tour in the README, sent as it stands there, finds what is printed there. */
public final class TourStudy {

    private static final String STUDY = "/v1/effect-studies/pseudo-6828";

    private TourStudy() {}

    /** Runs it on a product that has the published figures of all postcode areas and their scores. */
    public static void assertFindsWhatTheReadmePrints(Client client) throws Exception {
        String section = section();
        created(client.post("/v1/measures", sent(section, "/v1/measures")));
        created(client.post("/v1/effect-studies", sent(section, "/v1/effect-studies")));
        Answer registered = created(client.post(STUDY + "/registration", ""));
        byte[] protocol = client.get(STUDY + "/protocol", "Min-Event-Position", Long.toString(registered.position()))
                .text()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(section)
                .contains(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(protocol)) + "  -");
        created(client.post(STUDY + "/status-changes", sent(section, "$S/status-changes")));
        created(client.post(STUDY + "/readings", "", "Prefer", "wait=60"));
        assertSame(
                printed(section),
                client.get(STUDY + "/readings/1/results?format=csv").text());
        assertThat(client.get(STUDY + "/readings/1/chart").text()).contains("<svg", "Postcodegebied 6828");
    }

    private static String section() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int start = readme.indexOf("## For who asks what a measure did");
        return readme.substring(start, readme.indexOf("\n## ", start));
    }

    /** The body that a line of the tour sends to an address. */
    private static String sent(String section, String address) {
        Matcher body = Pattern.compile(Pattern.quote(address) + " -H \"\\$J\" -d '([^']*)'")
                .matcher(section);
        assertThat(body.find()).as(address).isTrue();
        return body.group(1);
    }

    private static String printed(String section) {
        int start = section.indexOf("estimator,estimate,");
        return section.substring(start, section.indexOf("```", start));
    }

    private static void assertSame(String printed, String found) {
        List<NamedCsvRecord> expected = rows(printed);
        List<NamedCsvRecord> actual = rows(found);
        assertThat(actual).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            for (String column : expected.get(row).getHeader()) {
                assertSame(
                        column,
                        expected.get(row).getField(column),
                        actual.get(row).getField(column));
            }
        }
    }

    private static void assertSame(String column, String expected, String actual) {
        if (expected.contains(".")) {
            assertThat(Double.parseDouble(actual)).as(column).isCloseTo(Double.parseDouble(expected), within(1e-9));
        } else {
            assertThat(actual).as(column).isEqualTo(expected);
        }
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }
}
