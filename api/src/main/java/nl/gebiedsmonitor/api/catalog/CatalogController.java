package nl.gebiedsmonitor.api.catalog;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Answers the catalogue: a dataset per indicator, as JSON-LD. */
@RestController
class CatalogController {

    /** The prefixes of names; no other context is needed, so that a reader fetches nothing. */
    private static final List<Map.Entry<String, String>> CONTEXT = List.of(
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private final IndicatorQueries indicators;
    private final Coverages coverages;
    private final Vintages vintages;
    private final GebiedsmonitorProperties properties;
    private final JsonMapper json;

    CatalogController(
            IndicatorQueries indicators,
            Coverages coverages,
            Vintages vintages,
            GebiedsmonitorProperties properties,
            JsonMapper json) {
        this.indicators = indicators;
        this.coverages = coverages;
        this.vintages = vintages;
        this.properties = properties;
        this.json = json;
    }

    @GetMapping(
            path = "/v1/catalog",
            produces = {"application/ld+json", "application/json"})
    void catalog(@RequestParam(required = false) @Nullable String asOf, HttpServletResponse response)
            throws IOException {
        long position = vintages.position(
                asOf, IndicatorProjection.NAME, ObservationProjection.NAME, DisclosureProjection.NAME);
        List<IndicatorDefinition> all = indicators.all(position);
        Coverages.Known known = coverages.at(position);
        String base =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
        CatalogNodes nodes = new CatalogNodes(base, properties.catalog());
        response.setContentType("application/ld+json");
        try (JsonGenerator generator = json.createGenerator(response.getOutputStream())) {
            generator.writeStartObject();
            generator.writeObjectPropertyStart("@context");
            CONTEXT.forEach(prefix -> generator.writeStringProperty(prefix.getKey(), prefix.getValue()));
            generator.writeEndObject();
            generator.writeArrayPropertyStart("@graph");
            generator.writePOJO(
                    nodes.catalog(all.stream().map(each -> each.code().value()).toList()));
            nodes.shared().forEach(generator::writePOJO);
            for (IndicatorDefinition each : all) {
                generator.writePOJO(nodes.dataset(
                        each,
                        known.covered().get(each.code().value()),
                        known.changed().get(each.code().value())));
            }
            generator.writeEndArray();
            generator.writeEndObject();
        }
    }
}
