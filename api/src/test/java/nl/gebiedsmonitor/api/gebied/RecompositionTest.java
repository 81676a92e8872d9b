package nl.gebiedsmonitor.api.gebied;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.Product;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A focus area that is composed anew leaves nothing behind where its old members were, and takes nothing along. */
class RecompositionTest {

    @ParameterizedTest
    @EnumSource
    void an_old_member_leaves_the_holders_of_the_focus_area_unless_it_lies_there_anyway(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"PV61","name":"P","type":"PROVINCIE"},
                 {"code":"GM6101","name":"A","type":"GEMEENTE","parent":"PV61"},
                 {"code":"GM6102","name":"B","type":"GEMEENTE"},
                 {"code":"WK610101","name":"A1","type":"WIJK"},
                 {"code":"BU61010101","name":"A11","type":"BUURT"},
                 {"code":"WK610201","name":"B1","type":"WIJK"},
                 {"code":"BU61020101","name":"B11","type":"BUURT"},
                 {"code":"WK610202","name":"B2","type":"WIJK"},
                 {"code":"SV-RECOMPOSED","name":"F","type":"FOCUS","parent":"GM6101","referenceYear":2024,
                  "members":["WK610101","WK610201","WK610202"]},
                 {"code":"SV-BESIDE","name":"G","type":"FOCUS","parent":"GM6101","referenceYear":2024,
                  "members":["WK610202"]}]""");
        assertThat(within(client, "GM6101")).contains("WK610201", "BU61020101", "WK610202");

        compose(client, "SV-RECOMPOSED", "\"BU61010101\"");

        assertThat(within(client, "SV-RECOMPOSED")).containsExactly("BU61010101");
        assertThat(within(client, "GM6101"))
                .containsExactly("BU61010101", "SV-BESIDE", "SV-RECOMPOSED", "WK610101", "WK610202");
        assertThat(within(client, "PV61"))
                .containsExactly("BU61010101", "GM6101", "SV-BESIDE", "SV-RECOMPOSED", "WK610101", "WK610202");
        assertThat(within(client, "GM6102")).containsExactly("BU61020101", "WK610201", "WK610202");
        assertThat(within(client, "WK610201")).containsExactly("BU61020101");
        assertThat(within(client, "SV-BESIDE")).containsExactly("WK610202");
        assertThat(client.get("/v1/gebieden?within=NL&q=61020101").text()).contains("BU61020101");
    }

    @ParameterizedTest
    @EnumSource
    void a_member_that_comes_back_is_inside_again(TestDatabase database) {
        Client client = Product.on(database).client();
        register(client, """
                [{"code":"GM6103","name":"C","type":"GEMEENTE"},
                 {"code":"GM6104","name":"D","type":"GEMEENTE"},
                 {"code":"WK610401","name":"D1","type":"WIJK"},
                 {"code":"SV-RETURNING","name":"F","type":"FOCUS","parent":"GM6103","referenceYear":2024,
                  "members":["GM6104"]}]""");
        compose(client, "SV-RETURNING", "\"GM6103\"");
        assertThat(within(client, "GM6103")).doesNotContain("GM6104", "WK610401");
        compose(client, "SV-RETURNING", "\"WK610401\"");
        assertThat(within(client, "GM6103"))
                .contains("SV-RETURNING", "WK610401")
                .doesNotContain("GM6104");
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
