package nl.gebiedsmonitor.api.observation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries that are too large, too small, or of another kind than they say. */
class DeliveryLimitsTest {

    private final Client client = Product.on(TestDatabase.H2).client();

    @Test
    void more_than_a_million_rows_are_too_large() {
        byte[] header = "indicator,gebied,period,value\n".getBytes(UTF_8);
        byte[] rows = "x,y,z,0\n".repeat(1000).getBytes(UTF_8);
        Answer answer = client.post(
                "/v1/deliveries?mode=partial",
                "text/csv",
                BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new ByteArrayInputStream(header),
                        new SequenceInputStream(Collections.enumeration(Collections.nCopies(1001, rows).stream()
                                .map(ByteArrayInputStream::new)
                                .toList())))));
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().get("detail").asString()).contains("1000000 rows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "indicator,gebied,period,value\n", "a;b\n1;2\n", "indicator,\"gebied\n", "\uFEFF"})
    void a_csv_file_without_a_header_or_rows_is_a_fault_of_the_file(String text) {
        for (String mode : List.of("all", "partial")) {
            Answer answer = client.post("/v1/deliveries?mode=" + mode, "text/csv", BodyPublishers.ofString(text));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().get("errorCount").asInt()).isPositive();
            assertThat(answer.json().get("accepted").asInt()).isZero();
        }
    }

    @Test
    void a_packed_file_is_a_fault_of_its_first_line() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("indicator,gebied,period,value\nLBM,1011,2022,4\n".getBytes(UTF_8));
        }
        for (String type : List.of("text/csv", "application/json", "application/x-ndjson")) {
            Answer answer =
                    client.post("/v1/deliveries", type, BodyPublishers.ofByteArray(packed.toByteArray(), 0, 40));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_byte_order_mark_at_the_start_is_skipped() {
        Answer answer = client.post(
                "/v1/deliveries?dryRun=true",
                "text/csv",
                BodyPublishers.ofString("\uFEFFindicator;gebied;period;value\nNONE;1011;2024;1\n"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/errors/0/line").asInt()).isEqualTo(2);
    }

    @Test
    void one_column_or_indicator_is_named_once() {
        for (String indicators : List.of("lbm:LBM,afw:LBM", "lbm:LBM,lbm:LBM-AFW", "pc4:LBM", "lbm", "lbm:", ":LBM")) {
            Answer answer = client.post(
                    "/v1/deliveries?gebiedColumn=pc4&periodColumn=jaar&indicators=" + indicators,
                    "text/csv",
                    BodyPublishers.ofString("pc4,jaar,lbm,afw\n1011,2024,1,2\n"));
            assertThat(answer.status()).as(indicators).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("indicators");
        }
    }
}
