package nl.gebiedsmonitor.api.sdmx;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** In which language names are given where a message has room for one only. */
enum Language {
    NL,
    EN;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language that is asked for; Dutch when neither is.
     *
     * @param accept the header Accept-Language; one that cannot be read asks for nothing in particular
     */
    static Language wanted(@Nullable String accept) {
        if (accept == null) {
            return NL;
        }
        try {
            String tag = Locale.lookupTag(LanguageRange.parse(accept), List.of(NL.tag(), EN.tag()));
            return EN.tag().equals(tag) ? EN : NL;
        } catch (IllegalArgumentException malformed) {
            return NL;
        }
    }
}
