package nl.gebiedsmonitor.api.sdmx;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.gebiedsmonitor.api.web.Accept;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Language;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.gebied.GebiedQueries;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Answers structure queries of SDMX REST 2, in SDMX-JSON 2.0. */
@RestController
class StructureController {

    private static final String STRUCTURE = "/sdmx/v2/structure";

    private static final String ESSENCE = "application/vnd.sdmx.structure+json";

    private static final MediaType JSON = MediaType.valueOf(ESSENCE + ";version=" + DataForm.VERSION);

    private static final List<Accept.Offer<MediaType>> OFFERS =
            List.of(DataForm.offer(JSON, JSON.toString(), ESSENCE, MediaType.APPLICATION_JSON_VALUE));

    private final IndicatorQueries indicators;
    private final GebiedQueries gebieden;
    private final SdmxFiles files;
    private final Vintages vintages;
    private final JsonMapper json;

    StructureController(
            IndicatorQueries indicators, GebiedQueries gebieden, SdmxFiles files, Vintages vintages, JsonMapper json) {
        this.indicators = indicators;
        this.gebieden = gebieden;
        this.files = files;
        this.vintages = vintages;
        this.json = json;
    }

    @GetMapping({
        STRUCTURE,
        STRUCTURE + "/{artefactType}",
        STRUCTURE + "/{artefactType}/{agency}",
        STRUCTURE + "/{artefactType}/{agency}/{id}",
        STRUCTURE + "/{artefactType}/{agency}/{id}/{version}"
    })
    void structure(
            @PathVariable(required = false) @Nullable String artefactType,
            @PathVariable(required = false) @Nullable String agency,
            @PathVariable(required = false) @Nullable String id,
            @PathVariable(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String references,
            @RequestParam(required = false) @Nullable String detail,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage,
            HttpServletResponse response)
            throws IOException {
        Accept.read(accept).choose(OFFERS, "");
        Fields fields = new Fields();
        ArtefactQuery artefacts = ArtefactQuery.of(agency, id, version, fields);
        References along =
                fields.optional("references", references, References::parse).or(References.NONE);
        Detail detailed = fields.optional("detail", detail, Detail::parse).or(Detail.FULL);
        long position =
                vintages.position(DataController.plus(asOf), fields, GebiedProjection.NAME, IndicatorProjection.NAME);
        fields.make(() -> detailed);
        Set<Artefact> asked = asked(artefactType == null ? "*" : artefactType, artefacts);
        Language language = Language.wanted(acceptLanguage);
        response.setContentType(JSON.toString());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        try (JsonGenerator generator = json.createGenerator(response.getOutputStream())) {
            new StructureMessage(indicators, gebieden, position, files.recordedAt(position), language, generator)
                    .write(along.with(asked), each -> asked.contains(each) ? detailed.ofAsked() : detailed.ofOthers());
        }
    }

    private static Set<Artefact> asked(String type, ArtefactQuery artefacts) {
        Set<Artefact> asked = EnumSet.allOf(Artefact.class);
        asked.removeIf(
                each -> !(Set.of("*", "all").contains(type) || each.type().equals(type)) || !artefacts.admits(each));
        if (asked.isEmpty()) {
            throw artefacts.notFound(type);
        }
        return asked;
    }
}
