package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.api.observation.Clerk;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Where gemeenten of two wijken with two buurten each are registered, and what is done in them. */
final class ComparisonDesk {

    private static final String INDICATOR = "STD-PUNTEN";

    final Client client;
    final Clerk clerk;

    ComparisonDesk(TestDatabase database, String... gemeenten) {
        client = Product.on(database).client();
        clerk = new Clerk(client);
        clerk.define(INDICATOR);
        for (String gemeente : gemeenten) {
            String number = gemeente.substring(2);
            clerk.register(gemeente, "WK" + number + "01", "WK" + number + "02");
            clerk.register(
                    "BU" + number + "0101", "BU" + number + "0102", "BU" + number + "0201", "BU" + number + "0202");
        }
    }

    /** Of the opgave that is usual here, during the years of the study. */
    void measure(String id, String gebied) {
        measure(id, gebied, "SCHULDHULPVERLENING", "2020-01-01", "2021-12-31");
    }

    void measure(String id, String gebied, String opgave, String from, String to) {
        clerk.post("/v1/measures", """
                {"id":"%s","gebied":"%s","opgave":"%s","title":"Proef","plannedFrom":"%s","plannedTo":"%s",
                 "leadOrganisation":"Gemeente"}""".formatted(id, gebied, opgave, from, to));
    }

    void step(String measure, String status, String date) {
        clerk.post("/v1/measures/" + measure + "/status-changes", """
                {"status":"%s","date":"%s","reason":"Zo besloten"}""".formatted(status, date));
    }

    void manifest(String slug) {
        clerk.post("/v1/manifests", """
                {"slug":"%s","title":"Proef","date":"2020-06-16","opgaven":["SCHULDHULPVERLENING"]}""".formatted(slug));
    }

    /** A study of one measure in one gebied, which works from the second of two years on; one donor is enough for it. */
    Draft draft(String id, String measure, String treated) {
        return new Draft(client, clerk, id, INDICATOR)
                .measures(measure)
                .treated(treated + " 2021")
                .estimated("\"estimators\":[\"CS\"]");
    }

    static List<String> donors(JsonNode registration) {
        return registration.get("donors").valueStream().map(JsonNode::asString).toList();
    }

    static Map<String, String> excluded(JsonNode registration) {
        Map<String, String> excluded = new TreeMap<>();
        registration
                .get("excluded")
                .forEach(each -> excluded.put(
                        each.get("gebied").asString(), each.get("why").asString()));
        return excluded;
    }

    static List<String> kinds(JsonNode registration) {
        return registration.get("concerns").findValuesAsString("kind");
    }

    static String concern(JsonNode registration, String kind) {
        List<String> texts = new ArrayList<>();
        registration.get("concerns").forEach(concern -> {
            if (concern.get("kind").asString().equals(kind)) {
                texts.add(concern.get("text").asString());
            }
        });
        return String.join("\n", texts);
    }

    static void assertRefused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().get("rule").asString()).as(answer.text()).isEqualTo(rule);
    }
}
