package nl.gebiedsmonitor.api.observation.reading;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One of the constants of an enum as it was read: perhaps none, and perhaps not a good one. */
record Constant<E extends Enum<E>>(@Nullable E value, boolean good) {

    static <E extends Enum<E>> Constant<E> read(
            Cells cells, long line, String field, @Nullable String text, Class<E> type) {
        if (text == null) {
            return new Constant<>(null, true);
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return new Constant<>(constant, true);
            }
        }
        cells.fault(line, field, text, "code-list", "This is one of " + Arrays.toString(type.getEnumConstants()) + ".");
        return new Constant<>(null, false);
    }
}
