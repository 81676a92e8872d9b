package nl.gebiedsmonitor.domain.observation;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.indicator.Aggregation;
import nl.gebiedsmonitor.domain.observation.Aggregate.Member;
import nl.gebiedsmonitor.domain.observation.Aggregate.Terms;
import org.jspecify.annotations.Nullable;

/** What holds for every composed gebied, whatever its members have, lack and count for. */
class AnyAggregateTest {

    private enum Figure {
        VALUE,
        WEIGHT,
        NUMERATOR,
        DENOMINATOR
    }

    private record Drawn(
            double value, double weight, double numerator, double denominator, Set<Figure> lacking, double factor) {

        Member member(GebiedCode gebied) {
            return new Member(
                    gebied,
                    orNull(Figure.VALUE, value),
                    orNull(Figure.WEIGHT, weight),
                    orNull(Figure.NUMERATOR, numerator),
                    orNull(Figure.DENOMINATOR, denominator),
                    ObsStatus.FINAL,
                    factor);
        }

        private @Nullable Double orNull(Figure figure, double number) {
            return lacking.contains(figure) ? null : number;
        }
    }

    @Property
    void a_mean_lies_between_the_extremes_of_its_members(
            @ForAll("meanRules") String rule, @ForAll("members") List<Member> members) {
        List<Double> values = members.stream()
                .map(Member::value)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        Double mean = Aggregate.of(terms(rule, 0), members).value();
        if (mean != null) {
            assertThat(mean).isBetween(values.getFirst(), values.getLast());
        }
    }

    @Property
    void the_order_of_the_members_does_not_matter_to_a_single_bit(
            @ForAll("rules") String rule, @ForAll("members") List<Member> members, @ForAll Random random) {
        List<Member> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        assertThat(Aggregate.of(terms(rule, 0.5), shuffled)).isEqualTo(Aggregate.of(terms(rule, 0.5), members));
    }

    @Property
    void coverage_is_a_share_and_whole_when_no_member_is_left_out(
            @ForAll("rules") String rule, @ForAll("members") List<Member> members) {
        Aggregate found = Aggregate.of(terms(rule, 0), members);
        assertThat(found.coverage()).isBetween(0.0, 1.0);
        boolean counting = members.stream().anyMatch(member -> member.factor() > 0);
        if (counting && found.uncovered().isEmpty()) {
            assertThat(found.coverage()).isEqualTo(1);
        }
    }

    @Property
    void there_is_a_figure_or_a_reason_why_there_is_none(
            @ForAll("rules") String rule, @ForAll("members") List<Member> members) {
        Aggregate found = Aggregate.of(terms(rule, 0.5), members);
        if (found.value() == null) {
            assertThat(found.status()).isEqualTo(ObsStatus.MISSING);
            assertThat(found.missingReason()).isNotNull();
        } else {
            assertThat(found.value()).isFinite();
            assertThat(found.status()).isNotEqualTo(ObsStatus.MISSING);
            assertThat(found.missingReason()).isNull();
            assertThat(found.coverage()).isGreaterThanOrEqualTo(0.5);
        }
    }

    /** Whole numbers, so that no sum is rounded. */
    @Property
    void a_sum_of_groups_is_the_sum_of_all(@ForAll("wholes") List<Integer> values, @ForAll Random random) {
        List<List<Member>> groups = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Member member = Member.ofValue(code(i), values.get(i).doubleValue(), null, ObsStatus.FINAL);
            all.add(member);
            groups.get(random.nextInt(groups.size())).add(member);
        }
        List<Member> sums = new ArrayList<>();
        for (List<Member> group : groups) {
            Double sum = Aggregate.of(terms("SUM", 0), group).value();
            if (sum != null) {
                sums.add(Member.ofValue(code(sums.size()), sum, null, ObsStatus.FINAL));
            }
        }
        assertThat(Aggregate.of(terms("SUM", 0), sums).value())
                .isEqualTo(Aggregate.of(terms("SUM", 0), all).value());
    }

    /** A plain sum and a plain quotient, in the order of the codes, are what members that count in full give. */
    @Property
    void factors_of_1_change_nothing(@ForAll("complete") List<Member> members) {
        double values = 0;
        double weighted = 0;
        double weights = 0;
        double numerators = 0;
        double denominators = 0;
        for (Member member : members.stream().sorted(comparing(Member::gebied)).toList()) {
            values += number(member.value());
            weighted += number(member.value()) * number(member.weight());
            weights += number(member.weight());
            numerators += number(member.numerator());
            denominators += number(member.denominator());
        }
        List<Member> counting =
                members.stream().map(member -> member.counting(1)).toList();
        Aggregate sum = Aggregate.of(terms("SUM", 1), counting);
        assertThat(sum.value()).isEqualTo(values);
        assertThat(sum.status()).isEqualTo(ObsStatus.FINAL);
        assertThat(Aggregate.of(terms("RATE(A,B)", 1), counting).value()).isEqualTo(numerators / denominators);
        double scale = Math.max(
                1e-300,
                members.stream()
                        .mapToDouble(member -> Math.abs(number(member.value())))
                        .max()
                        .orElse(0));
        assertThat(Aggregate.of(terms("MEAN(A)", 1), counting).value())
                .isCloseTo(weighted / weights, within(1e-12 * scale));
    }

    /** Halving is exact, so a mean and a rate do not notice that every member counts for half. */
    @Property
    void what_all_members_count_for_alike_does_not_matter_to_a_mean_or_a_rate(
            @ForAll("complete") List<Member> members) {
        List<Member> halves =
                members.stream().map(member -> member.counting(0.5)).toList();
        for (String rule : List.of("MEAN(A)", "RATE(A,B)")) {
            Aggregate whole = Aggregate.of(terms(rule, 1), members);
            Aggregate half = Aggregate.of(terms(rule, 1), halves);
            assertThat(half.value()).isEqualTo(whole.value());
            assertThat(half.status()).isEqualTo(ObsStatus.ESTIMATED);
        }
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of("NONE", "SUM", "MEAN", "MEAN(A)", "RATE(A,B)");
    }

    @Provide
    Arbitrary<String> meanRules() {
        return Arbitraries.of("MEAN", "MEAN(A)");
    }

    @Provide
    Arbitrary<List<Integer>> wholes() {
        return Arbitraries.integers().list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Member>> members() {
        return members(
                weights(),
                Arbitraries.of(Figure.class).set().ofMaxSize(2),
                Arbitraries.oneOf(Arbitraries.just(1.0), Arbitraries.doubles().between(0, 1)));
    }

    /** Members that have everything and weigh something. */
    @Provide
    Arbitrary<List<Member>> complete() {
        return members(aboveZero(), Arbitraries.just(Set.of()), Arbitraries.just(1.0));
    }

    /** Of all magnitudes that are measured, and beyond, either side of zero. */
    private static Arbitrary<Double> figures() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-10, 10),
                        Arbitraries.integers().between(-12, 12))
                .as((digits, power) -> digits * Math.pow(10, power));
    }

    private static Arbitrary<Double> weights() {
        return Arbitraries.oneOf(Arbitraries.just(0.0), aboveZero());
    }

    private static Arbitrary<Double> aboveZero() {
        return figures().map(Math::abs).map(weight -> weight + 1e-6);
    }

    private static Arbitrary<List<Member>> members(
            Arbitrary<Double> weights, Arbitrary<Set<Figure>> lacking, Arbitrary<Double> factors) {
        return Combinators.combine(figures(), weights, figures(), weights, lacking, factors)
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(drawn -> IntStream.range(0, drawn.size())
                        .mapToObj(number -> drawn.get(number).member(code(number)))
                        .toList());
    }

    private static double number(@Nullable Double given) {
        return Objects.requireNonNull(given);
    }

    private static Terms terms(String rule, double minimumCoverage) {
        return new Terms(new Aggregation(rule), null, 1, minimumCoverage);
    }

    private static GebiedCode code(int number) {
        return new GebiedCode(String.format(Locale.ROOT, "BU0202%04d", number));
    }
}
