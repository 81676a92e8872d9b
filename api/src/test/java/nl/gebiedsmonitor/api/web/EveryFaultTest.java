package nl.gebiedsmonitor.api.web;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is posted is told all that is wrong with it at once, each fault with its field. */
class EveryFaultTest {

    private static final String LONG = "x".repeat(201);

    @ParameterizedTest
    @EnumSource
    void of_an_indicator_texts_numbers_and_range_are_told_together(TestDatabase database) {
        Answer answer = Product.on(database).client().post("/v1/indicators", """
                {"code":"EVERY-FAULT","nameNl":"LONG","nameEn":" ","unit":"LONG","frequency":"YEAR","dimension":"a\\tb",
                 "min":2,"max":1,"decimals":99,"source":"LONG","disclosureThreshold":0}""".replace("LONG", LONG));
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "nameNl name-nl",
                        "nameEn name-en",
                        "unit unit",
                        "dimension dimension",
                        "source source",
                        "decimals decimals",
                        "max range",
                        "disclosureThreshold disclosure-threshold");
    }

    @ParameterizedTest
    @EnumSource
    void of_a_measure_texts_and_period_are_told_together(TestDatabase database) {
        Answer answer = Product.on(database).client().post("/v1/measures", """
                {"id":"every-fault","gebied":"GM6001","opgave":"SCHULDHULPVERLENING","title":"LONG","description":"",
                 "plannedFrom":"2024-02-01","plannedTo":"2024-01-31","leadOrganisation":"LONG",
                 "targetIndicators":[INDICATORS]}""".replace("LONG", LONG)
                .replace("INDICATORS", many(101, "\"I-%d\"")));
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "title measure-title",
                        "description measure-description",
                        "plannedTo planned-period-in-order",
                        "leadOrganisation lead-organisation",
                        "targetIndicators target-indicators");
    }

    @ParameterizedTest
    @EnumSource
    void of_a_manifest_texts_and_lists_are_told_together(TestDatabase database) {
        Answer answer = Product.on(database).client().post("/v1/manifests", """
                {"slug":"every-fault","title":"LONG","date":"2020-06-16","addressees":[MANY],"ministries":["LONG"],
                 "opgaven":[],"focusAreas":["GM6001"]}""".replace("LONG", LONG)
                .replace("MANY", many(8000, "\"Lid %d\"")));
        assertThat(faults(answer))
                .containsExactlyInAnyOrder(
                        "title manifest-title",
                        "addressees addressees",
                        "ministries ministry",
                        "opgaven manifest-opgaven",
                        "focusAreas manifest-focus-areas");
    }

    @ParameterizedTest
    @EnumSource
    void of_a_signature_an_endorsement_and_a_withdrawal_texts_are_told_together(TestDatabase database) {
        Client client = Product.on(database).client();
        assertThat(faults(client.post("/v1/manifests/every-fault/signatures", """
                        {"gemeente":"WK600101","office":"LONG","officeHolder":"a\\nb","signedOn":"2020-06-16"}""".replace("LONG", LONG))))
                .containsExactlyInAnyOrder(
                        "gemeente signatory-is-gemeente", "office office", "officeHolder office-holder");
        assertThat(faults(client.post("/v1/manifests/every-fault/endorsements", """
                        {"endorser":"LONG","office":" ","endorsedOn":"16-06-2020"}""".replace("LONG", LONG))))
                .containsExactlyInAnyOrder("endorser endorser", "office office", "endorsedOn date");
        assertThat(faults(client.post("/v1/manifests/every-fault/withdrawal", """
                        {"withdrawnOn":"morgen","reason":"%s"}""".formatted("x".repeat(1001)))))
                .containsExactlyInAnyOrder("withdrawnOn date", "reason reason");
    }

    @ParameterizedTest
    @EnumSource
    void of_a_gebied_name_members_and_parent_are_told_by_their_fields(TestDatabase database) {
        Client client = Product.on(database).client();
        assertThat(faults(client.post(
                        "/v1/gebieden", """
                        {"code":"SV-EVERY-FAULT","name":"LONG","type":"FOCUS","members":[MANY],"referenceYear":2024}""".replace("LONG", LONG).replace("MANY", many(5001, "\"WK%06d\"")))))
                .containsExactlyInAnyOrder("name gebied-name", "members composition-members");
        assertThat(faults(client.post("/v1/gebieden", """
                        {"code":"GM6002","name":"Proef","type":"GEMEENTE","parent":"WK600201"}"""))).containsExactly("parent gebied-parent");
        assertThat(faults(client.put("/v1/gebieden/GM6001/name", "{\"name\":\"a\\nb\"}")))
                .containsExactly("name gebied-name");
        assertThat(faults(client.put(
                        "/v1/gebieden/SV-EVERY-FAULT/members", "{\"members\":[\"1011\"],\"referenceYear\":1}")))
                .containsExactly("referenceYear reference-year");
        assertThat(faults(client.post(
                        "/v1/gebieden/GM6001/closure",
                        "{\"closedOn\":\"2024-1-1\",\"successors\":[" + many(101, "\"WK%06d\"") + "]}")))
                .containsExactlyInAnyOrder("closedOn date", "successors successors");
    }

    @ParameterizedTest
    @EnumSource
    void of_a_closure_each_share_the_basis_and_what_they_add_up_to_are_told_together(TestDatabase database) {
        assertThat(closureFaults(
                        database,
                        "'shareBasis':'HOUSES','shares':{'GM6003':0,'GM6004':1.5,'GM-6005':0.5,'GM6006':null}"))
                .containsExactlyInAnyOrder(
                        "closedOn date",
                        "shareBasis share-basis",
                        "shares successor-share",
                        "shares successor-share",
                        "shares gebied-code",
                        "shares required");
        assertThat(closureFaults(database, "'shares':{'GM6003':0.5,'GM6005':0.25}"))
                .containsExactlyInAnyOrder("closedOn date", "shareBasis required", "shares shares-add-up");
        assertThat(closureFaults(database, "'shareBasis':'ADDRESSES','shares':{'GM6003':0.5,'GM6005':0.5}"))
                .containsExactlyInAnyOrder("closedOn date", "shares shares-of-successors");
        assertThat(closureFaults(database, "'shareBasis':'ADDRESSES','shares':{}"))
                .containsExactlyInAnyOrder("closedOn date", "shares successor-shares");
        assertThat(closureFaults(database, "'shareBasis':'ADDRESSES'"))
                .containsExactlyInAnyOrder("closedOn date", "shares required");
    }

    private static List<String> closureFaults(TestDatabase database, String shares) {
        String body = "{'closedOn':'2024-1-1','successors':['GM6003','GM6004']," + shares + "}";
        return faults(Product.on(database).client().post("/v1/gebieden/GM6001/closure", body.replace('\'', '"')));
    }

    @ParameterizedTest
    @EnumSource
    void a_date_is_written_in_one_way_and_lies_in_three_centuries(TestDatabase database) {
        Client client = Product.on(database).client();
        for (String wrong : List.of(
                "+999999999-01-01",
                "-2020-01-01",
                "1899-12-31",
                "2200-01-01",
                "2023-02-29",
                "2020-6-16",
                "20200616",
                "2020-06-16T00:00:00Z",
                " 2020-06-16")) {
            assertThat(faults(client.post("/v1/measures", """
                            {"id":"every-fault","gebied":"GM6001","opgave":"SCHULDHULPVERLENING","title":"Proef",
                             "plannedFrom":"%s","leadOrganisation":"Gemeente"}""".formatted(wrong))))
                    .as(wrong)
                    .containsExactly("plannedFrom date");
        }
    }

    private static String many(int count, String format) {
        return IntStream.range(0, count).mapToObj(format::formatted).collect(joining(","));
    }

    private static List<String> faults(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return StreamSupport.stream(answer.json().get("errors").spliterator(), false)
                .map(error -> error.path("field").asString("") + " "
                        + error.path("rule").asString(""))
                .toList();
    }
}
