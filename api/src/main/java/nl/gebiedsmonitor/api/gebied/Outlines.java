package nl.gebiedsmonitor.api.gebied;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Simplified outlines of all gemeenten of 2024, and of the buurten of some of them, in WGS84. */
@Component
public class Outlines {

    /** Whom to name wherever an outline is shown. */
    public static final String ATTRIBUTION =
            "Outlines: CBS and Kadaster, by way of the Ministerie van BZK, simplified (CC BY 4.0)";

    private static final List<String> FILES = List.of("gemeenten", "buurten");

    private final JsonMapper json;
    private volatile @Nullable Map<String, JsonNode> known;

    Outlines(JsonMapper json) {
        this.json = json;
    }

    /** The outline of a gebied as GeoJSON has it, null when it is not known. */
    public @Nullable JsonNode of(@Nullable String gebied) {
        return gebied == null ? null : known().get(gebied);
    }

    /** All outlines by the code of their gebied. */
    Map<String, JsonNode> known() {
        Map<String, JsonNode> outlines = known;
        if (outlines == null) {
            outlines = read();
            known = outlines;
        }
        return outlines;
    }

    private Map<String, JsonNode> read() {
        Map<String, JsonNode> outlines = new HashMap<>();
        for (String file : FILES) {
            try (InputStream packed = Outlines.class.getResourceAsStream("/geo/" + file + ".geojson.gz")) {
                if (packed == null) {
                    throw new IllegalStateException("The outlines of " + file + " are not there");
                }
                for (JsonNode feature :
                        json.readTree(new GZIPInputStream(packed)).get("features")) {
                    outlines.put(feature.get("id").asString(), feature.get("geometry"));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return outlines;
    }
}
