package nl.gebiedsmonitor.api.gebied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The profile: the three commands of the product, seen together on one page about one gebied. */
class ProfileTest {

    @ParameterizedTest
    @EnumSource
    void a_recorded_indicator_a_registered_measure_and_a_signed_manifest_show_in_the_profile(TestDatabase database) {
        Client client = Product.on(database).client();
        post(client, "/v1/gebieden", """
                [{"code":"GM9301","name":"Gemeente","type":"GEMEENTE"},
                 {"code":"BU93010101","name":"Buurt","type":"BUURT"},
                 {"code":"SV-TEST-PROFILE","name":"Focus","type":"FOCUS","members":["BU93010101"],"referenceYear":2024}]""");
        post(client, "/v1/indicators", "{\"code\":\"PROFILE-A\",\"nameNl\":\"Proef\",\"frequency\":\"YEAR\"}");
        record(client, "2018", "1.25");
        record(client, "2022", "2.0");
        record(client, "2020", "1.5");
        post(client, "/v1/measures", """
                {"id":"profile-measure","gebied":"SV-TEST-PROFILE","opgave":"SCHULDHULPVERLENING","title":"Budgetbeheer",
                 "plannedFrom":"2024-01-01","leadOrganisation":"Gemeente","targetIndicators":["PROFILE-A"]}""");
        post(client, "/v1/measures/profile-measure/status-changes", "{\"status\":\"RUNNING\",\"date\":\"2024-02-01\"}");
        post(client, "/v1/manifests", """
                {"slug":"profile-manifest","title":"Proef","date":"2020-06-16","addressees":["minister"],"ministries":["BZK"],
                 "opgaven":["SCHULDHULPVERLENING"],"focusAreas":["SV-TEST-PROFILE"]}""");
        Answer signed = post(client, "/v1/manifests/profile-manifest/signatures", """
                {"gemeente":"GM9301","office":"burgemeester","officeHolder":"Voorbeeld","signedOn":"2020-06-16"}""");

        JsonNode profile = client.get(
                        "/v1/gebieden/BU93010101/profile", "Min-Event-Position", Long.toString(signed.position()))
                .json();
        assertThat(profile.at("/gebied/name").asString()).isEqualTo("Buurt");
        JsonNode latest = profile.at("/observations/0");
        assertThat(latest.get("indicator").asString()).isEqualTo("PROFILE-A");
        assertThat(latest.at("/latest/period").asString()).isEqualTo("2022");
        assertThat(latest.at("/previous/period").asString()).isEqualTo("2020");
        assertThat(latest.get("change").asDouble()).isCloseTo(0.5, within(1e-15));
        assertThat(profile.at("/measures/0/status").asString()).isEqualTo("RUNNING");
        assertThat(status(profile).get("signed").asBoolean()).isTrue();
        assertThat(status(profile).get("gemeente").asString()).isEqualTo("GM9301");
        assertThat(status(profile).get("namedAsFocusArea").asBoolean()).isFalse();

        JsonNode ofFocus = client.get("/v1/gebieden/SV-TEST-PROFILE/profile").json();
        assertThat(status(ofFocus).get("namedAsFocusArea").asBoolean()).isTrue();
        assertThat(status(ofFocus).get("signed").asBoolean()).isTrue();

        assertThat(client.get("/v1/gebieden/BU93019999/profile").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void a_signature_that_is_withdrawn_no_longer_counts(TestDatabase database) {
        Client client = Product.on(database).client();
        post(client, "/v1/gebieden", "[{\"code\":\"GM9302\",\"name\":\"Gemeente\",\"type\":\"GEMEENTE\"}]");
        post(client, "/v1/manifests", """
                {"slug":"withdrawn-signature","title":"Proef","date":"2020-06-16","opgaven":["SCHULDHULPVERLENING"]}""");
        post(client, "/v1/manifests/withdrawn-signature/signatures", """
                {"gemeente":"GM9302","office":"burgemeester","officeHolder":"Voorbeeld","signedOn":"2020-06-16"}""");
        post(client, "/v1/manifests/withdrawn-signature/endorsements", """
                {"endorser":"Een corporatie","endorsedOn":"2020-06-17"}""");
        Answer withdrawn = post(client, "/v1/manifests/withdrawn-signature/signatures/GM9302/withdrawal", """
                {"withdrawnOn":"2021-01-01","reason":"Nieuw college"}""");

        JsonNode signature = client.get(
                        "/v1/manifests/withdrawn-signature/signatures/GM9302",
                        "Min-Event-Position",
                        Long.toString(withdrawn.position()))
                .json();
        assertThat(signature.get("withdrawnOn").asString()).isEqualTo("2021-01-01");
        assertThat(client.get("/v1/manifests/withdrawn-signature")
                        .json()
                        .at("/endorsements/0/endorser")
                        .asString())
                .isEqualTo("Een corporatie");
        JsonNode profile = client.get("/v1/gebieden/GM9302/profile").json();
        assertThat(profile.get("manifests").values())
                .filteredOn(each -> each.get("manifest").asString().equals("withdrawn-signature"))
                .singleElement()
                .satisfies(each -> assertThat(each.get("signed").asBoolean()).isFalse());
    }

    private static void record(Client client, String period, String value) {
        post(
                client,
                "/v1/observations",
                "{\"indicator\":\"PROFILE-A\",\"gebied\":\"BU93010101\",\"period\":\"" + period + "\",\"value\":"
                        + value + "}");
    }

    private static Answer post(Client client, String path, String json) {
        Answer answer = client.post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private static JsonNode status(JsonNode profile) {
        return profile.get("manifests").values().stream()
                .filter(each -> each.get("manifest").asString().equals("profile-manifest"))
                .findFirst()
                .orElseThrow();
    }
}
