package nl.gebiedsmonitor.api.sdmx;

import java.util.List;
import nl.gebiedsmonitor.domain.observation.MissingReason;
import nl.gebiedsmonitor.projections.observation.ObservationView;
import org.jspecify.annotations.Nullable;

/** Our statuses by the letters of the cross-domain codelist CL_OBS_STATUS of SDMX; together they lose nothing of ours. */
enum StatusCode {
    A("FINAL", "Definitief", "Normal value"),
    P("PROVISIONAL", "Voorlopig", "Provisional value"),
    E("ESTIMATED", "Geschat", "Estimated value"),
    O("MISSING NOT_PUBLISHED", "Ontbreekt: niet gepubliceerd", "Missing value"),
    Q("MISSING SUPPRESSED", "Ontbreekt: onderdrukt", "Missing value; suppressed"),
    M("MISSING NOT_APPLICABLE", "Ontbreekt: niet van toepassing", "Missing value; data cannot exist");

    private final String ours;
    private final String nl;
    private final String en;

    StatusCode(String ours, String nl, String en) {
        this.ours = ours;
        this.nl = nl;
        this.en = en;
    }

    /** The status, and after a space the reason of what is missing. */
    String ours() {
        return ours;
    }

    Text title() {
        return new Text(nl, en);
    }

    static StatusCode of(ObservationView row) {
        return switch (row.status()) {
            case FINAL -> A;
            case PROVISIONAL -> P;
            case ESTIMATED -> E;
            case MISSING -> missing(row.missingReason());
        };
    }

    private static StatusCode missing(@Nullable MissingReason reason) {
        return switch (reason) {
            case SUPPRESSED -> Q;
            case NOT_APPLICABLE -> M;
            case NOT_PUBLISHED -> O;
            case null -> O;
        };
    }

    /** Where it stands in a message, from 0. */
    int place() {
        return List.of(values()).indexOf(this);
    }
}
