package nl.gebiedsmonitor.api.observation.writing;

import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/** What a cell of a JSON-stat dataset says beside its value, by one word: how sure it is, or why there is none. */
enum CellStatus {
    PROVISIONAL("voorlopig", "provisional"),
    ESTIMATED("geschat", "estimated"),
    MISSING("ontbreekt", "missing"),
    NOT_PUBLISHED("niet gepubliceerd", "not published"),
    SUPPRESSED("onderdrukt, kleine aantallen", "suppressed, small numbers"),
    NOT_APPLICABLE("niet van toepassing", "not applicable");

    private final String dutch;
    private final String english;

    CellStatus(String dutch, String english) {
        this.dutch = dutch;
        this.english = english;
    }

    /** The status of an observation; null of a final one. */
    static @Nullable CellStatus of(ObservationView view) {
        return switch (view.status()) {
            case FINAL -> null;
            case PROVISIONAL -> PROVISIONAL;
            case ESTIMATED -> ESTIMATED;
            case MISSING ->
                switch (view.missingReason()) {
                    case null -> MISSING;
                    case NOT_PUBLISHED -> NOT_PUBLISHED;
                    case SUPPRESSED -> SUPPRESSED;
                    case NOT_APPLICABLE -> NOT_APPLICABLE;
                };
        };
    }

    String label(Language language) {
        return language.of(dutch, english);
    }
}
