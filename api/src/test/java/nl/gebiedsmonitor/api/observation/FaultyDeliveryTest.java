package nl.gebiedsmonitor.api.observation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import nl.gebiedsmonitor.projections.eventlog.EventLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with a delivery is told by line, all of it at once, and nothing is stored. */
class FaultyDeliveryTest {

    private static final List<String> COUNTS = List.of("accepted", "unchanged", "revised", "rejected", "missing");

    @ParameterizedTest
    @EnumSource
    void every_one_of_forty_planted_faults_is_named_by_its_line_and_nothing_is_stored(TestDatabase database) {
        Client client = prepared(database, "PLANTED", "97");
        PlantedFile file = csv();
        assertThat(file.kinds()).isGreaterThanOrEqualTo(40);

        long before = head(database);
        Answer dryRun = deliver(client, "dryRun=true", "text/csv", file);
        assertThat(dryRun.status()).isEqualTo(200);
        assertThat(PlantedFile.named(dryRun)).containsExactlyInAnyOrderElementsOf(file.planted());

        Answer refused = deliver(client, "source=test", "text/csv", file);
        assertRefused(refused, file);
        assertCounts(refused, file.goodRows() - 3, 1, 0, file.rejectedRows(), 2);
        assertThat(detail(refused, "given-once")).contains("on line").contains("and on line");
        assertThat(head(database)).isEqualTo(before);
        assertThat(figures(client, "PLANTED", before)).isEqualTo(2);

        Answer partial = deliver(client, "mode=partial", "text/csv", file);
        assertThat(partial.status()).as(partial.text()).isEqualTo(201);
        assertThat(PlantedFile.named(partial)).containsExactlyInAnyOrderElementsOf(file.planted());
        assertCounts(partial, file.goodRows() - 3, 1, 0, file.rejectedRows(), 2);
        assertThat(figures(client, "PLANTED", partial.position())).isEqualTo(1 + file.goodRows());
        assertThat(client.get("/actuator/health").json().get("status").asString())
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @EnumSource
    void the_faults_of_ndjson_are_named_by_line(TestDatabase database) {
        Client client = prepared(database, "PLANTED-ND", "96");
        PlantedFile file = new PlantedFile()
                .good(observation("PLANTED-ND", "9601", "2024", "1"))
                .bad("{\"indicator\":", "observation json")
                .bad("[1,2]", "observation json")
                .bad(observation("PLANTED-ND", "9602", "2024", "1") + " {}", "observation json")
                .bad(observation("PLANTED-ND", "9602", "2024", "\"1\""), "value number")
                .bad(observation("PLANTED-ND", "9602", "2024", "1e400"), "value finite-number")
                .bad(observation("PLANTED-ND", "9602", "2024", "NaN"), "observation json")
                .bad(observation("PLANTED-ND", "9602", "2024", "1,\"value\":2"), "value field-once")
                .bad(observation("PLANTED-ND", "9602", "2024", "1,\"colour\":2"), "colour known-field")
                .bad("{\"indicator\":7,\"gebied\":\"9602\",\"period\":\"2024\"}", "indicator type")
                .bad("{}", "indicator required", "gebied required", "period required")
                .bad("{\"indicator\":" + "[".repeat(2000) + "]".repeat(2000) + "}", "observation json")
                .bad("{\"indicator\":\"Curaçao\"}".getBytes(ISO_8859_1), "- utf-8")
                .bad("{\"indicator\":\"\u0000\"}", "- control-character")
                .line("")
                .bad(observation("PLANTED-ND", "9699", "2024", "1"), "gebied gebied-known")
                .good(observation("PLANTED-ND", "9601", "2025", "-0.0"));
        long before = head(database);
        Answer refused = deliver(client, "source=test", "application/x-ndjson", file);
        assertRefused(refused, file);
        assertThat(head(database)).isEqualTo(before);

        Answer partial = deliver(client, "mode=partial", "application/x-ndjson", file);
        assertThat(partial.status()).isEqualTo(201);
        assertCounts(partial, 2, 0, 0, file.rejectedRows(), 0);
    }

    @ParameterizedTest
    @EnumSource
    void the_faults_of_a_json_delivery_are_named_by_the_ordinal_of_the_observation(TestDatabase database) {
        Client client = prepared(database, "PLANTED-JS", "95");
        String good = observation("PLANTED-JS", "9501", "2024", "1");
        Answer refused = client.post(
                "/v1/deliveries",
                "{\"source\":\"test\",\"observations\":["
                        + String.join(
                                ",",
                                good,
                                observation("PLANTED-JS", "9599", "2024", "1"),
                                "7",
                                observation("PLANTED-JS", "9502", "2024", "true"),
                                observation("PLANTED-JS", "9502", "2024-13", "1"))
                        + "],\"colour\":1}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(PlantedFile.named(refused))
                .containsExactlyInAnyOrder(
                        new PlantedFile.Named(1, "colour", "known-field"),
                        new PlantedFile.Named(2, "gebied", "gebied-known"),
                        new PlantedFile.Named(3, "observations", "type"),
                        new PlantedFile.Named(4, "value", "number"),
                        new PlantedFile.Named(5, "period", "period"));
        assertCounts(refused, 1, 0, 0, 4, 0);
    }

    @ParameterizedTest
    @EnumSource
    void json_that_breaks_off_is_not_taken_in_part_either(TestDatabase database) {
        Client client = prepared(database, "PLANTED-BR", "94");
        String good = observation("PLANTED-BR", "9401", "2024", "1");
        long before = head(database);
        Answer refused = client.post(
                "/v1/deliveries?mode=partial", "{\"observations\":[\n" + good + ",\n{\"indicator\":\"PLANTED-BR\",");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(PlantedFile.named(refused)).containsExactly(new PlantedFile.Named(3, "body", "json"));
        assertThat(detail(refused, "json")).contains("line 3, column 27");
        assertCounts(refused, 1, 0, 0, 1, 0);
        assertThat(head(database)).isEqualTo(before);
    }

    private static PlantedFile csv() {
        String good = "PLANTED,9701,";
        PlantedFile file = new PlantedFile().line("indicator,gebied,period,value,status,missingReason");
        file.good(good + "2001,5.25,FINAL,")
                .bad("PLANTED,9799,2024,1,,", "gebied gebied-known")
                .bad("PLANTED-NONE,9701,2024,1,,", "indicator indicator-defined")
                .bad("PLANTED-OLD,9701,2024,1,,", "indicator indicator-in-use")
                .bad(good + "2024,veel,,", "value number")
                .bad(good + "2024,1e400,,", "value finite-number")
                .bad(good + "2024,10.5,,", "value value-in-range")
                .bad(good + "2023,-0.5,,", "value value-in-range")
                .bad(good + "2024-13,1,,", "period period")
                .bad(good + "2024/2026,1,,", "period period")
                .bad(good + "1899,1,,", "period period")
                .bad(good + "01-01-2024,1,,", "period period")
                .bad(good + "2024-Q1,1,,", "period period-fits-frequency")
                .good(good + "2002,NA,,")
                .bad(good + "2030,1,,", "value given-once")
                .bad("\"PLANTED,9701,2024,1,,", "- quote-closed")
                .good(good + "2003,,MISSING,SUPPRESSED")
                .bad("\"PLANTED\"x,9701,2024,1,,", "- quote-closed")
                .bad("PLAN\"TED,9701,2024,1,,", "- quote-closed")
                .bad("PLANTED,9701,2024", "- column-count")
                .bad(good + "2024,1,,,", "- column-count")
                .bad(",".repeat(20_000), "- column-count")
                .bad("Cura\u00e7ao,9701,2024,1,,".getBytes(ISO_8859_1), "- utf-8")
                .bad(new byte[] {'P', (byte) 0xE2, (byte) 0x82, ',', '1'}, "- utf-8")
                .bad((good + "2024,1,,").getBytes(UTF_16LE), "- control-character")
                .bad("\uFEFF" + good + "2024,1,,", "- byte-order-mark")
                .bad(good + "2024,1\u0000,,", "- control-character")
                .bad(good + "2024,1\u001B[31m,,", "- control-character")
                .bad(good + "2024," + "9".repeat(10_000_000) + ",,", "- line-length")
                .good(good + "2004,1E-3,ESTIMATED,")
                .bad(",9701,2024,1,,", "indicator required")
                .bad("PLANTED,,2024,1,,", "gebied required")
                .bad(good + ",1,,", "period required")
                .bad(",,,,,", "indicator required", "gebied required", "period required")
                .bad("PLANTED,GM97,2024,1,,", "gebied gebied-code")
                .bad("PLANTED,gm0363,2024,1,,", "gebied gebied-code")
                .bad("PLANTED,G\u041C0363,2024,1,,", "gebied gebied-code")
                .bad("planted,9701,2024,1,,", "indicator indicator-code")
                .bad("PLANTED, 9701,2024,1,,", "gebied no-spaces")
                .bad(good + "2024 ,1,,", "period no-spaces")
                .bad(good + "2024,\"3,5\",,", "value number")
                .bad(good + "2024,NaN,,", "value number")
                .bad(good + "2024,Infinity,,", "value number")
                .bad(good + "2024,0x1p3,,", "value number")
                .bad(good + "2024,1 000,,", "value number")
                .bad(good + "2024,50%,,", "value number")
                .bad(good + "2024,+5,,", "value number")
                .bad(good + "2024," + "9".repeat(500) + ",,", "value number")
                .badAgain(good + "2030,2,,", "value given-once")
                .bad(good + "2024,1,FINALE,", "status code-list")
                .bad(good + "2024,1,MISSING,", "value value-fits-status")
                .bad(good + "2024,,FINAL,", "value value-fits-status")
                .bad(good + "2024,,,GEEN", "missingReason code-list")
                .bad(good + "2024,1,,SUPPRESSED", "value value-fits-status")
                .bad(good + "2000,8,,", "value final-value-needs-revision")
                .bad(good + "2024-00,veel,,", "period period", "value number")
                .good(good + "1999,7,FINAL,");
        return file;
    }

    private static String observation(String indicator, String gebied, String period, String value) {
        return "{\"indicator\":\"%s\",\"gebied\":\"%s\",\"period\":\"%s\",\"value\":%s}"
                .formatted(indicator, gebied, period, value);
    }

    /** A client, an indicator from 0 to 10 and a retired one, two PC4 gebieden, and two figures that are known. */
    private static Client prepared(TestDatabase database, String indicator, String digits) {
        Client client = Product.on(database).client();
        for (String code : List.of(indicator, indicator + "-OLD")) {
            client.post(
                    "/v1/indicators",
                    "{\"code\":\"%s\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\",\"min\":0,\"max\":10}"
                            .formatted(code));
        }
        client.post(
                "/v1/indicators/" + indicator + "-OLD/retirement", "{\"retiredOn\":\"2024-01-01\",\"reason\":\"op\"}");
        client.post(
                "/v1/gebieden",
                "text/csv",
                BodyPublishers.ofString("code,name,type\n%1$s01,Een,PC4\n%1$s02,Twee,PC4\n".formatted(digits)));
        for (String period : List.of("1999", "2000")) {
            Answer known = client.post("/v1/observations", observation(indicator, digits + "01", period, "7"));
            assertThat(known.status()).as(known.text()).isEqualTo(201);
        }
        return client;
    }

    private static Answer deliver(Client client, String query, String type, PlantedFile file) {
        return client.post("/v1/deliveries?" + query, type, BodyPublishers.ofByteArray(file.bytes()));
    }

    private static void assertRefused(Answer refused, PlantedFile file) {
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(PlantedFile.named(refused)).containsExactlyInAnyOrderElementsOf(file.planted());
        assertThat(refused.json().get("errorCount").asInt())
                .isEqualTo(file.planted().size());
        for (JsonNode error : refused.json().get("errors")) {
            assertThat(error.get("detail").asString()).matches("(?s)[A-Z0-9].{10,300}\\.?");
            assertThat(error.path("value").asString("").length()).isLessThanOrEqualTo(81);
        }
    }

    private static void assertCounts(Answer answer, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(answer.json().get(COUNTS.get(i)).asInt())
                    .as(COUNTS.get(i))
                    .isEqualTo(expected[i]);
        }
    }

    private static String detail(Answer answer, String rule) {
        for (JsonNode error : answer.json().get("errors")) {
            if (error.get("rule").asString().equals(rule)) {
                return error.get("detail").asString();
            }
        }
        return "";
    }

    private static long head(TestDatabase database) {
        return Product.on(database).bean(EventLog.class).head();
    }

    private static long figures(Client client, String indicator, long position) {
        return client.get(
                                "/v1/observations?format=csv&indicator=" + indicator,
                                "Min-Event-Position",
                                Long.toString(position))
                        .text()
                        .lines()
                        .count()
                - 1;
    }
}
