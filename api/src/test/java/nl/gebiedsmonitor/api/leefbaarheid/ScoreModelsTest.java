package nl.gebiedsmonitor.api.leefbaarheid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Score models are published in versions that never change, with every parameter in them. */
class ScoreModelsTest {

    private static final String MODELS = "/v1/score-models";

    /** Where the figures of reference are; a mean of 4 and a standard deviation of 2. */
    private static final List<String> REFERENCE = List.of("BU64100101", "BU64100102");

    @ParameterizedTest
    @EnumSource
    void the_worked_example_is_published_with_the_parameters_of_recorded_figures(TestDatabase database) {
        Client client = Product.on(database).client();
        String example = example("voorbeeld-a");
        assertRefused(client.post(MODELS, example), "indicator-defined");
        define(client, example);
        Answer without = client.post(MODELS, example);
        assertRefused(without, "reference-figures");
        assertThat(without.text()).contains("VOORBEELD-A-WERKLOOSHEID in 2024");
        deliver(client, example, "2", "6");

        Answer published = client.post(MODELS, example);
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.header("Location")).contains(MODELS + "/voorbeeld-a/versions/1");
        JsonNode zScore = published.json().at("/dimensions/0/indicators/0/standardisation");
        assertThat(zScore.get("mean").asDouble()).isEqualTo(4);
        assertThat(zScore.get("standardDeviation").asDouble()).isEqualTo(2);
        assertThat(published
                        .json()
                        .at("/dimensions/0/indicators/1/standardisation/method")
                        .asString())
                .isEqualTo("NONE");
        assertThat(read(client, MODELS + "/voorbeeld-a/versions/1", published).text())
                .isEqualTo(published.text());
    }

    @ParameterizedTest
    @EnumSource
    void a_version_is_found_again_and_does_not_change_whatever_is_recorded_since(TestDatabase database) {
        Client client = Product.on(database).client();
        String example = example("voorbeeld-b");
        Answer published = publish(client, example);
        deliver(client, example.replace("\"2024\"", "\"2025\""), "100", "200");
        Answer again = client.post(MODELS, example);
        assertThat(again.status()).isEqualTo(200);
        assertThat(List.of(again.text(), again.header("Location")))
                .isEqualTo(List.of(published.text(), published.header("Location")));
        assertThat(client.post(MODELS, published.text()).status()).isEqualTo(200);
        assertRefused(client.post(MODELS, example.replace("Voorbeeldmodel", "Ander model")), "score-model-immutable");
        assertRefused(
                client.post(MODELS, published.text().replace("\"mean\":4.0", "\"mean\":5.0")), "score-model-immutable");
        assertThat(read(client, MODELS + "/voorbeeld-b/versions/1", again).text())
                .isEqualTo(published.text());
    }

    @ParameterizedTest
    @EnumSource
    void a_new_version_stands_beside_the_old_one_and_neither_is_there_before_it_was_published(TestDatabase database) {
        Client client = Product.on(database).client();
        String example = example("voorbeeld-c");
        Answer first = publish(client, example);
        String changed = example.replace("\"version\": 1", "\"version\": 2").replace("Voorbeeldmodel", "Beter model");
        Answer second = client.post(MODELS, changed);
        assertThat(second.status()).as(second.text()).isEqualTo(201);
        assertThat(second.header("Location")).contains(MODELS + "/voorbeeld-c/versions/2");

        JsonNode last = read(client, MODELS + "/voorbeeld-c", second).json();
        assertThat(last.get("name").asString()).isEqualTo("Beter model");
        assertThat(last.get("versions").toString()).isEqualTo("[1,2]");
        assertThat(client.get(MODELS + "/voorbeeld-c/versions/1").text()).isEqualTo(first.text());

        JsonNode then =
                client.get(MODELS + "/voorbeeld-c?asOf=" + first.position()).json();
        assertThat(then.get("name").asString()).isEqualTo("Voorbeeldmodel");
        assertThat(then.get("versions").toString()).isEqualTo("[1]");
        assertAbsent(client.get(MODELS + "/voorbeeld-c/versions/2?asOf=" + first.position()));
        assertAbsent(client.get(MODELS + "/voorbeeld-c/versions/1?asOf=" + (first.position() - 1)));
        assertAbsent(client.get(MODELS + "/voorbeeld-c?asOf=" + (first.position() - 1)));
        assertThat(client.get(MODELS + "?asOf=" + (first.position() - 1)).text())
                .doesNotContain("voorbeeld-c");
    }

    @ParameterizedTest
    @EnumSource
    void all_versions_are_listed_in_pages_by_id_and_version(TestDatabase database) {
        Client client = Product.on(database).client();
        String example = example("voorbeeld-d");
        publish(client, example);
        Answer last = client.post(MODELS, example.replace("\"version\": 1", "\"version\": 10"));
        client.post(MODELS, example.replace("\"version\": 1", "\"version\": 2"));
        read(client, MODELS, client.post(MODELS, example.replace("\"version\": 1", "\"version\": 2")));
        assertThat(last.status()).as(last.text()).isEqualTo(201);

        List<String> listed = keys(client.get(MODELS + "?limit=1000").json());
        assertThat(listed)
                .contains("leefbaarometer-3.0:1")
                .containsSubsequence("voorbeeld-d:1", "voorbeeld-d:2", "voorbeeld-d:10");
        List<String> paged = new ArrayList<>();
        Optional<String> next = Optional.of(MODELS + "?limit=1");
        while (next.isPresent()) {
            Answer page = client.get(next.get());
            paged.addAll(keys(page.json()));
            next = page.next();
        }
        assertThat(paged).isEqualTo(listed);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_out_has_its_usual_value(TestDatabase database) {
        Client client = Product.on(database).client();
        String bare = """
                {"id":"kaal","name":"Kaal","source":"Gemeente","referenceLevel":0,
                 "dimensions":[{"key":"won","name":"wonen","indicators":[{"indicator":"LBM-WON"},
                   {"indicator":"LBM-SOC","standardisation":
                     {"method":"Z_SCORE","referenceGebied":"NL","referencePeriod":"2024","mean":1,"standardDeviation":2}}]}],
                 "scoreClasses":{"labels":["alles"]},"deviationClasses":{"labels":["alles"]},
                 "dimensionClasses":{"labels":["alles"]}}""";
        Answer published = client.post(MODELS, bare);
        assertThat(published.text()).isEqualTo("""
                {"id":"kaal","version":1,"name":"Kaal","source":"Gemeente","referenceLevel":0.0,\
                "dimensions":[{"key":"won","name":"wonen","indicators":[\
                {"indicator":"LBM-WON","weight":1.0,"standardisation":{"method":"NONE"}},\
                {"indicator":"LBM-SOC","weight":1.0,"standardisation":{"method":"Z_SCORE","referenceGebied":"NL",\
                "referenceType":"BUURT","referencePeriod":"2024","mean":1.0,"standardDeviation":2.0}}]}],\
                "scoreClasses":{"cutPoints":[],"labels":["alles"]},"deviationClasses":{"cutPoints":[],"labels":["alles"]},\
                "dimensionClasses":{"cutPoints":[],"labels":["alles"]},"aggregationWeight":"INHABITANTS",\
                "minimumCoverage":0.8,"typology":[]}""");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_there_is_a_problem(TestDatabase database) {
        Client client = Product.on(database).client();
        assertAbsent(client.get(MODELS + "/onbekend"));
        assertAbsent(client.get(MODELS + "/onbekend/versions/1"));
        assertAbsent(client.get(MODELS + "/leefbaarometer-3.0/versions/2"));
        for (String malformed : List.of("/A", "/A/versions/1", "/a/versions/0", "/a/versions/x", "?cursor=YQ")) {
            assertThat(client.get(MODELS + malformed).status()).as(malformed).isEqualTo(400);
        }
    }

    /** The text of the resource, with an id and indicators of its own. */
    private static String example(String id) {
        try (InputStream in = ScoreModelsTest.class.getResourceAsStream("/leefbaarheid/voorbeeld-model.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .replace("\"voorbeeld\"", "\"" + id + "\"")
                    .replace("\"VOORBEELD-", "\"" + id.toUpperCase(Locale.ROOT) + "-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Answer publish(Client client, String example) {
        define(client, example);
        deliver(client, example, "2", "6");
        Answer published = client.post(MODELS, example);
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        return published;
    }

    private static List<String> indicators(String example) {
        return Client.read(example).findValuesAsString("indicator");
    }

    private static void define(Client client, String example) {
        for (String indicator : indicators(example)) {
            Answer defined = client.post(
                    "/v1/indicators",
                    "{\"code\":\"%s\",\"nameNl\":\"Verzonnen\",\"frequency\":\"YEAR\"}".formatted(indicator));
            assertThat(defined.status()).as(defined.text()).isEqualTo(201);
        }
    }

    /** Of its first indicator, in the period that it is standardised by. */
    private static void deliver(Client client, String example, String one, String other) {
        List<String> values = List.of(one, other);
        for (int i = 0; i < REFERENCE.size(); i++) {
            client.post(
                    "/v1/gebieden",
                    "{\"code\":\"%s\",\"name\":\"Buurt\",\"type\":\"BUURT\"}".formatted(REFERENCE.get(i)));
            Answer recorded = client.post(
                    "/v1/observations",
                    "{\"indicator\":\"%s\",\"gebied\":\"%s\",\"period\":\"%s\",\"value\":%s}"
                            .formatted(
                                    indicators(example).getFirst(),
                                    REFERENCE.get(i),
                                    Client.read(example)
                                            .findValuesAsString("referencePeriod")
                                            .getFirst(),
                                    values.get(i)));
            assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        }
    }

    private static Answer read(Client client, String path, Answer after) {
        Answer found = client.get(path, "Min-Event-Position", Long.toString(after.position()));
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        return found;
    }

    private static List<String> keys(JsonNode page) {
        List<String> keys = new ArrayList<>();
        page.get("scoreModels")
                .forEach(model -> keys.add(
                        model.get("id").asString() + ":" + model.get("version").asInt()));
        return keys;
    }

    private static void assertRefused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().get("rule").asString()).isEqualTo(rule);
    }

    private static void assertAbsent(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
    }
}
