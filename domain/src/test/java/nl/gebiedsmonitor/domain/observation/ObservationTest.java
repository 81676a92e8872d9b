package nl.gebiedsmonitor.domain.observation;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {

    private static final GebiedCode ARNHEM = new GebiedCode("GM0202");
    private static final Period YEAR = new Period("2024");

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_value_is_a_finite_number(double value) {
        assertInvalid("finite-number", () -> Observation.of(ARNHEM, YEAR, value));
    }

    @ParameterizedTest
    @EnumSource(value = ObsStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "MISSING")
    void an_observation_of_another_status_than_missing_has_a_value(ObsStatus status) {
        assertThat(new Observation(ARNHEM, YEAR, 1.5, status, null).value()).isEqualTo(1.5);
        assertInvalid("value-fits-status", () -> new Observation(ARNHEM, YEAR, null, status, null));
    }

    @Test
    void a_missing_observation_has_no_value() {
        assertInvalid("value-fits-status", () -> new Observation(ARNHEM, YEAR, 1.5, ObsStatus.MISSING, null));
    }

    @ParameterizedTest
    @EnumSource(MissingReason.class)
    void only_a_missing_observation_has_a_reason_to_be_missing(MissingReason reason) {
        assertThat(Observation.missing(ARNHEM, YEAR, reason).missingReason()).isEqualTo(reason);
        assertInvalid("value-fits-status", () -> new Observation(ARNHEM, YEAR, 1.5, ObsStatus.FINAL, reason));
    }

    @Test
    void what_is_missing_without_a_reason_was_not_published() {
        assertThat(new Observation(ARNHEM, YEAR, null, ObsStatus.MISSING, null))
                .isEqualTo(Observation.missing(ARNHEM, YEAR, MissingReason.NOT_PUBLISHED));
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(Observation.of(ARNHEM, YEAR, -0.0)).isEqualTo(Observation.of(ARNHEM, YEAR, 0.0));
    }
}
