package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import nl.gebiedsmonitor.api.product.Client;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Structure queries of SDMX REST 2, and what is answered to them. */
class SdmxStructuresTest {

    private static final String STRUCTURE = "/sdmx/v2/structure/";

    @ParameterizedTest
    @EnumSource
    void everything_is_valid_by_the_published_schema_and_what_is_referred_to_is_there(TestDatabase database) {
        Client client = SmallSeries.of(database, "SDM-STR").client();

        Answer all = client.get(STRUCTURE + "*/*/*/*");
        assertThat(all.status()).as(all.text()).isEqualTo(200);
        assertThat(all.header("Content-Type").orElseThrow())
                .startsWith("application/vnd.sdmx.structure+json;version=2.0.0");
        PublishedSchema.STRUCTURE.assertValid(all.text());

        Answer flow = client.get(STRUCTURE + "dataflow/NL_GEBIEDSMONITOR/OBSERVATIONS/+?references=descendants");
        PublishedSchema.STRUCTURE.assertValid(flow.text());
        JsonNode data = flow.json().get("data");
        assertThat(data.propertyNames())
                .containsExactlyInAnyOrder(
                        "dataflows", "dataStructures", "conceptSchemes", "codelists", "agencySchemes");
        String structure = data.at("/dataflows/0/structure").asString();
        assertThat(structure)
                .isEqualTo(data.at("/dataStructures/0/links/0/urn").asString())
                .endsWith("DataStructure=NL_GEBIEDSMONITOR:OBSERVATIONS(1.0.0)");
        List<String> codelists = data.get("codelists").values().stream()
                .map(each -> each.at("/links/0/urn").asString())
                .toList();
        assertThat(data.at("/dataStructures/0/dataStructureComponents/dimensionList/dimensions").values().stream()
                        .map(each -> each.at("/localRepresentation/enumeration").asString()))
                .hasSize(2)
                .allMatch(codelists::contains);
    }

    @ParameterizedTest
    @EnumSource
    void the_codelists_hold_indicators_gebieden_and_statuses_with_names_in_both_languages(TestDatabase database) {
        Client client = SmallSeries.of(database, "SDM-LIST").client();

        JsonNode indicator = code(client, "CL_INDICATOR", "SDM-LIST");
        assertThat(indicator.at("/names/nl").asString()).isEqualTo("Proef");
        assertThat(indicator.at("/names/en").asString()).isEqualTo("Trial");
        assertThat(indicator.get("annotations").toString()).contains("UNIT", "score", "YEAR");
        assertThat(code(client, "CL_GEBIED", "BU66010101").get("name").asString())
                .isEqualTo("Buurt een");
        assertThat(code(client, "CL_OBS_STATUS", "Q").toString()).contains("MISSING SUPPRESSED", "onderdrukt");
    }

    private static JsonNode code(Client client, String codelist, String code) {
        JsonNode codes = client.get(STRUCTURE + "codelist/NL_GEBIEDSMONITOR/" + codelist)
                .json()
                .at("/data/codelists/0/codes");
        return StreamSupport.stream(codes.spliterator(), false)
                .filter(each -> each.get("id").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void references_and_detail_say_how_much_comes_along(TestDatabase database) {
        Client client = SmallSeries.of(database, "SDM-REF").client();

        assertThat(names(client, "datastructure")).containsExactly("dataStructures");
        assertThat(names(client, "datastructure?references=parents")).containsExactly("dataflows", "dataStructures");
        assertThat(names(client, "dataflow?references=children"))
                .containsExactly("dataflows", "dataStructures", "agencySchemes");
        assertThat(names(client, "dataflow?references=codelist")).containsExactly("dataflows", "codelists");
        assertThat(names(client, "codelist/*/CL_GEBIED?references=all&detail=referencestubs"))
                .contains("dataStructures", "conceptSchemes");

        Answer stubs = client.get(STRUCTURE + "all/NL_GEBIEDSMONITOR?detail=allstubs");
        PublishedSchema.STRUCTURE.assertValid(stubs.text());
        assertThat(stubs.json().at("/data/codelists").size()).isEqualTo(3);
        assertThat(stubs.text()).doesNotContain("codes", "SDM-REF");
        Answer asOf = client.get(STRUCTURE + "codelist/*/CL_INDICATOR?asOf=1");
        assertThat(asOf.text()).doesNotContain("SDM-REF");
    }

    private static List<String> names(Client client, String query) {
        Answer answer = client.get(STRUCTURE + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return List.copyOf(answer.json().get("data").propertyNames());
    }

    @ParameterizedTest
    @EnumSource
    void what_there_is_not_is_404_and_what_cannot_be_read_400_or_406(TestDatabase database) {
        Client client = SmallSeries.of(database, "SDM-GONE").client();

        for (String absent :
                List.of("hierarchy", "codelist/NL_GEBIEDSMONITOR/CL_FREQ", "dataflow/ECB", "dataflow/*/*/2.0.0")) {
            assertThat(client.get(STRUCTURE + absent).status()).as(absent).isEqualTo(404);
        }
        Answer faults = client.get(STRUCTURE + "dataflow/*/*/1.+.+?references=friends&detail=some");
        assertThat(faults.status()).isEqualTo(400);
        assertThat(faults.json().get("errors").size()).isEqualTo(3);
        assertThat(client.get(STRUCTURE + "dataflow", "Accept", "application/vnd.sdmx.structure+xml;version=3.0.0")
                        .status())
                .isEqualTo(406);
    }
}
