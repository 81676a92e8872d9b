package nl.gebiedsmonitor.api.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.gebiedsmonitor.domain.InvalidValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions as SDMX REST 2 asks for them. */
class VersionQueryTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0",
                "+",
                "~",
                "*",
                "latest",
                "+.0.0",
                "1.+.0",
                "1.0.+",
                "1.0.0+",
                "1+.0.0",
                "0~.9.9",
                "1.*.0",
                "2.0.0,1.0.0"
            })
    void these_ask_for_1_0_0_among_others(String text) {
        assertThat(new VersionQuery(text).admits("1.0.0")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.0", "2.0.0", "1.0.1", "1.0.1+", "1.1+.0", "2+.0.0", "~.0", "2.*.0"})
    void these_do_not(String text) {
        assertThat(new VersionQuery(text).admits("1.0.0")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.", "1.0.0.0", "1.0+.0+", "~.0.*", "1,", "v1"})
    void what_is_no_version_is_refused(String text) {
        assertThatThrownBy(() -> new VersionQuery(text)).isInstanceOf(InvalidValue.class);
    }
}
