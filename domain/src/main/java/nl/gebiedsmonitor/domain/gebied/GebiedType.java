package nl.gebiedsmonitor.domain.gebied;

import java.util.regex.Pattern;

/**
 * The kinds of gebied, each with the grammar of its code (CBS gebiedsindelingen; the focus area is our own). In wijken and
 * buurten of Amsterdam and Weesp letters stand where others have digits: {@code BU0363AA01}.
 */
public enum GebiedType {
    LAND("NL"),
    PROVINCIE("PV[0-9]{2}"),
    GEMEENTE("GM[0-9]{4}"),
    WIJK("WK[0-9]{4}[0-9A-Z]{2}"),
    BUURT("BU[0-9]{4}[0-9A-Z]{4}"),
    PC4("[1-9][0-9]{3}"),
    /** A stedelijk vernieuwingsgebied, composed of other gebieden. */
    FOCUS("SV-[A-Z0-9]+(-[A-Z0-9]+)*");

    private final Pattern grammar;

    GebiedType(String grammar) {
        this.grammar = Pattern.compile(grammar);
    }

    /** Whether a gebied of this type consists of others by the codes, the register or its composition. */
    public boolean isComposed() {
        return switch (this) {
            case LAND, PROVINCIE, GEMEENTE, WIJK, FOCUS -> true;
            case BUURT, PC4 -> false;
        };
    }

    boolean fits(String code) {
        return grammar.matcher(code).matches();
    }
}
