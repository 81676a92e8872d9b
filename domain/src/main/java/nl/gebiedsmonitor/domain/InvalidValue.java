package nl.gebiedsmonitor.domain;

import org.jspecify.annotations.Nullable;

/** A text or number that cannot be a value of its type, whatever the state of the system. */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String rule;
    private final @Nullable String value;
    private final @Nullable String field;

    /**
     * @param rule the kebab-case name of the rule that is broken, such as {@code gebied-code}
     * @param value what was given, null when nothing was
     * @param detail a sentence that a municipal clerk understands
     */
    public InvalidValue(String rule, @Nullable Object value, String detail) {
        this(rule, value == null ? null : value.toString(), detail, null);
    }

    private InvalidValue(String rule, @Nullable String value, String detail, @Nullable String field) {
        super(detail);
        this.rule = rule;
        this.value = value;
        this.field = field;
    }

    /** The same, where the value is a whole and the field tells which part of it is wrong. */
    public InvalidValue inField(String name) {
        return new InvalidValue(rule, value, detail(), name);
    }

    /** Leaves the stack alone: a file may hold a million of these, and each is told by its line. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    public String rule() {
        return rule;
    }

    public @Nullable String value() {
        return value;
    }

    /** The part of the whole that is wrong; null when the value has no parts or all are. */
    public @Nullable String field() {
        return field;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
