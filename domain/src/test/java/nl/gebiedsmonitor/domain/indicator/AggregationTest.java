package nl.gebiedsmonitor.domain.indicator;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import nl.gebiedsmonitor.domain.indicator.Aggregation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AggregationTest {

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "SUM", "MEAN", "MEAN(INWONERS)", "RATE(LBM-A,LBM-B)"})
    void a_rule_shows_as_it_was_given(String rule) {
        assertThat(new Aggregation(rule)).hasToString(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "none",
                "MAX",
                "NONE()",
                "SUM(A)",
                "MEAN()",
                "MEAN(inwoners)",
                "MEAN(A,B)",
                "MEAN(A))",
                "MEAN(A) ",
                "RATE",
                "RATE()",
                "RATE(A)",
                "RATE(A,)",
                "RATE(,B)",
                "RATE(A, B)",
                "RATE(A,B,C)",
                "RATE(A,b)",
                "SUM\n"
            })
    void a_text_of_another_form_is_no_aggregation(String text) {
        assertInvalid("aggregation", () -> new Aggregation(text));
    }

    @Test
    void the_operands_are_indicator_codes_of_at_most_40_characters() {
        String longest = "X".repeat(40);
        assertThat(new Aggregation("RATE(" + longest + "," + longest + ")")).isNotNull();
        assertInvalid("aggregation", () -> new Aggregation("RATE(A," + longest + "X)"));
    }

    @Test
    void a_rule_tells_its_kind_and_its_operands() {
        assertThat(new Aggregation("NONE").kind()).isEqualTo(new Kind.None());
        assertThat(new Aggregation("SUM").kind()).isEqualTo(new Kind.Sum());
        assertThat(new Aggregation("MEAN").kind()).isEqualTo(new Kind.Mean(null));
        assertThat(new Aggregation("MEAN(INWONERS)").kind()).isEqualTo(new Kind.Mean(new IndicatorCode("INWONERS")));
        assertThat(new Aggregation("RATE(LBM-A,LBM-B)").kind())
                .isEqualTo(new Kind.Rate(new IndicatorCode("LBM-A"), new IndicatorCode("LBM-B")));
    }
}
