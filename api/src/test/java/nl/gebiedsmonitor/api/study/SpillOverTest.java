package nl.gebiedsmonitor.api.study;

import static nl.gebiedsmonitor.api.study.ComparisonDesk.assertRefused;
import static nl.gebiedsmonitor.api.study.ComparisonDesk.concern;
import static nl.gebiedsmonitor.api.study.ComparisonDesk.donors;
import static nl.gebiedsmonitor.api.study.ComparisonDesk.excluded;
import static nl.gebiedsmonitor.api.study.ComparisonDesk.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A measure may spill over to neighbours and work together with others; what that makes no comparison is left out. */
class SpillOverTest {

    @ParameterizedTest
    @EnumSource
    void neighbours_by_outline_and_of_the_same_wijk_are_left_out_unless_the_design_allows_them(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database);
        desk.clerk.register("GM0268", "GM0296", "GM0228", "WK026801", "WK026802", "WK026803", "WK026809");
        desk.clerk.register(
                "BU02680209",
                "BU02680100",
                "BU02680101",
                "BU02680203",
                "BU02680205",
                "BU02680320",
                "BU02680510",
                "BU02680970");
        desk.clerk.compose("SV-STU-NIJMEGEN", "BU02680209");
        desk.measure("std-grens", "BU02680209");
        List<String> near = List.of("BU02680100", "BU02680101", "BU02680203", "BU02680205", "BU02680970");
        String buurten = "\"type\":\"BUURT\",\"within\":[\"GM0268\"]";
        Map<String, String> expected = new TreeMap<>(Map.of("BU02680209", "TREATED"));
        near.forEach(code -> expected.put(code, "NEIGHBOUR"));
        Map.of("std-grens-buurt", "BU02680209", "std-grens-focus", "SV-STU-NIJMEGEN")
                .forEach((study, treated) -> {
                    JsonNode apart = desk.draft(study, "std-grens", treated)
                            .rule(buurten)
                            .registration();
                    assertThat(donors(apart)).as(treated).containsExactly("BU02680320", "BU02680510");
                    assertThat(excluded(apart)).as(treated).isEqualTo(expected);
                    assertThat(kinds(apart)).as(treated).isEmpty();
                });

        JsonNode together = desk.draft("std-grens-open", "std-grens", "BU02680209")
                .rule(buurten)
                .withNeighbours()
                .registration();
        assertThat(donors(together)).hasSize(7).containsAll(near);
        assertThat(kinds(together)).containsExactly("SPILL_OVER");
        assertThat(concern(together, "SPILL_OVER")).contains(near).doesNotContain("BU02680320", "BU02680510");

        JsonNode wijken = desk.draft("std-grens-wijk", "std-grens", "BU02680209")
                .rule("\"type\":\"WIJK\",\"within\":[\"GM0268\"]")
                .registration();
        assertThat(donors(wijken)).containsExactly("WK026803");
        assertThat(excluded(wijken))
                .isEqualTo(Map.of("WK026801", "NEIGHBOUR", "WK026802", "TREATED", "WK026809", "NEIGHBOUR"));

        desk.measure("std-grens-gemeente", "GM0268");
        JsonNode gemeenten = desk.draft("std-grens-gemeente", "std-grens-gemeente", "GM0268")
                .measures("std-grens", "std-grens-gemeente")
                .rule("\"type\":\"GEMEENTE\",\"within\":[\"GM0228\",\"GM0268\",\"GM0296\"]")
                .registration();
        assertThat(donors(gemeenten)).containsExactly("GM0228");
        assertThat(excluded(gemeenten)).isEqualTo(Map.of("GM0268", "TREATED", "GM0296", "NEIGHBOUR"));
    }

    @ParameterizedTest
    @EnumSource
    void where_no_borders_are_known_the_study_says_so(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6917");
        for (String pc4 : List.of("7901", "7902", "7903")) {
            desk.clerk.post("/v1/gebieden", """
                    {"code":"%s","name":"Naam van %s","type":"PC4","parent":"GM6917"}""".formatted(pc4, pc4));
        }
        desk.measure("std-pc4", "7901");
        JsonNode registration = desk.draft("std-pc4", "std-pc4", "7901")
                .rule("\"type\":\"PC4\",\"within\":[\"GM6917\"]")
                .registration();
        assertThat(donors(registration)).containsExactly("7902", "7903");
        assertThat(kinds(registration)).containsExactly("SPILL_OVER");
        assertThat(concern(registration, "SPILL_OVER")).contains("not known");
    }

    @ParameterizedTest
    @EnumSource
    void all_that_are_listed_and_no_comparison_are_refused_by_name(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6918");
        desk.clerk.compose("SV-STU-LIJST", "BU69180101");
        desk.measure("std-lijst", "SV-STU-LIJST");
        Draft draft = desk.draft("std-lijst", "std-lijst", "SV-STU-LIJST");
        Answer refused =
                draft.listed("BU69180101", "BU69180102", "BU69180201", "GM6918").register();
        assertThat(refused.status()).isEqualTo(409);
        Map<String, String> rules = new TreeMap<>();
        refused.json()
                .get("errors")
                .forEach(fault -> rules.put(
                        fault.get("value").asString(), fault.get("rule").asString()));
        assertThat(rules)
                .isEqualTo(Map.of(
                        "BU69180101", "donor-not-treated",
                        "BU69180102", "donor-no-neighbour",
                        "GM6918", "donor-not-treated"));

        JsonNode allowed =
                draft.listed("BU69180102", "BU69180201").withNeighbours().registration();
        assertThat(donors(allowed)).containsExactly("BU69180102", "BU69180201");
        assertThat(concern(allowed, "SPILL_OVER")).contains("BU69180102").doesNotContain("BU69180201");
    }

    @ParameterizedTest
    @EnumSource
    void another_measure_of_the_opgave_in_the_treated_is_refused_until_it_is_studied_too(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6919", "GM6920");
        desk.measure("std-samen", "WK691901");
        desk.measure("std-samen-eerder", "WK691901", "SCHULDHULPVERLENING", "2010-01-01", "2019-12-31");
        desk.measure("std-samen-later", "WK691901", "SCHULDHULPVERLENING", "2022-01-01", "2023-12-31");
        desk.measure("std-samen-ander", "WK691901", "KINDEREN_EN_JONGEREN", "2020-01-01", "2021-12-31");
        desk.measure("std-samen-breed", "GM6919");
        desk.measure("std-samen-ernaast", "WK691902");
        Draft draft = desk.draft("std-samen", "std-samen", "WK691901").listed("WK692001", "WK692002");
        desk.measure("std-samen-binnen", "BU69190101");
        desk.measure("std-samen-zelf", "WK691901");
        Answer refused = draft.register();
        assertRefused(refused, "measures-overlap");
        assertThat(refused.json().get("detail").asString())
                .contains("std-samen-binnen in BU69190101", "std-samen-zelf in WK691901")
                .doesNotContain("std-samen-eerder", "std-samen-later", "std-samen-ander", "std-samen-breed")
                .doesNotContain("std-samen-ernaast");
        assertRefused(draft.measures("std-samen", "std-samen-zelf").register(), "measures-overlap");
        JsonNode together = draft.measures("std-samen", "std-samen-zelf", "std-samen-binnen")
                .registration();
        assertThat(donors(together)).containsExactly("WK692001", "WK692002");
        assertThat(concern(together, "OTHER_MEASURES")).contains("std-samen-breed in GM6919");

        desk.measure("std-samen-deel", "BU69200101");
        desk.measure("std-samen-om", "WK692001");
        Answer around = desk.draft("std-samen-om", "std-samen-deel", "BU69200101")
                .listed("BU69200201")
                .register();
        assertRefused(around, "measures-overlap");
        assertThat(around.text()).contains("std-samen-om in WK692001");
    }
}
