package nl.gebiedsmonitor.domain.gebied;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.gebiedsmonitor.domain.gebied.GebiedCommand.CloseGebied;
import nl.gebiedsmonitor.domain.gebied.GebiedEvent.GebiedClosed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Haaren was divided over four gemeenten on 1 January 2021; the shares here are made up. */
class SuccessionTest {

    private static final LocalDate CLOSED_ON = LocalDate.of(2021, 1, 1);
    private static final GebiedCode HAAREN = new GebiedCode("GM0788");
    private static final GebiedCode BOXTEL = new GebiedCode("GM0757");
    private static final GebiedCode OISTERWIJK = new GebiedCode("GM0824");
    private static final GebiedCode TILBURG = new GebiedCode("GM0855");
    private static final GebiedCode VUGHT = new GebiedCode("GM0865");
    private static final SortedSet<GebiedCode> SUCCESSORS = new TreeSet<>(List.of(BOXTEL, OISTERWIJK, TILBURG, VUGHT));
    private static final Map<GebiedCode, Double> MADE_UP_SHARES =
            Map.of(BOXTEL, 0.1, OISTERWIJK, 0.3, TILBURG, 0.2, VUGHT, 0.4);

    @Test
    void the_shares_of_the_successors_are_known_when_they_are_stated() {
        assertThat(new GebiedClosed(HAAREN, CLOSED_ON, SUCCESSORS, shares(MADE_UP_SHARES))
                        .succession()
                        .shares())
                .hasValue(new TreeMap<>(MADE_UP_SHARES));
    }

    @Test
    void the_shares_of_several_successors_are_unknown_when_they_are_not_stated() {
        assertThat(new GebiedClosed(HAAREN, CLOSED_ON, SUCCESSORS, null)
                        .succession()
                        .shares())
                .isEmpty();
    }

    @Test
    void a_single_successor_has_all_of_it_whether_stated_or_not() {
        SortedSet<GebiedCode> vught = new TreeSet<>(List.of(VUGHT));
        assertThat(new Succession(vught, null).shares()).hasValue(new TreeMap<>(Map.of(VUGHT, 1.0)));
        assertThat(new Succession(vught, shares(Map.of(VUGHT, 1.0))).shares())
                .hasValue(new TreeMap<>(Map.of(VUGHT, 1.0)));
    }

    @Test
    void where_nothing_took_its_place_nobody_has_a_share() {
        assertThat(new Succession(new TreeSet<>(), null).shares()).hasValue(new TreeMap<>());
    }

    @Test
    void shares_are_stated_of_every_successor_and_of_no_other() {
        SuccessorShares four = shares(MADE_UP_SHARES);
        SortedSet<GebiedCode> three = new TreeSet<>(List.of(BOXTEL, OISTERWIJK, TILBURG));
        SortedSet<GebiedCode> five = new TreeSet<>(SUCCESSORS);
        five.add(new GebiedCode("GM0796"));
        assertInvalid("shares-of-successors", () -> new CloseGebied(HAAREN, CLOSED_ON, three, four));
        assertInvalid("shares-of-successors", () -> new CloseGebied(HAAREN, CLOSED_ON, five, four));
        assertInvalid("shares-of-successors", () -> new CloseGebied(HAAREN, CLOSED_ON, new TreeSet<>(), four));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void a_share_is_above_0_and_at_most_1(double share) {
        assertInvalid("successor-share", () -> shares(Map.of(BOXTEL, share, VUGHT, 1 - share)));
    }

    @Test
    void the_shares_add_up_to_1_to_within_a_millionth() {
        assertThat(shares(Map.of(BOXTEL, 0.3333334, OISTERWIJK, 0.3333334, VUGHT, 0.3333334)))
                .isNotNull();
        assertInvalid("shares-add-up", () -> shares(Map.of(BOXTEL, 0.333334, OISTERWIJK, 0.333334, VUGHT, 0.333334)));
        assertInvalid("shares-add-up", () -> shares(Map.of(BOXTEL, 0.5, VUGHT, 0.49)));
    }

    @Test
    void there_is_a_share_and_there_are_a_hundred_at_most() {
        assertInvalid("successor-shares", () -> shares(Map.of()));
        SortedMap<GebiedCode, Double> many = new TreeMap<>();
        IntStream.rangeClosed(0, 100).forEach(i -> many.put(new GebiedCode("WK%06d".formatted(i)), 1.0 / 101));
        assertInvalid("successor-shares", () -> shares(many));
    }

    @Test
    void what_changes_afterwards_changes_no_share() {
        SortedMap<GebiedCode, Double> given = new TreeMap<>(MADE_UP_SHARES);
        SuccessorShares shares = new SuccessorShares(ShareBasis.ADDRESSES, given);
        given.clear();
        assertThat(shares.shares()).isEqualTo(MADE_UP_SHARES);
    }

    private static SuccessorShares shares(Map<GebiedCode, Double> shares) {
        return new SuccessorShares(ShareBasis.ADDRESSES, new TreeMap<>(shares));
    }
}
