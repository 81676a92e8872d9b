package nl.gebiedsmonitor.domain;

/** A command that is well formed but breaks a rule of the domain in its present state. */
public final class RuleViolated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * @param rule the kebab-case name of the rule, such as {@code one-signature-per-gemeente}
     * @param detail a sentence that a municipal clerk understands
     */
    public RuleViolated(String rule, String detail) {
        super(detail);
        this.rule = rule;
    }

    public String rule() {
        return rule;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
