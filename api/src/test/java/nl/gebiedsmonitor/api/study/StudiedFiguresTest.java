package nl.gebiedsmonitor.api.study;

import static nl.gebiedsmonitor.api.study.FiguresDesk.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import nl.gebiedsmonitor.api.product.Client.Answer;
import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The figures that a study is computed from: composed, missing or hidden. Every estimate here can be made by hand. */
class StudiedFiguresTest {

    private static final String THRESHOLD = "\"disclosureThreshold\":5";
    private static final String SUM = "\"aggregation\":\"SUM\"";

    /** The mean by inhabitants of the two buurten goes from 17.5 to 20, that of the comparison up by 2. */
    @ParameterizedTest
    @EnumSource
    void a_focus_area_without_figures_of_its_own_is_studied_by_those_of_its_members(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6951", "STD-CIJFER");
        desk.clerk.define("STD-INWONERS", SUM);
        desk.clerk.define("STD-CIJFER", "\"aggregation\":\"MEAN(STD-INWONERS)\"");
        desk.clerk.compose("SV-STU-SAMEN", "BU69510101", "BU69510102");
        desk.clerk.deliver(
                "STD-INWONERS",
                "BU69510101 2020 100",
                "BU69510102 2020 300",
                "BU69510101 2021 200",
                "BU69510102 2021 200");
        desk.clerk.deliver(
                "STD-CIJFER", "BU69510101 2020 10", "BU69510102 2020 20", "BU69510101 2021 12", "BU69510102 2021 28");
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading =
                desk.draft("std-samengesteld", "SV-STU-SAMEN 2021").begin().read();

        JsonNode result = desk.result(reading);
        assertThat(result.at("/finding/estimate").asDouble()).isCloseTo(2.5 - 2, within(1e-12));
        assertThat(result.at("/finding/treatedUnits").asInt()).isEqualTo(1);
        JsonNode aggregate = desk.clerk
                .json("/v1/observations/aggregate?indicator=STD-CIJFER&gebied=SV-STU-SAMEN")
                .get("observations");
        assertThat(desk.panel(reading).lines().filter(line -> line.startsWith("SV-STU-SAMEN")))
                .containsExactly(
                        "SV-STU-SAMEN,2020," + aggregate.at("/0/value").asDouble() + ",0",
                        "SV-STU-SAMEN,2021," + aggregate.at("/1/value").asDouble() + ",1")
                .containsExactly("SV-STU-SAMEN,2020,17.5,0", "SV-STU-SAMEN,2021,20.0,1");
    }

    @ParameterizedTest
    @EnumSource
    void a_suppressed_figure_is_missing_and_refused_by_the_name_of_its_gebied(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6952", "STD-ACHTER");
        desk.clerk.define("STD-ACHTER", SUM, THRESHOLD);
        desk.clerk.deliver("STD-ACHTER", "BU69520101 2020 60", "BU69520101 2021 70");
        desk.compared("30", "31", "40", "43", "50", HIDDEN);
        Draft draft = desk.draft("std-geweigerd", "BU69520101 2021").begin();
        String reading = draft.read();

        JsonNode result = desk.result(reading);
        assertThat(result.has("finding")).as(result.toString()).isFalse();
        assertThat(result.get("refusal").asString()).isEqualTo("There is no figure of BU69520203 in 2021.");
        assertThat(desk.client.get(reading + "/chart").status()).isEqualTo(409);
        Answer panel = desk.client.get(reading + "/panel?outcome=STD-ACHTER&estimator=DID");
        assertThat(panel.status()).isEqualTo(409);
        assertThat(panel.text()).contains("BU69520203 in 2021");
        desk.assertSilent(reading);
    }

    @ParameterizedTest
    @EnumSource
    void a_gebied_with_a_suppressed_figure_is_left_out_where_the_design_says_so(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6953", "STD-WEG");
        desk.clerk.define("STD-WEG", SUM, THRESHOLD);
        desk.clerk.deliver("STD-WEG", "BU69530101 2020 60", "BU69530101 2021 70");
        desk.compared("30", "31", "40", "43", "50", HIDDEN);
        String reading = desk.draft("std-weggelaten", "BU69530101 2021")
                .estimated("\"estimators\":[\"DID\"],\"missing\":\"DROP_GEBIEDEN\"")
                .begin()
                .read();

        JsonNode result = desk.result(reading);
        assertThat(result.get("droppedGebieden").toString()).isEqualTo("[\"BU69530203\"]");
        assertThat(result.at("/finding/estimate").asDouble()).isCloseTo(10 - 2, within(1e-12));
        assertThat(result.at("/finding/controls").asInt()).isEqualTo(2);
        assertThat(result.get("concerns").toString()).contains("DROPPED_CELLS", "BU69530203");
        assertThat(desk.panel(reading)).doesNotContain("BU69530203");
        desk.assertSilent(reading);
    }

    /** A total of members tells one of them to who knows the other. */
    @ParameterizedTest
    @EnumSource
    void a_focus_area_with_a_suppressed_member_has_no_figure_for_a_study(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6954", "STD-DEEL");
        desk.clerk.define("STD-DEEL", SUM, THRESHOLD);
        desk.clerk.compose("SV-STU-DEEL", "BU69540101", "BU69540102");
        desk.clerk.deliver(
                "STD-DEEL",
                "BU69540101 2020 60",
                "BU69540102 2020 20",
                "BU69540101 2021 70",
                "BU69540102 2021 " + HIDDEN);
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading = desk.draft("std-deel", "SV-STU-DEEL 2021").begin().read();

        assertThat(desk.result(reading).get("refusal").asString())
                .isEqualTo("There is no figure of SV-STU-DEEL in 2021.");
        desk.assertSilent(reading);
        desk.assertTellsNot("73.0625", reading);
    }

    @ParameterizedTest
    @EnumSource
    void a_reading_as_of_before_the_threshold_tells_nothing_that_is_hidden_now(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6955", "STD-TOEN");
        desk.clerk.define("STD-TOEN", SUM);
        desk.clerk.deliver("STD-TOEN", "BU69550101 2020 60", "BU69550101 2021 70");
        desk.compared("30", "31", "40", "43", "50", HIDDEN);
        long open = desk.clerk.position();
        desk.clerk.revise("STD-TOEN", SUM, THRESHOLD);
        String reading = desk.draft("std-toen", "BU69550101 2021")
                .estimated("\"estimators\":[\"DID\"],\"missing\":\"DROP_GEBIEDEN\"")
                .begin()
                .readAsOf(open);

        JsonNode result = desk.result(reading);
        assertThat(result.get("droppedGebieden").toString()).isEqualTo("[\"BU69550203\"]");
        assertThat(result.at("/finding/estimate").asDouble()).isCloseTo(10 - 2, within(1e-12));
        desk.assertSilent(reading);
        JsonNode then = desk.clerk.json(reading + "/comparison?asOf=" + open);
        assertThat(then.at("/results/0/now/estimate").asDouble())
                .as(then.toString())
                .isCloseTo(10 - 2, within(1e-12));
    }

    /** The figure of the one treated gebied stands in the course of the results, and its difference in the estimate. */
    @ParameterizedTest
    @EnumSource
    void a_reading_that_was_made_before_the_threshold_no_longer_tells_what_is_hidden_now(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6956", "STD-LATER");
        desk.clerk.define("STD-LATER", SUM);
        desk.clerk.deliver("STD-LATER", "BU69560101 2020 60", "BU69560101 2021 " + HIDDEN);
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading = desk.draft("std-later", "BU69560101 2021").begin().read();
        assertThat(desk.result(reading).at("/finding/estimate").asDouble()).isCloseTo(-56.9375 - 2, within(1e-12));
        assertThat(desk.panel(reading)).contains(HIDDEN);

        desk.clerk.revise("STD-LATER", SUM, THRESHOLD);

        desk.assertSilent(reading);
        desk.assertTellsNot("-58.9375", reading);
        desk.assertTellsNot("56.9375", reading);
        assertThat(desk.result(reading).get("refusal").asString()).contains("not shown");
    }

    @ParameterizedTest
    @EnumSource
    void a_comparison_that_was_begun_before_the_threshold_is_begun_anew(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6965", "STD-BEGONNEN");
        desk.clerk.define("STD-BEGONNEN", SUM);
        desk.clerk.deliver("STD-BEGONNEN", "BU69650101 2020 60", "BU69650101 2021 " + HIDDEN);
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading = desk.draft("std-begonnen", "BU69650101 2021").begin().read();
        String comparison = desk.client
                .get(reading + "/comparison", "Prefer", "respond-async")
                .header("Location")
                .orElseThrow();

        desk.clerk.revise("STD-BEGONNEN", SUM, THRESHOLD);

        String minimum = Long.toString(desk.clerk.position());
        Answer anew = desk.client.get(comparison, "Min-Event-Position", minimum, "Prefer", "wait=60");
        assertThat(anew.status()).as(anew.text()).isEqualTo(202);
        Answer compared = desk.client.get(comparison, "Min-Event-Position", minimum, "Prefer", "wait=60");
        assertThat(compared.status()).as(compared.text()).isEqualTo(200);
        assertThat(compared.text()).doesNotContain("56.9375", "58.9375", HIDDEN);
    }

    /** Who knows all but one count under the threshold of a panel could try each for the hash of it. */
    @ParameterizedTest
    @EnumSource
    void a_reading_that_was_made_before_the_threshold_confirms_no_guess_of_what_is_hidden_now(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6959", "STD-RADEN");
        desk.clerk.define("STD-RADEN", SUM);
        desk.clerk.deliver("STD-RADEN", "BU69590101 2020 60", "BU69590101 2021 3");
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading = desk.draft("std-raden", "BU69590101 2021").begin().read();
        String hash = desk.result(reading).get("panelHash").asString();

        desk.clerk.revise("STD-RADEN", SUM, THRESHOLD);

        desk.assertTellsNot(hash, reading);
    }

    /** The rate of the two buurten has no figure that could be hidden itself: it is made of counts of which one is. */
    @ParameterizedTest
    @EnumSource
    void a_rate_that_is_made_of_a_hidden_count_is_no_longer_told(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6960", "STD-QUOTE");
        desk.clerk.define("STD-TELLER", SUM);
        desk.clerk.define("STD-NOEMER", SUM);
        desk.clerk.define("STD-QUOTE", "\"aggregation\":\"RATE(STD-TELLER,STD-NOEMER)\"");
        desk.clerk.compose("SV-STU-QUOTE", "BU69600101", "BU69600102");
        for (String gebied : List.of("BU69600101", "BU69600102")) {
            desk.clerk.deliver("STD-NOEMER", gebied + " 2020 100", gebied + " 2021 100");
            desk.clerk.deliver("STD-TELLER", gebied + " 2020 60");
        }
        desk.clerk.deliver("STD-TELLER", "BU69600101 2021 " + HIDDEN, "BU69600102 2021 60");
        desk.compared("0.30", "0.31", "0.40", "0.43", "0.50", "0.52");
        long open = desk.clerk.position();
        Draft draft = desk.draft("std-quote", "SV-STU-QUOTE 2021").begin();
        String reading = draft.read();
        assertThat(desk.panel(reading)).contains("0.3153125");

        desk.clerk.revise("STD-TELLER", SUM, THRESHOLD);

        desk.assertTellsNot("0.3153125", reading);
        assertThat(desk.result(reading).get("refusal").asString()).contains("not shown");
        assertThat(desk.result(draft.readAsOf(open)).get("refusal").asString())
                .isEqualTo("There is no figure of SV-STU-QUOTE in 2021.");
    }

    @ParameterizedTest
    @EnumSource
    void a_period_in_which_a_figure_is_missing_is_left_out_where_the_design_says_so(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6957", "STD-JAREN");
        desk.clerk.define("STD-JAREN");
        desk.clerk.deliver(
                "STD-JAREN",
                "BU69570101 2018 60",
                "BU69570101 2019 1000",
                "BU69570101 2020 62",
                "BU69570101 2021 70",
                "BU69570101 2022 74",
                "BU69570201 2018 30",
                "BU69570201 2020 32",
                "BU69570201 2021 33",
                "BU69570201 2022 35",
                "BU69570202 2018 40",
                "BU69570202 2019 41",
                "BU69570202 2020 40",
                "BU69570202 2021 42",
                "BU69570202 2022 42");
        String reading = desk.draft("std-jaren", "BU69570101 2021")
                .listed("BU69570201", "BU69570202")
                .from(2018, 2022)
                .estimated("\"estimators\":[\"DID\",\"BEFORE_AFTER\"],\"missing\":\"DROP_PERIODS\"")
                .begin()
                .read();

        JsonNode result = desk.result(reading);
        assertThat(result.get("droppedPeriods").toString()).isEqualTo("[\"2019\"]");
        assertThat(result.get("droppedGebieden")).isEmpty();
        assertThat(result.at("/finding/estimate").asDouble())
                .isCloseTo((72 - 61) - ((34 - 31) + (42 - 40)) / 2.0, within(1e-12));
        assertThat(result.at("/finding/prePeriods").asInt()).isEqualTo(2);
        assertThat(result.get("concerns").toString()).contains("DROPPED_CELLS", "2019");
        assertThat(desk.panel(reading)).doesNotContain(",2019,");
        JsonNode alone = desk.results(reading).get(1);
        assertThat(alone.get("droppedPeriods"))
                .as("the treated has a figure in every year")
                .isEmpty();
    }

    /** Each start is compared with its own last year before; each group weighs as one gebied. */
    @ParameterizedTest
    @EnumSource
    void gebieden_that_start_in_different_years_are_studied_each_from_its_own_start(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6958", "STD-STARTS");
        desk.clerk.define("STD-STARTS");
        desk.deliver("BU69580101", 10, 11, 15, 18, 21);
        desk.deliver("BU69580102", 20, 22, 23, 30, 31);
        desk.deliver("BU69580201", 30, 31, 32, 33, 34);
        desk.deliver("BU69580202", 40, 41, 44, 45, 50);
        desk.deliver("BU69580203", 50, 51, 53, 57, 57);
        String reading = desk.draft("std-starts", "BU69580101 2020", "BU69580102 2021")
                .from(2018, 2022)
                .estimated("\"estimators\":[\"CS\"]")
                .begin()
                .read();

        double firstIn2020 = (15 - 11) - (32 + 44 + 53 - 123) / 3.0;
        double firstIn2021 = (18 - 11) - (33 + 45 + 57 - 123) / 3.0;
        double firstIn2022 = (21 - 11) - (34 + 50 + 57 - 123) / 3.0;
        double secondIn2021 = (30 - 23) - (33 + 45 + 57 - 129) / 3.0;
        double secondIn2022 = (31 - 23) - (34 + 50 + 57 - 129) / 3.0;
        JsonNode finding = desk.result(reading).get("finding");
        assertThat(desk.effect(finding, "2020", "2020")).isCloseTo(firstIn2020, within(1e-12));
        assertThat(desk.effect(finding, "2020", "2022")).isCloseTo(firstIn2022, within(1e-12));
        assertThat(desk.effect(finding, "2021", "2021")).isCloseTo(secondIn2021, within(1e-12));
        assertThat(desk.effect(finding, "2021", "2022")).isCloseTo(secondIn2022, within(1e-12));
        assertThat(finding.get("estimate").asDouble())
                .isCloseTo(
                        ((firstIn2020 + firstIn2021 + firstIn2022) / 3 + (secondIn2021 + secondIn2022) / 2) / 2,
                        within(1e-12));
        assertThat(desk.panelBy(reading, "CS").lines())
                .contains("BU69580101,2019,11.0,0", "BU69580101,2020,15.0,1", "BU69580102,2020,23.0,0");
    }
}
