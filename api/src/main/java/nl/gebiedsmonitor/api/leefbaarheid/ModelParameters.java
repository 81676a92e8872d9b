package nl.gebiedsmonitor.api.leefbaarheid;

import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelId;
import nl.gebiedsmonitor.domain.leefbaarheid.ModelKey;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import org.jspecify.annotations.Nullable;

/** Which model is asked for: {@code model}, the shipped one when left out, and {@code version}, the last when left out. */
record ModelParameters(Field<ModelId> id, Field<Integer> version) {

    private static final ModelId SHIPPED = new ModelId("leefbaarometer-3.0");

    static ModelParameters read(@Nullable String model, @Nullable String version, Fields fields) {
        return new ModelParameters(
                fields.optional("model", model, ModelId::new),
                fields.optional("version", version, ModelKey::readVersion));
    }

    /** @throws NotFound when there was no such model at the position */
    PublishedModel find(ScoreModelQueries models, long position) {
        ModelId wanted = id.or(SHIPPED);
        return models.find(wanted, version.orNull(), position)
                .orElseThrow(() -> new NotFound(
                        "score model " + wanted + (version.orNull() == null ? "" : " of version " + version.orNull())));
    }
}
