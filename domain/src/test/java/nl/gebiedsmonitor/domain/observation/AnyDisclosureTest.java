package nl.gebiedsmonitor.domain.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.observation.Disclosure.Total;

/** What holds for every table of small whole numbers, and what somebody finds who works out all that can be. */
class AnyDisclosureTest {

    private static final double THRESHOLD = 5;

    /** Figures and which of them add up to which. */
    record Table(Map<GebiedCode, Double> values, List<Total> totals) {

        SortedMap<GebiedCode, Suppression> hidden() {
            return Disclosure.hidden(THRESHOLD, values, totals);
        }
    }

    @Property(tries = 1000)
    void no_total_shown_has_one_hidden_part_or_hidden_parts_under_the_threshold(@ForAll("tables") Table table) {
        Set<GebiedCode> hidden = table.hidden().keySet();
        for (Total total : table.totals()) {
            List<Double> hiddenParts = total.parts().stream()
                    .filter(hidden::contains)
                    .map(table.values()::get)
                    .toList();
            if (table.values().containsKey(total.of()) && !hidden.contains(total.of()) && !hiddenParts.isEmpty()) {
                assertThat(hiddenParts).hasSizeGreaterThan(1);
                assertThat(Math.abs(
                                hiddenParts.stream().mapToDouble(value -> value).sum()))
                        .isGreaterThanOrEqualTo(THRESHOLD);
            }
        }
    }

    @Property(tries = 1000)
    void every_figure_under_the_threshold_is_hidden_and_without_one_nothing_is(@ForAll("tables") Table table) {
        SortedMap<GebiedCode, Suppression> hidden = table.hidden();
        table.values().forEach((code, value) -> assertThat(hidden.get(code) == Suppression.PRIMARY)
                .isEqualTo(Math.abs(value) < THRESHOLD));
        assertThat(hidden.isEmpty()).isEqualTo(!hidden.containsValue(Suppression.PRIMARY));
    }

    @Property(tries = 1000)
    void the_order_of_figures_and_totals_does_not_matter(@ForAll("tables") Table table, @ForAll Random random) {
        List<GebiedCode> codes = new ArrayList<>(table.values().keySet());
        Collections.shuffle(codes, random);
        Map<GebiedCode, Double> values = new LinkedHashMap<>();
        codes.forEach(code -> values.put(code, table.values().getOrDefault(code, 0.0)));
        List<Total> totals = new ArrayList<>(table.totals());
        Collections.shuffle(totals, random);
        assertThat(new Table(values, totals).hidden()).isEqualTo(table.hidden());
    }

    @Property(tries = 1000)
    void of_one_total_no_hidden_figure_can_be_worked_out(@ForAll("singleLevels") Table table) {
        assertNothingWorkedOut(table);
    }

    @Property(tries = 1000)
    void of_totals_of_totals_no_hidden_figure_can_be_worked_out(@ForAll("hierarchies") Table table) {
        assertNothingWorkedOut(table);
    }

    @Property(tries = 100)
    void whoever_works_out_a_table_finds_what_is_hidden_under_the_threshold_alone(@ForAll("singleLevels") Table table) {
        Set<GebiedCode> single = Set.of(table.totals().getFirst().parts().first());
        assertThat(workedOut(table, single)).isEqualTo(single);
    }

    private static void assertNothingWorkedOut(Table table) {
        assertThat(workedOut(table, table.hidden().keySet())).isEmpty();
    }

    /**
     * Which hidden figures follow from the totals: those that stand alone in a row when the equations, each with what is
     * hidden on one side, are reduced.
     */
    private static Set<GebiedCode> workedOut(Table table, Set<GebiedCode> hidden) {
        List<GebiedCode> unknowns = new ArrayList<>(hidden);
        double[][] equations = table.totals().stream()
                .map(total -> unknowns.stream()
                        .mapToDouble(unknown ->
                                unknown.equals(total.of()) ? -1 : total.parts().contains(unknown) ? 1 : 0)
                        .toArray())
                .toArray(double[][]::new);
        reduce(equations, unknowns.size());
        Set<GebiedCode> found = new TreeSet<>();
        for (double[] equation : equations) {
            int[] left = IntStream.range(0, unknowns.size())
                    .filter(column -> Math.abs(equation[column]) > 1e-9)
                    .toArray();
            if (left.length == 1) {
                found.add(unknowns.get(left[0]));
            }
        }
        return found;
    }

    private static void reduce(double[][] equations, int columns) {
        int row = 0;
        for (int column = 0; column < columns && row < equations.length; column++) {
            int pivot = row;
            for (int other = row; other < equations.length; other++) {
                pivot = Math.abs(equations[other][column]) > Math.abs(equations[pivot][column]) ? other : pivot;
            }
            if (Math.abs(equations[pivot][column]) > 1e-9) {
                double[] found = equations[pivot];
                equations[pivot] = equations[row];
                equations[row] = found;
                for (int other = 0; other < equations.length; other++) {
                    double times = other == row ? 0 : equations[other][column] / found[column];
                    for (int i = 0; i < columns; i++) {
                        equations[other][i] -= times * found[i];
                    }
                }
                row++;
            }
        }
    }

    /** Tables in which a gebied may be part of several totals, figures may be missing and sums need not be right. */
    @Provide
    Arbitrary<Table> tables() {
        List<GebiedCode> codes = IntStream.range(0, 12)
                .mapToObj(number -> new GebiedCode("GM%04d".formatted(number)))
                .toList();
        Arbitrary<Map<GebiedCode, Double>> values = Arbitraries.maps(
                        Arbitraries.of(codes),
                        Arbitraries.integers().between(-4, 20).map(Integer::doubleValue))
                .ofMinSize(6);
        Arbitrary<List<Total>> totals = Combinators.combine(
                        Arbitraries.of(codes),
                        Arbitraries.of(codes).set().ofMinSize(1).ofMaxSize(6))
                .as((of, parts) -> new Total(of, new TreeSet<>(parts)))
                .list()
                .ofMaxSize(6);
        return Combinators.combine(values, totals).as(Table::new);
    }

    @Provide
    Arbitrary<Table> singleLevels() {
        return numbers(8).map(numbers -> {
            Table table = new Table(new TreeMap<>(), new ArrayList<>());
            add(
                    table,
                    "GM0001",
                    numbers,
                    IntStream.range(0, numbers.size())
                            .mapToObj("WK0001%02d"::formatted)
                            .toList());
            return table;
        });
    }

    /** A country of provincies of gemeenten, in which every sum is right. */
    @Provide
    Arbitrary<Table> hierarchies() {
        return numbers(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(provincies -> {
                    Table table = new Table(new TreeMap<>(), new ArrayList<>());
                    List<String> inLand = new ArrayList<>();
                    List<Integer> ofLand = new ArrayList<>();
                    for (List<List<Integer>> gemeenten : provincies) {
                        List<String> inProvincie = new ArrayList<>();
                        List<Integer> ofProvincie = new ArrayList<>();
                        String provincie = "PV%02d".formatted(inLand.size());
                        for (List<Integer> wijken : gemeenten) {
                            String number = "%02d%02d".formatted(inLand.size(), inProvincie.size());
                            ofProvincie.add(add(
                                    table,
                                    "GM" + number,
                                    wijken,
                                    IntStream.range(0, wijken.size())
                                            .mapToObj(wijk -> "WK%s%02d".formatted(number, wijk))
                                            .toList()));
                            inProvincie.add("GM" + number);
                        }
                        ofLand.add(add(table, provincie, ofProvincie, inProvincie));
                        inLand.add(provincie);
                    }
                    add(table, "NL", ofLand, inLand);
                    return table;
                });
    }

    private static Arbitrary<List<Integer>> numbers(int most) {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, Arbitraries.integers().between(0, 4)),
                        Tuple.of(3, Arbitraries.integers().between(5, 30)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(most);
    }

    /** Adds a total with its parts to a table, and answers the total. */
    private static int add(Table table, String of, List<Integer> numbers, List<String> parts) {
        Map<GebiedCode, Double> values = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            values.put(new GebiedCode(parts.get(i)), (double) numbers.get(i));
        }
        int sum = numbers.stream().mapToInt(Integer::intValue).sum();
        table.values().putAll(values);
        table.values().put(new GebiedCode(of), (double) sum);
        table.totals().add(new Total(new GebiedCode(of), new TreeSet<>(values.keySet())));
        return sum;
    }
}
