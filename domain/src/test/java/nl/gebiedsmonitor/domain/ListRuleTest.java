package nl.gebiedsmonitor.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListRuleTest {

    private static final ListRule ADDRESSEES = ListRule.atMost(2, "addressees", "to", "addressees of a letter");
    private static final ListRule MEMBERS = new ListRule("members", "members", "members of a club", 1, 5000);

    @Test
    void what_is_listed_twice_counts_once() {
        assertThat(ADDRESSEES.read(List.of("a", "a"))).containsExactly("a");
        assertThat(ADDRESSEES.read(List.of())).isEmpty();
    }

    @Test
    void a_list_that_is_too_long_is_refused_by_its_field() {
        assertThatThrownBy(() -> ADDRESSEES.read(Collections.nCopies(8000, "a")))
                .isInstanceOfSatisfying(InvalidValue.class, invalid -> {
                    assertThat(invalid.rule()).isEqualTo("addressees");
                    assertThat(invalid.field()).isEqualTo("to");
                    assertThat(invalid.detail())
                            .isEqualTo("There are at most 2 addressees of a letter; here are 8,000.");
                });
    }

    @Test
    void a_list_that_is_too_short_is_refused() {
        assertThatThrownBy(() -> MEMBERS.require(List.of()))
                .hasMessage("There are 1 to 5,000 members of a club; here are 0.");
    }
}
