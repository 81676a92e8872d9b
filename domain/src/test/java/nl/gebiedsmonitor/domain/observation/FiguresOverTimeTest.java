package nl.gebiedsmonitor.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Break;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;
import org.junit.jupiter.api.Test;

/** Figures of gebieden that were closed, divided and put together, on boundaries of other years. */
class FiguresOverTimeTest {

    private static final Map<String, Double> MADE_UP_SHARES =
            Map.of("GM0757", 0.1, "GM0824", 0.3, "GM0855", 0.2, "GM0865", 0.4);

    private final Region region = new Region().of("NL").defined("AANTAL", "SUM").defined("CIJFER", "MEAN");

    @Test
    void a_focus_area_followed_back_before_a_division_has_an_estimate_of_the_shares() {
        haarenDivided().composed("SV-GROEN", 2024, "GM0855", "GM0865");
        Made before = region.made("AANTAL", "SV-GROEN", 2020);
        assertThat(before.value()).isCloseTo(200 + 30 + 0.6 * 14, within(1e-9));
        assertThat(before.status()).isEqualTo(ObsStatus.ESTIMATED);
        Made after = region.made("AANTAL", "SV-GROEN", 2021);
        assertThat(after.value()).isEqualTo(203 + 36);
        assertThat(after.status()).isEqualTo(ObsStatus.FINAL);
    }

    @Test
    void a_focus_area_that_holds_all_of_what_was_divided_needs_no_estimate() {
        haarenDivided().composed("SV-HART", 2024, "GM0757", "GM0824", "GM0855", "GM0865");
        Made before = region.made("AANTAL", "SV-HART", 2020);
        assertThat(before.value()).isEqualTo(20 + 25 + 200 + 30 + 14);
        assertThat(before.status()).isEqualTo(ObsStatus.FINAL);
    }

    @Test
    void a_gemeente_can_be_asked_for_on_the_boundaries_of_a_later_year() {
        haarenDivided();
        Made on2024 = region.madeOnBoundaries(2024, "AANTAL", "GM0855", 2020);
        assertThat(on2024.value()).isCloseTo(200 + 0.2 * 14, within(1e-9));
        assertThat(on2024.status()).isEqualTo(ObsStatus.ESTIMATED);
        assertThat(region.madeOnBoundaries(2020, "AANTAL", "GM0855", 2020).aggregate())
                .isNull();
        assertThat(region.madeOnBoundaries(2024, "AANTAL", "GM0855", 2021).aggregate())
                .isNull();
    }

    @Test
    void where_no_shares_are_known_the_break_is_told_with_its_reason() {
        region.closed("GM0788", "2021-01-01", "GM0757", "GM0824", "GM0855", "GM0865")
                .composed("SV-GROEN", 2024, "GM0855", "GM0344")
                .figure("AANTAL", "GM0788", 2020, 14)
                .figure("AANTAL", "GM0855", 2020, 200)
                .figure("AANTAL", "GM0344", 2020, 350);
        Made made = region.coveredFrom(0.8).made("AANTAL", "SV-GROEN", 2020);
        assertThat(made.value()).isNull();
        assertThat(made.missingReason()).isEqualTo(MissingReason.NOT_PUBLISHED);
        assertBroken(made, "GM0855", "It is not known which share of GM0788 went to each of its successors.");
        assertThat(Objects.requireNonNull(made.aggregate()).uncovered()).containsExactly(new GebiedCode("GM0855"));
        assertThat(region.coveredFrom(0.5).made("AANTAL", "SV-GROEN", 2020).value())
                .isEqualTo(350);
    }

    @Test
    void all_of_amsterdam_does_not_stand_for_weesp() {
        region.closed("GM0457", "2022-03-24", "GM0363")
                .withFiguresSince("GM0363", 2005)
                .composed("SV-WEESP", 2021, "GM0457")
                .figure("AANTAL", "GM0457", 2022, 20)
                .figure("AANTAL", "GM0363", 2023, 900);
        assertThat(region.made("AANTAL", "SV-WEESP", 2022).value()).isEqualTo(20);
        Made made = region.made("AANTAL", "SV-WEESP", 2023);
        assertThat(made.value()).isNull();
        assertBroken(made, "GM0457", "GM0457 went into GM0363, which holds more than that.");
    }

    @Test
    void buurten_that_were_put_together_within_a_focus_area_are_followed_on() {
        region.composed("SV-OOST", 2020, "BU02020101", "BU02020102", "BU02020103")
                .closed("BU02020101", "2022-01-01", "BU02020102")
                .closed("BU02020103", "2023-01-01", "BU02020199")
                .withFiguresSince("BU02020102", 2020)
                .figure("AANTAL", "BU02020102", 2024, 7)
                .figure("AANTAL", "BU02020199", 2024, 5);
        Made made = region.made("AANTAL", "SV-OOST", 2024);
        assertThat(made.value()).isEqualTo(12);
        assertThat(made.status()).isEqualTo(ObsStatus.FINAL);
        assertThat(made.broken()).isEmpty();
    }

    @Test
    void a_gebied_younger_than_the_period_is_not_lacking() {
        region.closed("BU02020101", "2022-01-01", "BU02020108", "BU02020109")
                .of("WK020201", "GM0202")
                .defined("RAPPORT", "MEAN(AANTAL)")
                .figure("AANTAL", "BU02020101", 2021, 9)
                .figure("AANTAL", "BU02020108", 2022, 5)
                .figure("RAPPORT", "WK020201", 2021, 6);
        Made before = region.coveredFrom(1).made("AANTAL", "WK020201", 2021);
        assertThat(before.value()).isEqualTo(9);
        assertThat(region.made("RAPPORT", "GM0202", 2021).value()).isEqualTo(6);
        assertThat(Objects.requireNonNull(region.made("RAPPORT", "GM0202", 2021).aggregate())
                        .weighting())
                .isEqualTo(Aggregate.Weighting.BY_WEIGHT);
        assertThat(Objects.requireNonNull(
                                region.made("AANTAL", "WK020201", 2022).aggregate())
                        .uncovered())
                .containsExactly(new GebiedCode("BU02020109"));
    }

    @Test
    void a_successor_that_had_figures_before_is_lacking_when_this_one_lacks() {
        region.divided("GM0788", "2021-01-01", MADE_UP_SHARES)
                .withFiguresSince("GM0855", 2019)
                .figure("AANTAL", "GM0788", 2020, 14);
        Made made = region.made("AANTAL", "NL", 2020);
        assertThat(Objects.requireNonNull(made.aggregate()).uncovered()).containsExactly(new GebiedCode("GM0855"));
    }

    @Test
    void gebieden_together_are_put_on_one_division_and_tell_what_is_broken_further_down() {
        haarenDivided()
                .closed("GM0457", "2022-03-24", "GM0363")
                .composed("SV-OUD", 2023, "GM0457", "GM0344")
                .figure("AANTAL", "GM0344", 2020, 350)
                .figure("AANTAL", "GM0457", 2020, 20);
        Made made = region.madeTogether(2024, "AANTAL", 2020, "GM0855", "GM0865", "SV-OUD");
        assertThat(made.value()).isCloseTo(200 + 30 + 0.6 * 14 + 350, within(1e-9));
        assertBroken(made, "GM0457", "GM0457 was closed on 2022-03-24 and is no part of the division of 2024.");
        assertThat(Objects.requireNonNull(made.aggregate()).uncovered()).containsExactly(new GebiedCode("GM0457"));
    }

    private Region haarenDivided() {
        return region.divided("GM0788", "2021-01-01", MADE_UP_SHARES)
                .figure("AANTAL", "GM0788", 2020, 14)
                .figure("AANTAL", "GM0757", 2020, 20)
                .figure("AANTAL", "GM0824", 2020, 25)
                .figure("AANTAL", "GM0855", 2020, 200)
                .figure("AANTAL", "GM0865", 2020, 30)
                .figure("AANTAL", "GM0855", 2021, 203)
                .figure("AANTAL", "GM0865", 2021, 36);
    }

    private static void assertBroken(Made made, String gebied, String why) {
        assertThat(made.broken()).containsOnlyKeys(new GebiedCode(gebied));
        assertThat(made.broken().values()).extracting(Break::why).containsExactly(why);
    }
}
