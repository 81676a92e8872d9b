package nl.gebiedsmonitor.domain.leefbaarheid;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationTest {

    private static final Classification CLASSES =
            new Classification(List.of(-0.5, 0.0, 2.0), List.of("a", "b", "c", "d"));

    @ParameterizedTest
    @CsvSource({
        "-1e300, 1, a",
        "-0.5000000000000001, 1, a",
        "-0.5, 2, b",
        "-4.9e-324, 2, b",
        "-0.0, 3, c",
        "0.0, 3, c",
        "1.9999999999999998, 3, c",
        "2, 4, d",
        "1e300, 4, d"
    })
    void a_value_equal_to_a_cut_point_belongs_to_the_higher_class(double value, int klass, String label) {
        assertThat(CLASSES.of(value)).isEqualTo(klass);
        assertThat(CLASSES.label(klass)).isEqualTo(label);
    }

    @Test
    void one_class_needs_no_cut_point() {
        Classification one = new Classification(List.of(), List.of("alles"));
        assertThat(one.of(-7)).isEqualTo(1);
        assertThat(one.count()).isEqualTo(1);
    }

    @Test
    void there_is_no_class_0_and_none_above_the_last() {
        for (int none : List.of(0, 5)) {
            assertThatThrownBy(() -> CLASSES.label(none)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void cut_points_are_finite_and_ascend() {
        assertInvalid("cut-points-ascend", () -> of(1, 1));
        assertInvalid("cut-points-ascend", () -> of(2, 1));
        assertInvalid("cut-points-ascend", () -> of(-0.0, 0.0));
        for (double wrong : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            assertInvalid("cut-point", () -> of(wrong));
        }
    }

    @Test
    void there_is_one_label_more_than_there_are_cut_points() {
        for (List<String> labels : List.of(List.of("a"), List.of("a", "b", "c"))) {
            assertInvalid("labels-fit-cut-points", () -> new Classification(List.of(1.0), labels));
        }
    }

    @Test
    void there_are_1_to_50_labels_and_none_is_blank() {
        assertThat(of(Stream.iterate(1.0, cut -> cut + 1)
                                .limit(49)
                                .mapToDouble(cut -> cut)
                                .toArray())
                        .count())
                .isEqualTo(50);
        assertInvalid(
                "cut-points", () -> new Classification(Collections.nCopies(50, 1.0), Collections.nCopies(50, "x")));
        assertInvalid("class-labels", () -> new Classification(List.of(), List.of()));
        assertInvalid("class-labels", () -> new Classification(List.of(), Collections.nCopies(51, "x")));
        assertInvalid("class-label", () -> new Classification(List.of(), List.of(" ")));
        assertInvalid("class-label", () -> new Classification(List.of(), List.of("x".repeat(101))));
    }

    @Property
    void a_class_is_one_more_than_the_cut_points_not_above_the_value(
            @ForAll("cutPoints") List<Double> cutPoints, @ForAll("values") double value) {
        double[] cuts = cutPoints.stream().mapToDouble(cut -> cut).toArray();
        assertThat(of(cuts).of(value))
                .isEqualTo(1
                        + (int) Arrays.stream(cuts).filter(cut -> cut <= value).count());
    }

    @Provide
    Arbitrary<List<Double>> cutPoints() {
        return values().list().uniqueElements().ofMaxSize(49).map(cuts -> cuts.stream()
                .sorted()
                .toList());
    }

    /** Few enough to meet a cut point now and then. */
    @Provide
    Arbitrary<Double> values() {
        return Arbitraries.integers().between(-40, 40).map(number -> number / 8.0);
    }

    private static Classification of(double... cutPoints) {
        return new Classification(
                Arrays.stream(cutPoints).boxed().toList(), Collections.nCopies(cutPoints.length + 1, "klasse"));
    }
}
