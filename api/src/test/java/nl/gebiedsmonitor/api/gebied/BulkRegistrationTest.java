package nl.gebiedsmonitor.api.gebied;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Many gebieden are registered at once or not at all, with all that is wrong told together. */
class BulkRegistrationTest {

    @ParameterizedTest
    @EnumSource
    void faults_of_reading_and_of_the_domain_are_told_together_and_nothing_is_registered(TestDatabase database) {
        Client client = Product.on(database).client();
        assertThat(csv(client, "9001,Een,PC4\n9002,Twee,PC4").status()).isEqualTo(201);

        Answer refused = csv(client, """
                9001,Een,PC4
                9002,Anders,PC4
                9003,Drie,PC4
                ,Leeg,PC4
                9004,"Open,PC4
                9005,Vijf,STAD
                9003,Drie,PC4
                9006,Zes,GEMEENTE
                9007,Zeven
                """);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(counts(refused)).containsExactly(1, 1, 7);
        assertThat(refused.json().get("errorCount").asInt()).isEqualTo(7);
        assertThat(named(refused))
                .containsExactly(
                        "3 code gebied-registered-once",
                        "5 code required",
                        "6 - quote-closed",
                        "7 type gebied-type",
                        "8 code gebied-given-once",
                        "9 type type-fits-code",
                        "10 - column-count");
        assertThat(client.get("/v1/gebieden/9003").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_fault_in_an_array_is_told_by_its_place_in_the_array(TestDatabase database) {
        Client client = Product.on(database).client();
        Answer refused = client.post(
                "/v1/gebieden",
                "[{\"code\":\"9011\",\"name\":\"Een\",\"type\":\"PC4\"},7,{\"code\":7},{\"colour\":1},"
                        + "{\"code\":\"9012\",\"name\":\"Twee\",\"type\":\"PC4\",\"parent\":\"GM9999\"}]");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(counts(refused)).containsExactly(1, 0, 4);
        assertThat(named(refused))
                .containsExactly("2 - type", "3 code type", "4 colour known-field", "5 parent gebied-known");
        assertThat(client.get("/v1/gebieden/9011").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void one_that_breaks_a_rule_is_409_with_its_name(TestDatabase database) {
        Client client = Product.on(database).client();
        client.post("/v1/gebieden", "{\"code\":\"9021\",\"name\":\"Een\",\"type\":\"PC4\"}");
        assertThat(client.post("/v1/gebieden", "{\"code\":\"9021\",\"name\":\"Een\",\"type\":\"PC4\"}")
                        .status())
                .isEqualTo(200);
        Answer refused = client.post("/v1/gebieden", "{\"code\":\"9021\",\"name\":\"Anders\",\"type\":\"PC4\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("rule").asString()).isEqualTo("gebied-registered-once");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_file_sent_again_after_a_rename_changes_nothing(TestDatabase database) {
        Client client = Product.on(database).client();
        String file = "GM6020,Oud,GEMEENTE\nGM6021,Buur,GEMEENTE";
        assertThat(csv(client, file).status()).isEqualTo(201);
        Answer renamed = client.put("/v1/gebieden/GM6020/name", "{\"name\":\"Nieuw\"}");

        for (String again : List.of(file, file.replace("Oud", "Nieuw"))) {
            Answer unchanged = csv(client, again);
            assertThat(unchanged.status()).as(unchanged.text()).isEqualTo(200);
            assertThat(counts(unchanged)).containsExactly(0, 2, 0);
        }
        assertThat(csv(client, file.replace("Oud", "Anders")).status()).isEqualTo(400);
        assertThat(client.get("/v1/gebieden/GM6020", "Min-Event-Position", Long.toString(renamed.position()))
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo("Nieuw");
    }

    private static Answer csv(Client client, String rows) {
        return client.post("/v1/gebieden", "text/csv", BodyPublishers.ofString("code,name,type\n" + rows));
    }

    private static List<Integer> counts(Answer answer) {
        return List.of("registered", "unchanged", "rejected").stream()
                .map(name -> answer.json().get(name).asInt())
                .toList();
    }

    private static List<String> named(Answer answer) {
        List<String> named = new ArrayList<>();
        for (JsonNode error : answer.json().get("errors")) {
            named.add(error.get("line").asLong() + " " + error.path("field").asString("-") + " "
                    + error.get("rule").asString());
        }
        return named;
    }
}
