package nl.gebiedsmonitor.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader accepts is read in one way, whoever makes the answer. */
class AcceptTest {

    private static final String DATA = "/sdmx/v2/data/dataflow/NL_GEBIEDSMONITOR/OBSERVATIONS/1.0.0/FMT-ACCEPT";

    private static final String STRUCTURE = "/sdmx/v2/structure/dataflow";

    /** A form that each of them has. */
    private static final Map<String, String> READS = Map.of(
            "/v1/gebieden",
            "application/json",
            "/v1/manifests",
            "application/json",
            "/v1/catalog",
            "application/json",
            "/v1/feed",
            "application/json",
            "/v1/observations?indicator=FMT-ACCEPT",
            "application/vnd.sdmx.data+csv",
            "/v1/leefbaarheid?type=GEMEENTE",
            "application/geo+json",
            DATA,
            "application/vnd.sdmx.data+csv",
            STRUCTURE,
            "application/vnd.sdmx.structure+json");

    private static Client prepared(TestDatabase database) {
        Client client = Product.on(database).client();
        Clerk clerk = new Clerk(client);
        clerk.register("GM6512");
        clerk.define("FMT-ACCEPT");
        clerk.deliver("FMT-ACCEPT", "GM6512 2024 1");
        clerk.read("/v1/observations?indicator=FMT-ACCEPT");
        return client;
    }

    @ParameterizedTest
    @EnumSource
    void one_that_cannot_be_read_is_told_what_there_is(TestDatabase database) {
        Client client = prepared(database);
        for (String path : READS.keySet()) {
            for (String accept :
                    List.of("nonsense", "not a type", "text/csv;q=much", "a/b/c", "application/json;q=2")) {
                Answer refused = client.get(path, "Accept", accept);
                ProblemsTest.assertProblem(refused, 406);
                assertThat(refused.json().get("detail").asString())
                        .as(path + " " + accept)
                        .contains("There is ", "application/")
                        .doesNotContainIgnoringCase("mime", "parse", "representation");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_nothing_satisfies_is_told_what_there_is(TestDatabase database) {
        Client client = prepared(database);
        READS.forEach((path, form) -> {
            for (String accept : List.of("image/png", "text/turtle, */*;q=0")) {
                Answer refused = client.get(path, "Accept", accept);
                ProblemsTest.assertProblem(refused, 406);
                assertThat(refused.json().get("detail").asString())
                        .as(path + " " + accept)
                        .contains("There is ", form)
                        .doesNotContainIgnoringCase("representation");
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void parameters_of_a_reader_are_not_in_the_answer(TestDatabase database) {
        Client client = prepared(database);
        READS.forEach((path, form) -> {
            Answer answer = client.get(path, "Accept", form + ";colour=red;q=0.7");
            assertThat(answer.status()).as(path + answer.text()).isEqualTo(200);
            assertThat(answer.header("Content-Type").orElseThrow()).as(path).doesNotContain("colour", "q=");
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_form_that_is_wanted_most_is_given(TestDatabase database) {
        Client client = prepared(database);
        String json = "application/vnd.sdmx.data+json";
        String csv = "application/vnd.sdmx.data+csv";
        assertForm(client, DATA, "application/json;q=0.2, text/csv;q=0.8", csv);
        assertForm(client, DATA, "*/*;q=0.1, text/csv", csv);
        assertForm(client, DATA, "text/*;q=0.5, application/*;q=0.4", csv);
        assertForm(client, DATA, csv + ";q=0, */*", json);
        assertForm(client, DATA, json + ";q=0.1, */*;q=0.5", csv);
        assertForm(client, DATA, json + ";version=1.0.0, text/csv;q=0.1", csv);
        String figures = "/v1/observations?indicator=FMT-ACCEPT";
        assertForm(client, figures, "application/json;q=0.2, text/csv;q=0.8", "text/csv");
        assertForm(client, figures, json + ";version=1.0.0, text/csv;q=0.1", "text/csv");
        assertForm(client, figures, "", "application/json");
        assertThat(client.get(STRUCTURE, "Accept", "application/json;q=0, text/*")
                        .status())
                .isEqualTo(406);
    }

    private static void assertForm(Client client, String path, String accept, String form) {
        Answer answer = client.get(path, "Accept", accept);
        assertThat(answer.status()).as(accept + ": " + answer.text()).isEqualTo(200);
        assertThat(answer.header("Content-Type").orElseThrow()).as(accept).startsWith(form);
    }
}
