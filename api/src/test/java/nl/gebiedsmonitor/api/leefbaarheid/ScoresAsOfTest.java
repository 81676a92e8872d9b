package nl.gebiedsmonitor.api.leefbaarheid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Whatever is asked about leefbaarheid is answered as of any moment with the bytes of that moment. */
class ScoresAsOfTest {

    private static final List<String> READS = List.of(
            "/v1/gebieden/BU97600101/leefbaarheid?model=lfb-toen",
            "/v1/gebieden/WK976001/leefbaarheid?model=lfb-toen&period=2024&against=2020",
            "/v1/gebieden/GM9761/leefbaarheid?model=lfb-toen",
            "/v1/gebieden/GM9761/leefbaarheid?model=lfb-toen&boundaries=2024",
            "/v1/gebieden/SV-LFB-TOEN/leefbaarheid?model=lfb-toen",
            "/v1/leefbaarheid/aggregate?member=BU97600101&member=GM9761&model=lfb-toen",
            "/v1/leefbaarheid?model=lfb-toen",
            "/v1/leefbaarheid?model=lfb-toen&type=FOCUS",
            "/v1/leefbaarheid?model=lfb-toen&type=BUURT&within=GM9760&limit=1",
            "/v1/leefbaarheid?model=lfb-toen&type=GEMEENTE&period=2020&format=csv",
            "/v1/leefbaarheid?model=lfb-toen&type=GEMEENTE&format=geojson",
            "/v1/leefbaarheid/changes?model=lfb-toen&type=WIJK",
            "/v1/leefbaarheid/typology?model=lfb-toen",
            "/v1/observations/aggregate?indicator=LFB-TOEN-A&gebied=SV-LFB-TOEN",
            "/v1/observations/aggregate?indicator=LFB-TOEN-A&gebied=BU97600101&gebied=GM9761&boundaries=2024");

    private static final String TYPOLOGY = """
            ,"typology":[{"key":"alle","name":"Alle","type":"WIJK","fromClass":1,"toClass":4,"source":"Test"}]""";

    /** What was read at a moment, and cited then. */
    private record Moment(long position, List<String> texts, List<JsonNode> citations) {}

    @ParameterizedTest
    @EnumSource
    void every_answer_and_every_citation_is_of_the_bytes_of_its_moment_whatever_is_written_since(
            TestDatabase database) {
        Clerk clerk = prepared(database);
        List<Moment> moments = new ArrayList<>();

        moments.add(now(clerk));
        clerk.correct("LFB-TOEN-A", "BU97600101 2024 1.5");
        moments.add(now(clerk));
        clerk.recompose("SV-LFB-TOEN", "BU97600102", "BU97600201");
        moments.add(now(clerk));
        clerk.post("/v1/score-models", model(2, 3));
        moments.add(now(clerk));
        clerk.post("/v1/gebieden/GM9762/closure", """
                {"closedOn":"2023-01-01","successors":["GM9761"]}""");
        moments.add(now(clerk));
        clerk.correct("LFB-TOEN-B", "BU97600101 2024 2.5", "GM9761 2020 0.75", "BU97600201 2024 2.25");
        moments.add(now(clerk));
        clerk.revise("LFB-TOEN-A", "\"aggregation\":\"SUM\"", "\"disclosureThreshold\":0.75");
        moments.add(now(clerk));

        for (Moment moment : moments) {
            for (int i = 0; i < READS.size(); i++) {
                String read = READS.get(i) + "&asOf=" + moment.position();
                Answer again = clerk.read(read);
                assertThat(again.text()).as(read).isEqualTo(moment.texts().get(i));
                assertThat(again.position()).isEqualTo(moment.position());
                JsonNode citation = moment.citations().get(i);
                Answer cited = clerk.read(citation.get("url").asString());
                assertThat(cited.text()).as(read).isEqualTo(moment.texts().get(i));
                assertThat(citation.get("sha256").asString()).isEqualTo(sha256(cited.text()));
                assertThat(cited.header("Content-Type"))
                        .contains(citation.get("mediaType").asString());
            }
        }
        for (int i = 0; i < READS.size(); i++) {
            int read = i;
            assertThat(moments.stream().map(moment -> moment.texts().get(read)).distinct())
                    .as("what was written shows in " + READS.get(read))
                    .hasSizeGreaterThan(1);
        }
    }

    private static Moment now(Clerk clerk) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> citations = new ArrayList<>();
        for (String read : READS) {
            texts.add(clerk.read(read).text());
            citations.add(clerk.json("/v1/citations?query=" + URLEncoder.encode(read, UTF_8)));
        }
        return new Moment(clerk.position(), texts, citations);
    }

    private static String model(int version, double weight) {
        return TestModel.of(
                "lfb-toen",
                version,
                TestModel.dimension("a", "LFB-TOEN-A", 1) + "," + TestModel.dimension("b", "LFB-TOEN-B", weight),
                TYPOLOGY);
    }

    private static Clerk prepared(TestDatabase database) {
        Clerk clerk = new Clerk(Product.on(database).client());
        clerk.register("GM9760", "GM9761", "GM9762", "WK976001", "WK976002");
        clerk.register("BU97600101", "BU97600102", "BU97600201");
        clerk.compose("SV-LFB-TOEN", "BU97600101", "BU97600102");
        clerk.define("LFB-INW", "\"aggregation\":\"SUM\"");
        clerk.define("LFB-TOEN-A", "\"aggregation\":\"SUM\"");
        clerk.define("LFB-TOEN-B", "\"aggregation\":\"MEAN\"");
        for (String indicator : List.of("LFB-TOEN-A", "LFB-TOEN-B")) {
            clerk.deliver(
                    indicator,
                    "BU97600101 2020 0.5",
                    "BU97600101 2024 1",
                    "BU97600102 2020 0.5",
                    "BU97600102 2024 -1",
                    "BU97600201 2024 0.25",
                    "BU97600201 2020 -0.25",
                    "GM9761 2020 0.5",
                    "GM9762 2020 0.25",
                    "GM9761 2024 -0.5");
        }
        clerk.post("/v1/score-models", model(1, 2));
        return clerk;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
