package nl.gebiedsmonitor.api.leefbaarheid;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import nl.gebiedsmonitor.api.gebied.Outlines;
import nl.gebiedsmonitor.api.leefbaarheid.Ranking.Ranked;
import nl.gebiedsmonitor.api.web.Format;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores as a GeoJSON feature collection (RFC 7946); the geometry of a gebied without a known outline is null. */
@Component
class ScoreGeoJson {

    private final JsonMapper json;
    private final Outlines outlines;

    ScoreGeoJson(JsonMapper json, Outlines outlines) {
        this.json = json;
        this.outlines = outlines;
    }

    void write(List<Ranked> ranking, HttpServletResponse response) throws IOException {
        response.setContentType(Format.GEOJSON.mediaType().toString());
        try (JsonGenerator generator = json.createGenerator(response.getOutputStream())) {
            generator.writeStartObject();
            generator.writeStringProperty("type", "FeatureCollection");
            generator.writeStringProperty("attribution", Outlines.ATTRIBUTION);
            generator.writeArrayPropertyStart("features");
            ranking.forEach(ranked -> write(ranked.body(), generator));
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }

    private void write(ScoreBody body, JsonGenerator generator) {
        generator.writeStartObject();
        generator.writeStringProperty("type", "Feature");
        generator.writePOJOProperty("id", body.gebied());
        JsonNode outline = outlines.of(body.gebied());
        generator.writeName("geometry");
        if (outline == null) {
            generator.writeNull();
        } else {
            generator.writeTree(outline);
        }
        generator.writePOJOProperty("properties", body);
        generator.writeEndObject();
    }
}
