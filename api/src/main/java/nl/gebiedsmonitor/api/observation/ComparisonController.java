package nl.gebiedsmonitor.api.observation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.api.web.Vintages.Between;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.GebiedType;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.projections.gebied.GebiedProjection;
import nl.gebiedsmonitor.projections.indicator.IndicatorProjection;
import nl.gebiedsmonitor.projections.observation.ChangeQueries;
import nl.gebiedsmonitor.projections.observation.ChangeView;
import nl.gebiedsmonitor.projections.observation.DisclosureProjection;
import nl.gebiedsmonitor.projections.observation.ObservationFilter;
import nl.gebiedsmonitor.projections.observation.ObservationKey;
import nl.gebiedsmonitor.projections.observation.ObservationProjection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows which figures differ between what was known at one moment and at another. */
@RestController
class ComparisonController {

    private final ChangeQueries changes;
    private final Vintages vintages;

    ComparisonController(ChangeQueries changes, Vintages vintages) {
        this.changes = changes;
        this.vintages = vintages;
    }

    /** Changes by indicator, gebied and period: JSON in pages, CSV whole. */
    @GetMapping("/v1/vintages/compare")
    @Nullable
    ResponseEntity<Map<String, List<ChangeView>>> compare(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable List<String> indicator,
            @RequestParam(required = false) @Nullable List<String> gebied,
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        Fields fields = new Fields();
        List<IndicatorCode> indicators = fields.list("indicator", indicator, IndicatorCode::new);
        List<GebiedCode> gebieden = fields.list("gebied", gebied, GebiedCode::new);
        Field<GebiedCode> readWithin = fields.optional("within", within, GebiedCode::new);
        Field<GebiedType> readType = fields.optional("type", type, Fields.oneOf(GebiedType.class));
        Page page = Page.read(cursor, 3, limit, fields);
        Format form = Format.wanted(format, accept, fields, Format.JSON, Format.CSV);
        CsvStyle csv = CsvParameters.read(separator, decimal, form, fields);
        Between between = vintages.between(
                from,
                to,
                fields,
                GebiedProjection.NAME,
                IndicatorProjection.NAME,
                ObservationProjection.NAME,
                DisclosureProjection.NAME);
        ObservationFilter filter = fields.make(
                () -> new ObservationFilter(indicators, gebieden, readType.orNull(), readWithin.orNull(), null, null));
        if (form == Format.CSV) {
            ChangeCsv.write(rows -> changes.forEach(filter, between.from(), between.to(), rows), csv, response);
            return null;
        }
        return page(filter, page, between);
    }

    private ResponseEntity<Map<String, List<ChangeView>>> page(ObservationFilter filter, Page page, Between between) {
        List<String> place = page.after();
        ObservationKey after = place == null ? null : new ObservationKey(place.get(0), place.get(1), place.get(2));
        List<ChangeView> found = changes.page(filter, between.from(), between.to(), after, page.andOneMore());
        return page.answer("changes", found, view -> List.of(view.indicator(), view.gebied(), view.period()));
    }
}
