package nl.gebiedsmonitor.api.study;

import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.api.product.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reading says when its figures have changed: whatever it was that changed them, and whenever somebody asks. */
class ChangedFiguresTest {

    private static final String SUM = "\"aggregation\":\"SUM\"";

    private static boolean haveChanged(FiguresDesk desk, String reading) {
        return desk.clerk.json(reading).get("figuresChanged").asBoolean();
    }

    private static boolean hadChanged(FiguresDesk desk, String reading, long asOf) {
        return desk.clerk.json(reading + "?asOf=" + asOf).get("figuresChanged").asBoolean();
    }

    @ParameterizedTest
    @EnumSource
    void figures_that_are_corrected_have_changed_until_they_are_as_they_were(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6961", "STD-HEEN");
        desk.clerk.define("STD-HEEN", SUM);
        desk.clerk.deliver("STD-HEEN", "BU69610101 2020 60", "BU69610101 2021 70");
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading = desk.draft("std-heen", "BU69610101 2021").begin().read();
        assertThat(haveChanged(desk, reading)).isFalse();

        desk.clerk.deliver("STD-HEEN", "BU69610102 2021 5");
        assertThat(haveChanged(desk, reading)).as("a buurt outside the study").isFalse();
        long before = desk.clerk.position();
        desk.clerk.correct("STD-HEEN", "BU69610202 2021 44");
        long corrected = desk.clerk.position();
        assertThat(haveChanged(desk, reading)).isTrue();
        assertThat(hadChanged(desk, reading, before)).isFalse();
        assertThat(haveChanged(desk, reading)).isTrue();
        desk.clerk.correct("STD-HEEN", "BU69610202 2021 43");
        assertThat(haveChanged(desk, reading)).isFalse();
        assertThat(hadChanged(desk, reading, corrected)).isTrue();
        assertThat(hadChanged(desk, reading, before)).isFalse();
        assertThat(haveChanged(desk, reading)).isFalse();
    }

    /** Results that are made of a hidden figure are withheld; whether it is another one by now would be told of it too. */
    @ParameterizedTest
    @EnumSource
    void a_figure_that_is_hidden_has_not_changed_before_it_is_shown(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6962", "STD-DICHT");
        desk.clerk.define("STD-DICHT", SUM);
        desk.clerk.deliver("STD-DICHT", "BU69620101 2020 60", "BU69620101 2021 70");
        desk.compared("30", "31", "40", "43", "50", "3");
        String reading = desk.draft("std-dicht", "BU69620101 2021").begin().read();

        desk.clerk.revise("STD-DICHT", SUM, "\"disclosureThreshold\":5");
        assertThat(haveChanged(desk, reading)).isFalse();
        desk.clerk.correct("STD-DICHT", "BU69620203 2021 4");
        assertThat(haveChanged(desk, reading)).isFalse();
        desk.clerk.correct("STD-DICHT", "BU69620203 2021 52");
        assertThat(haveChanged(desk, reading)).isTrue();
        desk.clerk.correct("STD-DICHT", "BU69620202 2021 3");
        assertThat(haveChanged(desk, reading)).as("the one that was shown").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void figures_of_other_members_have_changed(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6963", "STD-LEDEN");
        desk.clerk.define("STD-LEDEN", SUM);
        desk.clerk.compose("SV-STU-LEDEN", "BU69630101");
        desk.clerk.deliver("STD-LEDEN", "BU69630101 2020 60", "BU69630101 2021 70");
        desk.clerk.deliver("STD-LEDEN", "BU69630102 2020 6", "BU69630102 2021 7");
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading = desk.draft("std-leden", "SV-STU-LEDEN 2021").begin().read();
        assertThat(haveChanged(desk, reading)).isFalse();

        desk.clerk.rename("BU69630101", "Een andere naam");
        assertThat(haveChanged(desk, reading)).isFalse();
        desk.clerk.recompose("SV-STU-LEDEN", "BU69630101", "BU69630102");
        assertThat(haveChanged(desk, reading)).isTrue();
    }

    /** What took the place of another may have stood beside it: that shows by its first figure, of whatever indicator. */
    @ParameterizedTest
    @EnumSource
    void the_first_figure_of_a_successor_changes_where_boundaries_lay(TestDatabase database) {
        FiguresDesk desk = new FiguresDesk(database, "6964", "STD-OPVOLGER");
        desk.clerk.define("STD-OPVOLGER", SUM);
        desk.clerk.define("STD-OPVOLGER-ANDERS", SUM);
        desk.clerk.post("/v1/gebieden/BU69640101/closure", """
                {"closedOn":"2022-01-01","successors":["BU69640102"],"shareBasis":"INHABITANTS","shares":{"BU69640102":1}}""");
        desk.clerk.compose("SV-STU-OPVOLGER", "BU69640102");
        desk.clerk.deliver("STD-OPVOLGER", "BU69640101 2020 60", "BU69640101 2021 70");
        desk.compared("30", "31", "40", "43", "50", "52");
        String reading =
                desk.draft("std-opvolger", "SV-STU-OPVOLGER 2021").begin().read();
        assertThat(haveChanged(desk, reading)).isFalse();
        String then = figures(desk);

        desk.clerk.deliver("STD-OPVOLGER-ANDERS", "BU69640102 2019 1");
        assertThat(figures(desk)).isNotEqualTo(then);
        assertThat(haveChanged(desk, reading)).isTrue();
    }

    private static String figures(FiguresDesk desk) {
        return desk.clerk
                .json("/v1/observations/aggregate?indicator=STD-OPVOLGER&gebied=SV-STU-OPVOLGER")
                .get("observations")
                .findValuesAsString("value")
                .toString();
    }
}
