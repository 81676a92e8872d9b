package nl.gebiedsmonitor.api.gebied;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lies inside a focus area is its members, and these lie nowhere else for being so. */
class RecompositionTest {

    @ParameterizedTest
    @EnumSource
    void a_member_lies_in_the_focus_area_and_not_in_what_holds_that(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"PV61","name":"P","type":"PROVINCIE"},
                 {"code":"GM6101","name":"A","type":"GEMEENTE","parent":"PV61"},
                 {"code":"GM6102","name":"B","type":"GEMEENTE"},
                 {"code":"WK610101","name":"A1","type":"WIJK"},
                 {"code":"WK610201","name":"B1","type":"WIJK"},
                 {"code":"BU61020101","name":"B11","type":"BUURT"},
                 {"code":"SV-COMPOSED","name":"F","type":"FOCUS","parent":"GM6101","referenceYear":2024,
                  "members":["WK610101","WK610201"]}]""");
        assertThat(within(client, "SV-COMPOSED")).containsExactly("BU61020101", "WK610101", "WK610201");
        assertThat(within(client, "GM6101")).containsExactly("SV-COMPOSED", "WK610101");
        assertThat(within(client, "PV61")).containsExactly("GM6101", "SV-COMPOSED", "WK610101");

        register(client, "[{\"code\":\"BU61020102\",\"name\":\"B12\",\"type\":\"BUURT\"}]");
        assertThat(within(client, "SV-COMPOSED")).contains("BU61020102");
        assertThat(within(client, "GM6101")).containsExactly("SV-COMPOSED", "WK610101");
    }

    @ParameterizedTest
    @EnumSource
    void a_focus_area_composed_anew_leaves_nothing_behind_even_when_it_was_composed_of_its_own_parent(
            TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"GM6103","name":"C","type":"GEMEENTE"},
                 {"code":"GM6104","name":"D","type":"GEMEENTE"},
                 {"code":"WK610401","name":"D1","type":"WIJK"},
                 {"code":"SV-RETURNING","name":"F","type":"FOCUS","parent":"GM6103","referenceYear":2024,
                  "members":["GM6104"]}]""");
        compose(client, "SV-RETURNING", "\"GM6103\"");
        assertThat(within(client, "SV-RETURNING")).containsExactly("GM6103");
        compose(client, "SV-RETURNING", "\"WK610401\"");
        assertThat(within(client, "SV-RETURNING")).containsExactly("WK610401");
        assertThat(within(client, "GM6103")).containsExactly("SV-RETURNING");
        assertThat(within(client, "GM6104")).containsExactly("WK610401");
    }

    private static void register(Client client, String gebieden) {
        Answer answer = client.post("/v1/gebieden", gebieden);
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(answer.position()));
    }

    private static void compose(Client client, String focus, String members) {
        Answer answer = client.put(
                "/v1/gebieden/" + focus + "/members", "{\"members\":[" + members + "],\"referenceYear\":2025}");
        assertThat(answer.status()).as(answer.text()).isLessThan(300);
        client.get("/v1/gebieden?limit=1", "Min-Event-Position", Long.toString(answer.position()));
    }

    private static List<String> within(Client client, String outer) {
        return client.get("/v1/gebieden?within=" + outer)
                .json()
                .get("gebieden")
                .valueStream()
                .map(gebied -> gebied.get("code").asString())
                .sorted()
                .toList();
    }
}
