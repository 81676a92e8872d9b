package nl.gebiedsmonitor.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** In which language an answer names things. */
public enum Language {
    NL,
    EN;

    /**
     * The most wanted language of those there are, Dutch when none of them is. The answer has to say it, as
     * {@code Content-Language}.
     *
     * @param accepted the header Accept-Language (RFC 9110, 12.5.4); one that cannot be read asks for nothing in particular
     */
    public static Language wanted(@Nullable String accepted) {
        Vary.by(HttpHeaders.ACCEPT_LANGUAGE);
        if (accepted == null) {
            return NL;
        }
        try {
            List<Locale> there =
                    Arrays.stream(values()).map(each -> Locale.of(each.tag())).toList();
            Locale found = Locale.lookup(Locale.LanguageRange.parse(accepted), there);
            return found == null ? NL : values()[there.indexOf(found)];
        } catch (IllegalArgumentException malformed) {
            return NL;
        }
    }

    /** Its tag, such as {@code nl}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A name in this language, or in Dutch where there is none. */
    public String of(String dutch, @Nullable String english) {
        return this == EN && english != null ? english : dutch;
    }
}
