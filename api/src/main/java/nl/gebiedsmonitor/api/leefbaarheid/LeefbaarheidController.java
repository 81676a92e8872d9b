package nl.gebiedsmonitor.api.leefbaarheid;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.leefbaarheid.Ranking.Ranked;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.observation.Period;
import nl.gebiedsmonitor.projections.leefbaarheid.PublishedModel;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreModelQueries;
import nl.gebiedsmonitor.projections.leefbaarheid.ScoreQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The scores of many gebieden: as a ranking, by who moved most, and by the typology of a model. */
@RestController
@RequestMapping("/v1/leefbaarheid")
class LeefbaarheidController {

    private final ScoreModelQueries models;
    private final ScoreQueries scores;
    private final Ranking ranking;
    private final Movers movers;
    private final Typology typology;
    private final ScoreGeoJson geoJson;
    private final Vintages vintages;

    LeefbaarheidController(
            ScoreModelQueries models,
            ScoreQueries scores,
            Ranking ranking,
            Movers movers,
            Typology typology,
            ScoreGeoJson geoJson,
            Vintages vintages) {
        this.models = models;
        this.scores = scores;
        this.ranking = ranking;
        this.movers = movers;
        this.typology = typology;
        this.geoJson = geoJson;
        this.vintages = vintages;
    }

    /** The scores of one period, the highest first: JSON in pages, CSV and GeoJSON whole. */
    @GetMapping
    @Nullable
    ResponseEntity<Map<String, List<ScoreBody>>> ranking(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        Fields fields = new Fields();
        ModelParameters wanted = ModelParameters.read(model, version, fields);
        Field<GebiedType> ofType = fields.optional("type", type, Fields.oneOf(GebiedType.class));
        Field<GebiedCode> inside = fields.optional("within", within, GebiedCode::new);
        Field<Period> ofPeriod = fields.optional("period", period, Period::new);
        Page page = Page.read(cursor, 1, limit, fields);
        Format form = Format.wanted(format, accept, fields, Format.JSON, Format.CSV, Format.GEOJSON);
        CsvStyle csv = CsvParameters.read(separator, decimal, form, fields);
        long position = vintages.position(asOf, fields, GebiedScores.READ);
        PublishedModel found = fields.make(() -> wanted.find(models, position));
        Period scored = ofPeriod.orNull();
        if (scored == null) {
            scored = scores.lastPeriod(found, scoredType(ofType.orNull()), null, position)
                    .orElse(null);
        }
        List<Ranked> all =
                scored == null ? List.of() : ranking.of(found, scored, ofType.orNull(), inside.orNull(), position);
        switch (form) {
            case CSV -> ScoreCsv.write(found.definition(), all, csv, response);
            case GEOJSON -> geoJson.write(all, response);
            default -> {
                return page(all, page);
            }
        }
        return null;
    }

    /** Who changed most between two periods, the biggest change first. */
    @GetMapping("/changes")
    Movers.Answer changes(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        ModelParameters wanted = ModelParameters.read(model, version, fields);
        Field<GebiedType> ofType = fields.optional("type", type, Fields.oneOf(GebiedType.class));
        Field<GebiedCode> inside = fields.optional("within", within, GebiedCode::new);
        Field<Period> earlier = fields.optional("from", from, Period::new);
        Field<Period> later = fields.optional("to", to, Period::new);
        Movers.requireOrder(earlier.orNull(), later.orNull(), fields);
        int most = Page.limit(limit, fields);
        long position = vintages.position(asOf, fields, GebiedScores.READ);
        PublishedModel found = fields.make(() -> wanted.find(models, position));
        return movers.between(
                found, earlier.orNull(), later.orNull(), ofType.orNull(), inside.orNull(), most, position);
    }

    /** Which gebieden are of a kind that the model names, and how many people live there. */
    @GetMapping("/typology")
    Typology.Answer typology(
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String version,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asOf) {
        Fields fields = new Fields();
        ModelParameters wanted = ModelParameters.read(model, version, fields);
        Field<GebiedCode> inside = fields.optional("within", within, GebiedCode::new);
        Field<Period> ofPeriod = fields.optional("period", period, Period::new);
        long position = vintages.position(asOf, fields, GebiedScores.READ);
        PublishedModel found = fields.make(() -> wanted.find(models, position));
        return typology.of(found, ofPeriod.orNull(), inside.orNull(), position);
    }

    private static ResponseEntity<Map<String, List<ScoreBody>>> page(List<Ranked> all, Page page) {
        List<ScoreBody> found = all.stream()
                .skip(begin(all, page.afterOne()))
                .limit(page.andOneMore())
                .map(Ranked::body)
                .toList();
        return page.answer("leefbaarheid", found, body -> List.of(String.valueOf(body.gebied())));
    }

    private static int begin(List<Ranked> all, @Nullable String after) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).gebied().value().equals(after)) {
                return i + 1;
            }
        }
        throw new InvalidValue("cursor", after, "A cursor is taken from the link to a next page of the same ranking.")
                .inField("cursor");
    }

    /** The type whose periods tell: what is composed has those of what it is made of. */
    static @Nullable GebiedType scoredType(@Nullable GebiedType type) {
        return type == null || type.isComposed() ? null : type;
    }
}
