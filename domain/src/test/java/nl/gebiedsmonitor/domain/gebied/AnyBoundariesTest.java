package nl.gebiedsmonitor.domain.gebied;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.gebiedsmonitor.domain.gebied.Boundaries.Closure;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Part;
import nl.gebiedsmonitor.domain.gebied.Counterpart.Parts;
import org.jspecify.annotations.Nullable;

/** What holds for every register, drawn from ten gebieden and ten years so that closures follow on each other. */
class AnyBoundariesTest {

    private static final List<GebiedCode> GEBIEDEN = IntStream.range(0, 10)
            .mapToObj(number -> new GebiedCode("GM%04d".formatted(number)))
            .toList();
    private static final int FIRST = 2015;
    private static final int LAST = 2025;

    @Property(tries = 1000)
    void up_to_the_boundaries_no_figure_is_lost_or_counted_twice(
            @ForAll("completeRegisters") List<Closure> closures,
            @ForAll @IntRange(min = FIRST, max = LAST) int one,
            @ForAll @IntRange(min = FIRST, max = LAST) int other) {
        int year = Math.max(one, other);
        int observed = Math.min(one, other);
        Map<GebiedCode, Double> together = new HashMap<>();
        Boundaries boundaries = new Boundaries(year, closures, Set.of());
        for (GebiedCode gebied : in(year, closures)) {
            for (Part part : parts(boundaries, gebied, observed)) {
                assertThat(part.factor()).isCloseTo(flow(part.gebied(), gebied, year, closures), within(1e-9));
                together.merge(part.gebied(), part.factor(), Double::sum);
            }
        }
        assertThat(together).containsOnlyKeys(in(observed, closures));
        assertThat(together.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(1, within(1e-9)));
    }

    @Property(tries = 1000)
    void after_the_boundaries_no_figure_is_counted_twice(
            @ForAll("anyRegisters") List<Closure> closures,
            @ForAll @IntRange(min = FIRST, max = LAST) int one,
            @ForAll @IntRange(min = FIRST, max = LAST) int other,
            @ForAll("someGebieden") Set<GebiedCode> older) {
        int year = Math.min(one, other);
        int observed = Math.max(one, other);
        Boundaries boundaries = new Boundaries(year, closures, older);
        Set<GebiedCode> counted = new HashSet<>();
        for (GebiedCode gebied : in(year, closures)) {
            if (boundaries.counterpart(gebied, observed) instanceof Parts(List<Part> parts)) {
                assertThat(parts).isNotEmpty().allSatisfy(part -> {
                    assertThat(counted.add(part.gebied())).isTrue();
                    assertThat(part.factor()).isEqualTo(1);
                });
            }
        }
        assertThat(in(observed, closures)).containsAll(counted);
    }

    @Property(tries = 1000)
    void what_can_be_told_of_a_gebied_alone_is_the_same_among_others(
            @ForAll("anyRegisters") List<Closure> closures,
            @ForAll @IntRange(min = FIRST, max = LAST) int year,
            @ForAll @IntRange(min = FIRST, max = LAST) int observed,
            @ForAll("someGebieden") Set<GebiedCode> older,
            @ForAll("someGebieden") Set<GebiedCode> together) {
        Boundaries boundaries = new Boundaries(year, closures, older);
        Set<GebiedCode> standing = new HashSet<>(together);
        standing.retainAll(in(year, closures));
        boundaries.counterparts(standing, observed).forEach((gebied, counterpart) -> {
            if (boundaries.counterpart(gebied, observed) instanceof Parts alone) {
                assertThat(counterpart).isEqualTo(alone);
            }
        });
    }

    @Property(tries = 1000)
    void whatever_the_register_a_factor_lies_above_0_and_up_to_1_and_no_part_is_there_twice(
            @ForAll("anyRegisters") List<Closure> closures,
            @ForAll @IntRange(min = FIRST, max = LAST) int year,
            @ForAll @IntRange(min = FIRST, max = LAST) int observed) {
        Boundaries boundaries = new Boundaries(year, closures, Set.of());
        for (GebiedCode gebied : in(year, closures)) {
            if (boundaries.counterpart(gebied, observed) instanceof Parts(List<Part> parts)) {
                assertThat(parts).extracting(Part::gebied).doesNotHaveDuplicates();
                assertThat(parts)
                        .allSatisfy(
                                part -> assertThat(part.factor()).isPositive().isLessThanOrEqualTo(1));
            }
        }
    }

    @Property(tries = 100)
    void without_closures_a_gebied_stands_for_itself_alone(
            @ForAll @IntRange(min = FIRST, max = LAST) int year,
            @ForAll @IntRange(min = FIRST, max = LAST) int observed) {
        Boundaries boundaries = new Boundaries(year, List.of(), Set.of());
        for (GebiedCode gebied : GEBIEDEN) {
            assertThat(parts(boundaries, gebied, observed)).containsExactly(new Part(gebied, 1));
        }
    }

    private static List<Part> parts(Boundaries boundaries, GebiedCode gebied, int observed) {
        assertThat(boundaries.counterpart(gebied, observed)).isInstanceOf(Parts.class);
        return ((Parts) boundaries.counterpart(gebied, observed)).parts();
    }

    /** The share of one gebied in another, followed closure by closure. */
    private static double flow(GebiedCode from, GebiedCode to, int year, List<Closure> closures) {
        Closure closure = closures.stream()
                .filter(one -> one.code().equals(from) && !isIn(year, one))
                .findFirst()
                .orElse(null);
        if (closure == null) {
            return from.equals(to) ? 1 : 0;
        }
        return closure.succession().shares().orElseThrow().entrySet().stream()
                .mapToDouble(share -> share.getValue() * flow(share.getKey(), to, year, closures))
                .sum();
    }

    private static Set<GebiedCode> in(int year, List<Closure> closures) {
        Set<GebiedCode> standing = new HashSet<>(GEBIEDEN);
        closures.stream()
                .filter(closure -> !isIn(year, closure))
                .map(Closure::code)
                .forEach(standing::remove);
        return standing;
    }

    private static boolean isIn(int year, Closure closure) {
        return closure.closedOn().isAfter(LocalDate.of(year, 1, 1));
    }

    @Provide
    Arbitrary<Set<GebiedCode>> someGebieden() {
        return Arbitraries.of(GEBIEDEN).set();
    }

    /** Registers without circles and with every share, in which one closure in two goes into what was closed before. */
    @Provide
    Arbitrary<List<Closure>> completeRegisters() {
        return Arbitraries.shuffle(GEBIEDEN).flatMap(order -> {
            List<Arbitrary<@Nullable Closure>> closures = new ArrayList<>();
            for (int i = 0; i < order.size() - 1; i++) {
                closures.add(closure(order.get(i), order.subList(i + 1, order.size()), 1, true)
                        .injectNull(0.3));
            }
            return Combinators.combine(closures).as(AnyBoundariesTest::present);
        });
    }

    /** Registers with circles, gebieden without a successor, and divisions without shares. */
    @Provide
    Arbitrary<List<Closure>> anyRegisters() {
        List<Arbitrary<@Nullable Closure>> closures = new ArrayList<>();
        for (GebiedCode gebied : GEBIEDEN) {
            closures.add(Arbitraries.of(true, false)
                    .flatMap(complete -> closure(gebied, GEBIEDEN, 0, complete))
                    .injectNull(0.5));
        }
        return Combinators.combine(closures).as(AnyBoundariesTest::present);
    }

    private static List<Closure> present(Collection<@Nullable Closure> drawn) {
        List<Closure> present = new ArrayList<>();
        for (Closure closure : drawn) {
            if (closure != null) {
                present.add(closure);
            }
        }
        return present;
    }

    private static Arbitrary<Closure> closure(
            GebiedCode code, List<GebiedCode> candidates, int fewest, boolean complete) {
        Arbitrary<LocalDate> dates = Combinators.combine(
                        Arbitraries.integers().between(FIRST, LAST), Arbitraries.of(1, 1, 183))
                .as(LocalDate::ofYearDay);
        Arbitrary<Succession> successions = Arbitraries.of(candidates)
                .set()
                .ofMinSize(fewest)
                .ofMaxSize(Math.min(3, candidates.size()))
                .map(TreeSet::new)
                .flatMap(successors -> Arbitraries.integers()
                        .between(1, 100)
                        .list()
                        .ofSize(successors.size())
                        .map(weights -> new Succession(successors, complete ? shares(successors, weights) : null)));
        return Combinators.combine(dates, successions).as((date, succession) -> new Closure(code, date, succession));
    }

    private static @Nullable SuccessorShares shares(SortedSet<GebiedCode> successors, List<Integer> weights) {
        if (successors.isEmpty()) {
            return null;
        }
        double together = weights.stream().mapToInt(Integer::intValue).sum();
        Map<GebiedCode, Double> shares = new TreeMap<>();
        for (GebiedCode successor : successors) {
            shares.put(successor, weights.get(shares.size()) / together);
        }
        return new SuccessorShares(ShareBasis.ADDRESSES, new TreeMap<>(shares));
    }
}
