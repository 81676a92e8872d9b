package nl.gebiedsmonitor.projections.impact;

import nl.gebiedsmonitor.domain.impact.ImpactPlan;
import nl.gebiedsmonitor.domain.impact.Realisation;
import tools.jackson.databind.json.JsonMapper;

/** How plans and what was measured are kept: in JSON, which is read as a whole and never searched. */
final class ImpactRows {

    private static final JsonMapper JSON = new JsonMapper();

    private ImpactRows() {}

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    static ImpactPlan plan(String text) {
        return JSON.readValue(text, ImpactPlan.class);
    }

    static Realisation realisation(String text) {
        return JSON.readValue(text, Realisation.class);
    }
}
