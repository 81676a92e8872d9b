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

/** Which gebieden a study compares with, by a list or a rule, and which it may not. */
class ComparisonGebiedenTest {

    @ParameterizedTest
    @EnumSource
    void a_rule_finds_all_of_a_type_that_lie_in_some_gebieden_or_are_these(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6901", "GM6902");
        desk.measure("std-waar", "BU69010101");
        JsonNode buurten = desk.draft("std-waar-buurt", "std-waar", "BU69010101")
                .rule("\"type\":\"BUURT\",\"within\":[\"GM6902\",\"WK690102\"]")
                .registration();
        assertThat(donors(buurten))
                .containsExactly("BU69010201", "BU69010202", "BU69020101", "BU69020102", "BU69020201", "BU69020202");
        assertThat(excluded(buurten)).isEmpty();
        assertThat(desk.client.get("/v1/effect-studies/std-waar-buurt/protocol").text())
                .contains("comparison within: GM6902\n", "comparison gebied: BU69020202\n")
                .doesNotContain("comparison gebied: BU690101");

        JsonNode wijken = desk.draft("std-waar-wijk", "std-waar", "BU69010101")
                .rule("\"type\":\"WIJK\",\"within\":[\"GM6901\",\"WK690201\"]")
                .registration();
        assertThat(donors(wijken)).containsExactly("WK690102", "WK690201");
        assertThat(excluded(wijken)).containsOnly(Map.entry("WK690101", "TREATED"));

        JsonNode anywhere = desk.draft("std-waar-dan-ook", "std-waar", "BU69010101")
                .rule("\"type\":\"GEMEENTE\"")
                .registration();
        assertThat(donors(anywhere)).contains("GM6902").doesNotContain("GM6901").isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void treated_without_a_measure_of_the_study_are_told_by_their_name(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6966", "GM6967");
        desk.measure("std-leeg", "BU69660101");
        JsonNode registration = desk.draft("std-leeg", "std-leeg", "BU69660101")
                .treated("BU69660101 2021", "BU69660102 2021")
                .listed("BU69660201", "BU69660202")
                .registration();
        assertThat(concern(registration, "OTHER_MEASURES"))
                .contains("No measure of the study is taken in some of the treated: BU69660102");

        desk.measure("std-rondom", "WK696701");
        JsonNode around = desk.draft("std-rondom", "std-rondom", "BU69670101")
                .treated("BU69670101 2021", "BU69670102 2021")
                .listed("BU69670201", "BU69670202")
                .registration();
        assertThat(concern(around, "OTHER_MEASURES")).doesNotContain("No measure of the study");
    }

    @ParameterizedTest
    @EnumSource
    void what_a_rule_found_stays_the_comparison_whatever_comes_to_meet_it(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6903");
        desk.measure("std-vast", "BU69030101");
        String rule = "\"type\":\"BUURT\",\"within\":[\"WK690302\"]";
        desk.draft("std-vast", "std-vast", "BU69030101").rule(rule).registration();
        desk.clerk.register("BU69030203");
        assertThat(donors(desk.clerk.json("/v1/effect-studies/std-vast").at("/protocols/0/registration")))
                .containsExactly("BU69030201", "BU69030202");
        assertThat(donors(desk.draft("std-vast-later", "std-vast", "BU69030101")
                        .rule(rule)
                        .registration()))
                .containsExactly("BU69030201", "BU69030202", "BU69030203");
    }

    @ParameterizedTest
    @EnumSource
    void the_treated_what_lies_in_them_and_what_they_lie_in_are_never_found(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6904", "GM6905");
        desk.clerk.compose("SV-STU-OM", "BU69040101", "BU69050101");
        desk.clerk.compose("SV-STU-LOS", "BU69040201", "BU69050101");
        desk.measure("std-zelf", "WK690401");
        Map<String, String> rules = new TreeMap<>(Map.of(
                "buurt", "\"type\":\"BUURT\",\"within\":[\"GM6904\"]",
                "wijk", "\"type\":\"WIJK\",\"within\":[\"GM6904\"]",
                "gemeente", "\"type\":\"GEMEENTE\",\"within\":[\"GM6904\",\"GM6905\"]",
                "focus", "\"type\":\"FOCUS\",\"within\":[\"SV-STU-OM\",\"SV-STU-LOS\"]"));
        Map<String, List<String>> found = new TreeMap<>();
        Map<String, Map<String, String>> not = new TreeMap<>();
        rules.forEach((type, rule) -> {
            JsonNode registration = desk.draft("std-zelf-" + type, "std-zelf", "WK690401")
                    .rule(rule)
                    .withNeighbours()
                    .registration();
            found.put(type, donors(registration));
            not.put(type, excluded(registration));
        });
        assertThat(found)
                .containsEntry("buurt", List.of("BU69040201", "BU69040202"))
                .containsEntry("wijk", List.of("WK690402"))
                .containsEntry("gemeente", List.of("GM6905"))
                .containsEntry("focus", List.of("SV-STU-LOS"));
        assertThat(not)
                .containsEntry("buurt", Map.of("BU69040101", "TREATED", "BU69040102", "TREATED"))
                .containsEntry("wijk", Map.of("WK690401", "TREATED"))
                .containsEntry("gemeente", Map.of("GM6904", "TREATED"))
                .containsEntry("focus", Map.of("SV-STU-OM", "TREATED"));
    }

    @ParameterizedTest
    @EnumSource
    void signatories_are_the_gemeenten_whose_signature_stands(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6906", "GM6907", "GM6908", "GM6909");
        desk.measure("std-tekenaars", "BU69060101");
        desk.manifest("std-manifest");
        Draft draft = desk.draft("std-tekenaars", "std-tekenaars", "BU69060101")
                .rule("\"type\":\"GEMEENTE\",\"signatoriesOf\":\"std-manifest\"");
        assertRefused(draft.register(), "manifest-signed");
        for (String gemeente : List.of("GM6906", "GM6907", "GM6908")) {
            desk.clerk.post("/v1/manifests/std-manifest/signatures", """
                    {"gemeente":"%s","office":"burgemeester","officeHolder":"Voorbeeld","signedOn":"2020-06-16"}""".formatted(gemeente));
        }
        desk.clerk.post("/v1/manifests/std-manifest/endorsements", """
                {"endorser":"GM6909","endorsedOn":"2020-06-17"}""");
        desk.clerk.post("/v1/manifests/std-manifest/signatures/GM6908/withdrawal", """
                {"withdrawnOn":"2021-01-01","reason":"Nieuw college"}""");

        JsonNode gemeenten = draft.registration();
        assertThat(donors(gemeenten)).containsExactly("GM6907");
        assertThat(excluded(gemeenten))
                .as("its own gemeente is not another one")
                .isEmpty();
        JsonNode buurten = desk.draft("std-tekenaars-buurt", "std-tekenaars", "BU69060101")
                .rule("\"type\":\"BUURT\",\"signatoriesOf\":\"std-manifest\"")
                .registration();
        assertThat(donors(buurten)).containsExactly("BU69070101", "BU69070102", "BU69070201", "BU69070202");
    }

    @ParameterizedTest
    @EnumSource
    void classes_are_those_of_the_scores_in_the_period_that_is_said(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6910", "GM6911");
        desk.measure("std-klassen", "BU69100101");
        desk.clerk.deliver(
                "LBM-AFW",
                "BU69110101 2008 -0.5",
                "BU69110102 2008 -0.3",
                "BU69110201 2008 -0.2",
                "GM6911 2008 -0.3",
                "BU69110202 2009 -0.3");
        String within = "\"type\":\"BUURT\",\"within\":[\"GM6911\"],\"classes\":";
        String model = "{\"model\":\"leefbaarometer-3.0:1\",\"period\":\"%s\",\"from\":%d,\"to\":%d}";
        assertThat(donors(desk.draft("std-klassen-laag", "std-klassen", "BU69100101")
                        .rule(within + model.formatted("2008", 1, 3))
                        .registration()))
                .containsExactly("BU69110101", "BU69110102");
        assertThat(donors(desk.draft("std-klassen-hoger", "std-klassen", "BU69100101")
                        .rule(within + model.formatted("2008", 3, 4))
                        .registration()))
                .containsExactly("BU69110102", "BU69110201");
        assertThat(donors(desk.draft("std-klassen-jaar", "std-klassen", "BU69100101")
                        .rule(within + model.formatted("2009", 1, 9))
                        .registration()))
                .containsExactly("BU69110202");
        assertRefused(
                desk.draft("std-klassen-geen", "std-klassen", "BU69100101")
                        .rule(within + model.formatted("2008", 8, 9))
                        .register(),
                "donors-found");
    }

    @ParameterizedTest
    @EnumSource
    void gebieden_with_a_measure_of_the_opgave_in_them_around_them_or_inside_them_are_left_out(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6912", "GM6913", "GM6914");
        desk.measure("std-zonder", "BU69120101");
        desk.measure("std-zonder-in", "BU69130101");
        desk.measure("std-zonder-om", "WK691302");
        desk.measure("std-zonder-gemeente", "GM6914");
        String without = "\"withoutMeasureOf\":\"SCHULDHULPVERLENING\",\"type\":";
        JsonNode buurten = desk.draft("std-zonder-buurt", "std-zonder", "BU69120101")
                .rule(without + "\"BUURT\",\"within\":[\"GM6913\",\"GM6914\"]")
                .registration();
        assertThat(donors(buurten)).containsExactly("BU69130102");
        assertThat(excluded(buurten).keySet())
                .containsExactly(
                        "BU69130101",
                        "BU69130201",
                        "BU69130202",
                        "BU69140101",
                        "BU69140102",
                        "BU69140201",
                        "BU69140202");
        assertThat(excluded(buurten).values()).containsOnly("OTHER_MEASURE");
        assertThat(kinds(buurten)).doesNotContain("OTHER_MEASURES");

        JsonNode wijken = desk.draft("std-zonder-wijk", "std-zonder", "BU69120101")
                .rule(without + "\"WIJK\",\"within\":[\"WK691202\",\"GM6913\"]")
                .registration();
        assertThat(donors(wijken)).containsExactly("WK691202");
        assertThat(excluded(wijken)).isEqualTo(Map.of("WK691301", "OTHER_MEASURE", "WK691302", "OTHER_MEASURE"));

        JsonNode all = desk.draft("std-zonder-niet", "std-zonder", "BU69120101")
                .rule("\"type\":\"BUURT\",\"within\":[\"GM6913\",\"GM6914\"]")
                .registration();
        assertThat(donors(all)).hasSize(8);
        assertThat(concern(all, "OTHER_MEASURES"))
                .contains(
                        "std-zonder-in in BU69130101",
                        "std-zonder-om in WK691302",
                        "not around all the treated: std-zonder-gemeente in GM6914");

        desk.measure("std-zonder-breed", "GM6912");
        JsonNode alike = desk.draft("std-zonder-alle", "std-zonder", "BU69120101")
                .rule(without + "\"WIJK\",\"within\":[\"GM6912\",\"GM6913\"]")
                .registration();
        assertThat(donors(alike))
                .as("the treated have that of the gemeente, too")
                .containsExactly("WK691202");
    }

    @ParameterizedTest
    @EnumSource
    void a_measure_that_ended_before_the_study_or_is_of_another_opgave_keeps_no_gebied_out(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6915", "GM6916");
        desk.measure("std-eerder", "BU69150101");
        desk.measure("std-eerder-gepland", "BU69160101", "SCHULDHULPVERLENING", "2010-01-01", "2019-12-31");
        desk.measure("std-eerder-klaar", "BU69160102", "SCHULDHULPVERLENING", "2010-01-01", "2030-12-31");
        desk.step("std-eerder-klaar", "RUNNING", "2010-01-01");
        desk.step("std-eerder-klaar", "COMPLETED", "2019-12-31");
        desk.measure("std-eerder-net-niet", "BU69160201", "SCHULDHULPVERLENING", "2010-01-01", "2020-01-01");
        desk.measure("std-eerder-ander", "BU69160202", "KINDEREN_EN_JONGEREN", "2020-01-01", "2021-12-31");
        JsonNode registration = desk.draft("std-eerder", "std-eerder", "BU69150101")
                .rule("\"type\":\"BUURT\",\"within\":[\"GM6916\"],\"withoutMeasureOf\":\"SCHULDHULPVERLENING\"")
                .registration();
        assertThat(donors(registration)).containsExactly("BU69160101", "BU69160102", "BU69160202");
        assertThat(excluded(registration)).containsOnly(Map.entry("BU69160201", "OTHER_MEASURE"));
    }

    /** Buurten of Nijmegen, by their outlines: of another wijk, of the same that border, of the same that do not, and far. */
    @ParameterizedTest
    @EnumSource
    void a_rule_that_finds_nothing_or_names_what_is_not_there_is_refused(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6921");
        desk.measure("std-niets", "BU69210101");
        Draft draft = desk.draft("std-niets", "std-niets", "BU69210101");
        assertRefused(draft.rule("\"type\":\"WIJK\",\"within\":[\"WK692101\"]").register(), "donors-found");
        assertRefused(draft.rule("\"type\":\"BUURT\",\"within\":[\"WK692101\"]").register(), "donors-found");
        assertRefused(
                draft.rule("\"type\":\"BUURT\",\"signatoriesOf\":\"std-bestaat-niet\"")
                        .register(),
                "manifest-known");
        for (String model : List.of("std-bestaat-niet:1", "leefbaarometer-3.0:7")) {
            Answer refused = draft.rule("\"type\":\"BUURT\",\"classes\":{\"model\":\"" + model
                            + "\",\"period\":\"2008\",\"from\":1,\"to\":9}")
                    .register();
            assertRefused(refused, "score-model-known");
            assertThat(refused.text()).contains(model);
        }
        assertThat(desk.clerk.json("/v1/effect-studies/std-niets").get("status").asString())
                .isEqualTo("DESIGNED");
    }

    @ParameterizedTest
    @EnumSource
    void where_the_measure_is_taken_too_is_no_comparison(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6922");
        desk.measure("std-ook", "WK692201");
        Draft draft = desk.draft("std-ook", "std-ook", "BU69220101");
        JsonNode found =
                draft.rule("\"type\":\"BUURT\",\"within\":[\"GM6922\"]").registration();
        assertThat(donors(found)).containsExactly("BU69220201", "BU69220202");
        assertThat(excluded(found)).isEqualTo(Map.of("BU69220101", "TREATED", "BU69220102", "SAME_MEASURE"));
        assertRefused(
                desk.draft("std-ook-lijst", "std-ook", "BU69220101")
                        .listed("BU69220102", "BU69220201")
                        .register(),
                "donor-without-the-measure");
    }

    @ParameterizedTest
    @EnumSource
    void the_same_ground_is_one_unit(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6923");
        desk.measure("std-grond", "WK692301");
        assertRefused(
                desk.draft("std-grond", "std-grond", "BU69230101")
                        .treated("WK692301 2021", "BU69230101 2021")
                        .listed("BU69230201")
                        .register(),
                "ground-once");
        assertRefused(
                desk.draft("std-grond-lijst", "std-grond", "BU69230101")
                        .listed("WK692302", "BU69230201")
                        .register(),
                "ground-once");
    }

    /** A focus area lies in no gemeente by itself; its members do. */
    @ParameterizedTest
    @EnumSource
    void the_gemeente_of_the_members_of_a_focus_area_is_no_other_signatory(TestDatabase database) {
        ComparisonDesk desk = new ComparisonDesk(database, "GM6924", "GM6925");
        desk.clerk.compose("SV-STD-EIGEN", "BU69240101", "BU69240102");
        desk.clerk.compose("SV-STD-DEZE", "BU69250101", "BU69250102");
        desk.clerk.compose("SV-STD-DIE", "BU69250102", "BU69250201");
        desk.measure("std-eigen", "SV-STD-EIGEN");
        desk.manifest("std-eigen-manifest");
        for (String gemeente : List.of("GM6924", "GM6925")) {
            desk.clerk.post("/v1/manifests/std-eigen-manifest/signatures", """
                    {"gemeente":"%s","office":"burgemeester","officeHolder":"Voorbeeld","signedOn":"2020-06-16"}""".formatted(gemeente));
        }
        JsonNode found = desk.draft("std-eigen", "std-eigen", "SV-STD-EIGEN")
                .rule("\"type\":\"WIJK\",\"signatoriesOf\":\"std-eigen-manifest\"")
                .registration();
        assertThat(donors(found)).containsExactly("WK692501", "WK692502");
        assertRefused(
                desk.draft("std-eigen-lijst", "std-eigen", "SV-STD-EIGEN")
                        .listed("SV-STD-DEZE", "SV-STD-DIE")
                        .register(),
                "ground-once");
    }
}
