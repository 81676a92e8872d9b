package nl.gebiedsmonitor.domain.gebied;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import nl.gebiedsmonitor.domain.InvalidValue;

/**
 * The code of a gebied; its grammar tells the type: {@code NL}, {@code PV26}, {@code GM0363}, {@code WK036301},
 * {@code BU03630100}, PC4 {@code 1011}, or {@code SV-} and a slug for a focus area.
 */
public record GebiedCode(@JsonValue String value) implements Comparable<GebiedCode> {

    private static final int LONGEST = 60;

    /** @throws InvalidValue when no type's grammar fits */
    @JsonCreator
    public GebiedCode {
        if (value.isEmpty()
                || value.length() > LONGEST
                || !typeBegunBy(value.charAt(0)).fits(value)) {
            throw new InvalidValue(
                    "gebied-code",
                    value,
                    "A gebied has a code such as NL, PV26, GM0363, WK036301, BU03630100, 1011 (PC4) or SV-ARNHEM-OOST.");
        }
    }

    public GebiedType type() {
        return typeBegunBy(value.charAt(0));
    }

    /** The gebied that this one lies in, where the code alone tells: of a buurt its wijk, of a wijk its gemeente. */
    public Optional<GebiedCode> parent() {
        return switch (type()) {
            case BUURT -> Optional.of(new GebiedCode("WK" + value.substring(2, 8)));
            case WIJK -> gemeente();
            case PROVINCIE -> Optional.of(new GebiedCode("NL"));
            case LAND, GEMEENTE, PC4, FOCUS -> Optional.empty();
        };
    }

    /** The gemeente that this gebied is, or lies in where the code alone tells: of a wijk or a buurt. */
    public Optional<GebiedCode> gemeente() {
        return switch (type()) {
            case GEMEENTE -> Optional.of(this);
            case WIJK, BUURT -> Optional.of(new GebiedCode("GM" + value.substring(2, 6)));
            case LAND, PROVINCIE, PC4, FOCUS -> Optional.empty();
        };
    }

    @Override
    public int compareTo(GebiedCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static GebiedType typeBegunBy(char first) {
        return switch (first) {
            case 'N' -> GebiedType.LAND;
            case 'P' -> GebiedType.PROVINCIE;
            case 'G' -> GebiedType.GEMEENTE;
            case 'W' -> GebiedType.WIJK;
            case 'B' -> GebiedType.BUURT;
            case 'S' -> GebiedType.FOCUS;
            default -> GebiedType.PC4;
        };
    }
}
