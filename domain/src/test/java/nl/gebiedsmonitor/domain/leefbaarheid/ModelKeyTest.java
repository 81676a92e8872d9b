package nl.gebiedsmonitor.domain.leefbaarheid;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"leefbaarometer-3.0", "a", "3", "a.b-c.d"})
    void an_id_is_a_slug_that_may_have_dots(String text) {
        assertThat(new ModelId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "Leef", "a--b", "a..b", "a.-b", "-a", "a.", "a b", "a:1", "a\n"})
    void a_text_of_another_grammar_is_no_model_id(String text) {
        assertInvalid("model-id", () -> new ModelId(text));
    }

    @Test
    void an_id_has_at_most_80_characters() {
        assertThat(new ModelId("x".repeat(80))).isNotNull();
        assertInvalid("model-id", () -> new ModelId("x".repeat(81)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leefbaarometer-3.0:1", "a:9999"})
    void a_key_reads_back_as_it_is_written(String text) {
        assertThat(ModelKey.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a:", "a:0", "a:01", "a:10000", "a:-1", "a:1:2", "a: 1", "a:1\n"})
    void a_text_that_is_no_id_and_version_is_no_key(String text) {
        assertInvalid("model-key", () -> ModelKey.parse(text));
    }

    @Test
    void a_key_has_an_id_of_the_grammar() {
        assertInvalid("model-id", () -> ModelKey.parse("A:1"));
        assertInvalid("model-id", () -> ModelKey.parse(":1"));
    }

    @Test
    void versions_run_from_1_to_9999() {
        assertInvalid("model-version", () -> new ModelKey(Models.LEEFBAAROMETER, 0));
        assertInvalid("model-version", () -> new ModelKey(Models.LEEFBAAROMETER, 10_000));
    }

    @Test
    void keys_sort_by_id_and_then_by_number() {
        List<ModelKey> sorted =
                Stream.of("b:1", "a:10", "a:9").map(ModelKey::parse).sorted().toList();
        assertThat(sorted).extracting(ModelKey::toString).containsExactly("a:9", "a:10", "b:1");
    }
}
