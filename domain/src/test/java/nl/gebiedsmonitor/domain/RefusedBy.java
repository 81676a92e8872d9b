package nl.gebiedsmonitor.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.gebiedsmonitor.domain.gebied.RegistrationRejected;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeMatcher;

/** Matches a refusal, in itself or in the present state, by the name of the rule that is broken. */
public final class RefusedBy extends TypeSafeMatcher<Throwable> {

    private final String rule;

    private RefusedBy(String rule) {
        this.rule = rule;
    }

    public static RefusedBy rule(String rule) {
        return new RefusedBy(rule);
    }

    /** Asserts that a value cannot be made, by the rule of this name. */
    public static void assertInvalid(String rule, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOfSatisfying(InvalidValue.class, invalid -> assertThat(invalid.rule())
                .isEqualTo(rule));
    }

    @Override
    protected boolean matchesSafely(Throwable thrown) {
        return switch (thrown) {
            case RuleViolated violated -> violated.rule().equals(rule);
            case InvalidValue invalid -> invalid.rule().equals(rule);
            case InputRejected rejected ->
                rejected.faults().stream().allMatch(fault -> fault.rule().equals(rule));
            case RegistrationRejected rejected ->
                rejected.faults().stream().allMatch(fault -> fault.rule().equals(rule));
            default -> false;
        };
    }

    @Override
    public void describeTo(Description description) {
        description.appendText("refused by rule ").appendValue(rule);
    }
}
