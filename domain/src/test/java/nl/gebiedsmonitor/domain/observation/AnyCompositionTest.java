package nl.gebiedsmonitor.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.observation.ComposedFigures.Made;

/** What holds for a gemeente of whatever buurten, some of which have no figure. */
class AnyCompositionTest {

    private static final int YEAR = 2024;
    private static final String GEMEENTE = "GM0202";
    private static final String FOCUS = "SV-GEMEENTE";

    /** A buurt, up to a hundred of which make a wijk; whole numbers, so that no sum is rounded. */
    private record Buurt(int number, int value, int weight, boolean lacking) {

        String code() {
            return String.format(Locale.ROOT, "BU0202%04d", number);
        }

        String wijk() {
            return String.format(Locale.ROOT, "WK0202%02d", number / 100);
        }

        Region recorded(Region region, Function<Buurt, Double> figure) {
            Region weighed = region.figure("GEWICHT", code(), YEAR, weight);
            return lacking
                    ? weighed
                    : weighed.figure("AANTAL", code(), YEAR, value)
                            .figure("CIJFER", code(), YEAR, figure.apply(this))
                            .figure("GEMIDDELDE", code(), YEAR, figure.apply(this));
        }
    }

    @Property(tries = 200)
    void a_mean_lies_between_the_extremes_of_its_leaves(
            @ForAll("buurten") List<Buurt> buurten, @ForAll("means") String mean) {
        Made made = throughWijken(buurten, buurt -> (double) buurt.value()).made(mean, GEMEENTE, YEAR);
        List<Integer> values = buurten.stream()
                .filter(buurt -> !buurt.lacking())
                .map(Buurt::value)
                .sorted()
                .toList();
        assertThat(made.value() == null).isEqualTo(values.isEmpty());
        if (made.value() != null) {
            assertThat(made.value())
                    .isBetween(values.getFirst().doubleValue(), values.getLast().doubleValue());
        }
    }

    @Property(tries = 200)
    void a_mean_of_members_that_are_all_the_same_is_what_they_are(
            @ForAll("buurten") List<Buurt> buurten, @ForAll("means") String mean, @ForAll("figures") double same) {
        Made made = throughWijken(buurten, _ -> same).made(mean, GEMEENTE, YEAR);
        if (!buurten.stream().allMatch(Buurt::lacking)) {
            assertThat(made.value()).isEqualTo(same);
        }
    }

    @Property(tries = 200)
    void a_sum_is_the_same_however_the_buurten_are_grouped(@ForAll("buurten") List<Buurt> buurten) {
        Region region = throughWijken(buurten, buurt -> (double) buurt.value());
        Made throughWijken = region.made("AANTAL", GEMEENTE, YEAR);
        assertThat(directly(buurten).made("AANTAL", GEMEENTE, YEAR).value()).isEqualTo(throughWijken.value());
        for (Stream<String> members : List.of(
                buurten.stream().map(Buurt::code),
                buurten.stream().map(Buurt::wijk),
                Stream.of(GEMEENTE),
                buurten.stream().map(buurt -> buurt.number() % 2 == 0 ? buurt.wijk() : buurt.code()))) {
            String[] codes = members.distinct().toArray(String[]::new);
            assertThat(region.composed(FOCUS, YEAR, codes)
                            .made("AANTAL", FOCUS, YEAR)
                            .value())
                    .isEqualTo(throughWijken.value());
        }
    }

    @Property(tries = 200)
    void a_wijk_that_has_its_sum_recorded_makes_no_difference(
            @ForAll("buurten") List<Buurt> buurten, @ForAll Random random) {
        Region region = throughWijken(buurten, buurt -> (double) buurt.value());
        Made before = region.made("AANTAL", GEMEENTE, YEAR);
        for (String wijk : buurten.stream().map(Buurt::wijk).distinct().toList()) {
            Made sum = region.made("AANTAL", wijk, YEAR);
            if (sum.value() != null && random.nextBoolean()) {
                region.figure("AANTAL", wijk, YEAR, sum.value());
            }
        }
        assertThat(region.made("AANTAL", GEMEENTE, YEAR).value()).isEqualTo(before.value());
    }

    @Property(tries = 200)
    void the_order_in_which_anything_is_known_does_not_matter(
            @ForAll("buurten") List<Buurt> buurten, @ForAll("indicators") String indicator, @ForAll Random random) {
        List<Buurt> shuffled = new ArrayList<>(buurten);
        Collections.shuffle(shuffled, random);
        Function<Buurt, Double> thirds = buurt -> buurt.value() / 3.0;
        assertThat(throughWijken(shuffled, thirds).made(indicator, GEMEENTE, YEAR))
                .isEqualTo(throughWijken(buurten, thirds).made(indicator, GEMEENTE, YEAR));
    }

    @Property(tries = 200)
    void coverage_is_whole_when_nobody_lacks_and_less_when_somebody_does(
            @ForAll("buurten") List<Buurt> buurten, @ForAll("indicators") String indicator) {
        Made made = throughWijken(buurten, buurt -> (double) buurt.value()).made(indicator, GEMEENTE, YEAR);
        Aggregate aggregate = Objects.requireNonNull(made.aggregate());
        boolean lacking = buurten.stream().anyMatch(Buurt::lacking);
        assertThat(aggregate.uncovered().isEmpty()).isNotEqualTo(lacking);
        assertThat(aggregate.coverage() == 1).isNotEqualTo(lacking);
    }

    @Provide
    Arbitrary<String> indicators() {
        return Arbitraries.of("AANTAL", "CIJFER", "GEMIDDELDE");
    }

    @Provide
    Arbitrary<String> means() {
        return Arbitraries.of("CIJFER", "GEMIDDELDE");
    }

    @Provide
    Arbitrary<Double> figures() {
        return Arbitraries.doubles().between(-1e9, 1e9);
    }

    @Provide
    Arbitrary<List<Buurt>> buurten() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9_999),
                        Arbitraries.integers().between(-1_000, 1_000),
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.integers().between(0, 3).map(drawn -> drawn == 0))
                .as(Buurt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30)
                .uniqueElements(Buurt::number);
    }

    private static Region throughWijken(List<Buurt> buurten, Function<Buurt, Double> figure) {
        Region region = directly(buurten, figure);
        buurten.forEach(buurt -> region.of(buurt.wijk()));
        return region;
    }

    private static Region directly(List<Buurt> buurten) {
        return directly(buurten, buurt -> (double) buurt.value());
    }

    private static Region directly(List<Buurt> buurten, Function<Buurt, Double> figure) {
        Region region = new Region()
                .of(GEMEENTE)
                .defined("AANTAL", "SUM")
                .defined("GEWICHT", "SUM")
                .defined("CIJFER", "MEAN(GEWICHT)")
                .defined("GEMIDDELDE", "MEAN");
        buurten.forEach(buurt -> buurt.recorded(region.of(buurt.code()), figure));
        return region;
    }
}
