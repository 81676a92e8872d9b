package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import nl.gebiedsmonitor.domain.effect.EffectEstimate.UnitWeight;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The estimates on Proposition 99 of Arkhangelsky et al. (2021), to the digits of the authors' implementation. */
class PublishedEstimatesTest {

    private final Panel panel = Panels.proposition99();

    @ParameterizedTest
    @CsvSource({
        "DID, REFERENCE, -27.3491110836149, 1e-12",
        "SC, REFERENCE, -19.619663470944, 1e-11",
        "SDID, REFERENCE, -15.6038278727338, 1e-11",
        "SC, EXACT, -19.5136297, 1e-7",
        "SDID, EXACT, -15.6053979, 1e-7"
    })
    void an_estimate_has_all_published_digits(Estimator estimator, Solver solver, double published, double tolerance) {
        assertThat(Panels.estimate(panel, estimator, solver).estimate()).isEqualTo(published, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"DID, 17.286800, 4", "SC, 10.615297, 3", "SDID, 9.370999, 2"})
    void every_control_is_a_placebo_once(Estimator estimator, double standardError, int rank) {
        EffectEstimate found = placebo(estimator, null, null);
        assertThat(found.standardError()).isEqualTo(standardError, within(1e-6));
        assertThat(found.pValue()).isEqualTo(rank / 39.0, within(1e-12));
        assertThat(found.replications()).isEqualTo(38);
        assertThat(found.seed()).isNull();
    }

    /** The published ones are a draw of 200 themselves, and a standard error so estimated varies by some 8 %. */
    @ParameterizedTest
    @CsvSource({"DID, 17.7", "SC, 9.9", "SDID, 8.4"})
    void two_hundred_draws_are_within_their_error_of_the_published_ones(Estimator estimator, double published) {
        EffectEstimate found = placebo(estimator, 200, 1L);
        assertThat(found.standardError()).isCloseTo(published, within(0.25 * published));
        assertThat(found.replications()).isEqualTo(200);
        assertThat(found.seed()).isEqualTo(1);
        assertThat(placebo(estimator, 200, 1L)).isEqualTo(found);
        assertThat(placebo(estimator, 200, 2L).standardError()).isNotEqualTo(found.standardError());
    }

    @Test
    void the_interval_is_that_of_the_normal_distribution() {
        EffectEstimate found = placebo(Estimator.SDID, null, null);
        EffectEstimate.Interval interval = Objects.requireNonNull(found.confidenceInterval());
        assertThat(interval.lower()).isCloseTo(-33.970647731, within(1e-8));
        assertThat(interval.upper()).isCloseTo(2.762991986, within(1e-8));
    }

    @Test
    void the_weights_are_the_published_ones() {
        EffectEstimate found = Panels.estimate(panel, Estimator.SDID, Solver.REFERENCE);
        assertThat(found.unitWeights().getFirst().unit()).isEqualTo("Nevada");
        assertThat(found.unitWeights().getFirst().weight()).isCloseTo(0.124, within(0.001));
        assertThat(found.timeWeights())
                .extracting(EffectEstimate.TimeWeight::time)
                .containsExactly("1986", "1987", "1988");
        assertThat(found.unitWeights().stream().mapToDouble(UnitWeight::weight).sum())
                .isCloseTo(1, within(1e-12));
        assertThat(found.controls()).isEqualTo(38);
        assertThat(found.treatedUnits()).isEqualTo(1);
        assertThat(found.prePeriods()).isEqualTo(19);
        assertThat(found.postPeriods()).isEqualTo(12);
    }

    @Test
    void a_result_tells_how_far_its_weights_are_from_the_optimum() {
        EffectEstimate reference = Panels.estimate(panel, Estimator.SC, Solver.REFERENCE);
        EffectEstimate exact = Panels.estimate(panel, Estimator.SC, Solver.EXACT);
        assertThat(reference.iterations()).isEqualTo(10_100);
        assertThat(reference.gap()).isGreaterThan(1e-3);
        assertThat(reference.warnings()).anyMatch(warning -> warning.contains("cap"));
        assertThat(exact.gap()).isLessThan(1e-9);
        assertThat(exact.iterations()).isGreaterThan(10_100);
        assertThat(exact.warnings()).noneMatch(warning -> warning.contains("cap"));
    }

    private EffectEstimate placebo(Estimator estimator, @Nullable Integer replications, @Nullable Long seed) {
        return new Estimation(estimator, Solver.REFERENCE, Inference.PLACEBO, replications, seed)
                .of(panel, Deadline.none());
    }
}
