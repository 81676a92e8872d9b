package nl.gebiedsmonitor.api.gebied;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The register of gebieden as it is read: what lies in what, by code, by what was stated, and by composition. */
class GebiedenTest {

    @ParameterizedTest
    @EnumSource
    void a_gebied_lies_in_all_that_its_code_its_parent_and_its_composition_say(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"BU91010101","name":"Eerste buurt","type":"BUURT"},
                 {"code":"BU91010102","name":"Tweede buurt","type":"BUURT"},
                 {"code":"WK910101","name":"Eerste wijk","type":"WIJK"},
                 {"code":"GM9101","name":"Gemeente","type":"GEMEENTE","parent":"PV91"},
                 {"code":"PV91","name":"Provincie","type":"PROVINCIE"},
                 {"code":"9101","name":"Postcode","type":"PC4","parent":"GM9101"},
                 {"code":"SV-TEST-WITHIN","name":"Focus","type":"FOCUS","parent":"GM9101",
                  "members":["WK910101"],"referenceYear":2024}]""");

        assertThat(within(client, "WK910101")).containsExactly("BU91010101", "BU91010102");
        assertThat(within(client, "GM9101"))
                .containsExactly("9101", "BU91010101", "BU91010102", "SV-TEST-WITHIN", "WK910101");
        assertThat(within(client, "PV91"))
                .containsExactly("9101", "BU91010101", "BU91010102", "GM9101", "SV-TEST-WITHIN", "WK910101");
        assertThat(within(client, "SV-TEST-WITHIN")).containsExactly("BU91010101", "BU91010102", "WK910101");
    }

    @ParameterizedTest
    @EnumSource
    void a_focus_area_composed_anew_holds_its_new_members_only(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"BU91020101","name":"Eerste buurt","type":"BUURT"},
                 {"code":"BU91020102","name":"Tweede buurt","type":"BUURT"},
                 {"code":"SV-TEST-ANEW","name":"Focus","type":"FOCUS","members":["BU91020101"],"referenceYear":2020}]""");
        assertThat(within(client, "SV-TEST-ANEW")).containsExactly("BU91020101");

        Answer composed = client.put(
                "/v1/gebieden/SV-TEST-ANEW/members", "{\"members\":[\"BU91020102\"],\"referenceYear\":2024}");
        assertThat(composed.status()).as(composed.text()).isEqualTo(200);

        String position = Long.toString(composed.position());
        assertThat(within(client, "SV-TEST-ANEW", "Min-Event-Position", position))
                .containsExactly("BU91020102");
        JsonNode focus = client.get("/v1/gebieden/SV-TEST-ANEW").json();
        assertThat(focus.get("referenceYear").asInt()).isEqualTo(2024);
        assertThat(focus.get("compositionStatus").asString()).isEqualTo("ESTABLISHED");
    }

    @ParameterizedTest
    @EnumSource
    void a_renamed_and_then_closed_gebied_shows_its_name_and_successors(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"GM9103","name":"Oud","type":"GEMEENTE"},{"code":"GM9104","name":"Nieuw","type":"GEMEENTE"}]""");
        client.put("/v1/gebieden/GM9103/name", "{\"name\":\"Anders\"}");
        Answer closed =
                client.post("/v1/gebieden/GM9103/closure", "{\"closedOn\":\"2021-01-01\",\"successors\":[\"GM9104\"]}");

        JsonNode gebied = client.get("/v1/gebieden/GM9103", "Min-Event-Position", Long.toString(closed.position()))
                .json();
        assertThat(gebied.get("name").asString()).isEqualTo("Anders");
        assertThat(gebied.get("closedOn").asString()).isEqualTo("2021-01-01");
        assertThat(gebied.get("successors").values())
                .extracting(JsonNode::asString)
                .containsExactly("GM9104");
        assertThat(client.put("/v1/gebieden/GM9103/name", "{\"name\":\"Weer anders\"}")
                        .status())
                .isEqualTo(409);
    }

    /** Haaren was divided over four gemeenten; these shares are made up. */
    @ParameterizedTest
    @EnumSource
    void a_gebied_is_closed_with_the_share_of_each_successor(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"GM0788","name":"Haaren","type":"GEMEENTE"},{"code":"GM0757","name":"Boxtel","type":"GEMEENTE"},
                 {"code":"GM0824","name":"Oisterwijk","type":"GEMEENTE"},{"code":"GM0855","name":"Tilburg","type":"GEMEENTE"},
                 {"code":"GM0865","name":"Vught","type":"GEMEENTE"}]""");
        Answer closed = client.post("/v1/gebieden/GM0788/closure", """
                {"closedOn":"2021-01-01","successors":["GM0757","GM0824","GM0855","GM0865"],
                 "shareBasis":"ADDRESSES","shares":{"GM0757":0.1,"GM0824":0.3,"GM0855":0.2,"GM0865":0.4}}""");
        assertThat(closed.status()).as(closed.text()).isEqualTo(201);

        JsonNode event = client.get("/v1/feed?limit=1&after=" + (closed.position() - 1))
                .json()
                .get(0);
        assertThat(event.at("/data/shares").toString()).isEqualTo("""
                {"basis":"ADDRESSES","shares":{"GM0757":0.1,"GM0824":0.3,"GM0855":0.2,"GM0865":0.4}}""");
        assertThat(client.get("/v1/gebieden/GM0788", "Min-Event-Position", Long.toString(closed.position()))
                        .json()
                        .get("successors")
                        .size())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void pages_show_every_gebied_once_and_in_order_and_q_finds_names_in_any_case(TestDatabase database) {
        Client client = Product.on(database).client();
        List<String> codes =
                IntStream.range(0, 25).mapToObj("BU9105%04d"::formatted).toList();
        register(
                client,
                codes.stream()
                        .map(code ->
                                "{\"code\":\"" + code + "\",\"name\":\"Zoekterm 50% " + code + "\",\"type\":\"BUURT\"}")
                        .collect(java.util.stream.Collectors.joining(",", "[", "]")));

        List<String> seen = new ArrayList<>();
        String next = "/v1/gebieden?type=BUURT&within=GM9105&limit=7";
        while (next != null) {
            Answer page = client.get(next);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            seen.addAll(codes(page));
            next = page.next().orElse(null);
        }
        assertThat(seen).isEqualTo(codes);
        assertThat(codes(client.get("/v1/gebieden?q=zoekTERM%2050%25%20bu91050003")))
                .containsExactly("BU91050003");
        assertThat(codes(client.get("/v1/gebieden?q=zoekterm%2050_"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_link_to_the_next_page_asks_the_same_question_whatever_signs_are_in_it(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"GM9106","name":"'s-Énschot & Één/Twee 100%","type":"GEMEENTE"},
                 {"code":"GM9107","name":"'s-Énschot & Één/Twee 100%","type":"GEMEENTE"}]""");

        Answer first = client.get("/v1/gebieden?limit=1&q=%27s-%C3%89nschot%20%26+%C3%89%C3%A9n%2FTwee%20100%25");
        assertThat(codes(first)).containsExactly("GM9106");
        assertThat(codes(client.get(first.next().orElseThrow()))).containsExactly("GM9107");
    }

    private static void register(Client client, String gebieden) {
        Answer answer = client.post("/v1/gebieden", gebieden);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(answer.position()));
    }

    private static List<String> within(Client client, String outer, String... headers) {
        return codes(client.get("/v1/gebieden?within=" + outer, headers));
    }

    private static List<String> codes(Answer page) {
        return page.json().get("gebieden").values().stream()
                .map(gebied -> gebied.get("code").asString())
                .toList();
    }
}
