package nl.gebiedsmonitor.domain;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A command that is well formed but breaks a rule of the domain in its present state. */
public final class RuleViolated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /**
     * @param rule the kebab-case name of the rule, such as {@code one-signature-per-gemeente}
     * @param detail a sentence that a municipal clerk understands
     */
    public RuleViolated(String rule, String detail) {
        this(List.of(new Fault(null, null, null, rule, detail)));
    }

    /** @param faults each rule that is broken, never empty */
    public RuleViolated(List<Fault> faults) {
        super(faults.stream().map(Fault::detail).collect(joining(" ")));
        this.faults = List.copyOf(faults);
    }

    /** Refuses a command that breaks any rule. */
    public static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new RuleViolated(faults);
        }
    }

    /** The name of the first rule that is broken. */
    public String rule() {
        return faults.getFirst().rule();
    }

    public List<Fault> faults() {
        return faults;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
