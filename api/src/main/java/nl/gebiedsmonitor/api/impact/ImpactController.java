package nl.gebiedsmonitor.api.impact;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import nl.gebiedsmonitor.api.impact.ImpactBodies.ImpactAnalysisBody;
import nl.gebiedsmonitor.api.impact.ImpactBodies.RealisationBody;
import nl.gebiedsmonitor.api.impact.ImpactBodies.RevisionBody;
import nl.gebiedsmonitor.api.tabular.CsvStyle;
import nl.gebiedsmonitor.api.web.Commands;
import nl.gebiedsmonitor.api.web.CsvParameters;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.api.web.Format;
import nl.gebiedsmonitor.api.web.NotFound;
import nl.gebiedsmonitor.api.web.Page;
import nl.gebiedsmonitor.api.web.Reply;
import nl.gebiedsmonitor.api.web.Vintages;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.impact.Impact;
import nl.gebiedsmonitor.domain.impact.ImpactAnalysisId;
import nl.gebiedsmonitor.domain.impact.MonteCarlo;
import nl.gebiedsmonitor.projections.impact.ImpactAnalysisView;
import nl.gebiedsmonitor.projections.impact.ImpactProjection;
import nl.gebiedsmonitor.projections.impact.ImpactQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registers, revises and shows impact analyses, and computes what they are worth. */
@RestController
@RequestMapping("/v1/impact-analyses")
class ImpactController {

    private static final ZoneId DUTCH = ZoneId.of("Europe/Amsterdam");
    private static final long USUAL_SEED = 1;

    private final Commands commands;
    private final ImpactQueries analyses;
    private final Vintages vintages;
    private final Clock clock;

    ImpactController(Commands commands, ImpactQueries analyses, Vintages vintages, Clock clock) {
        this.commands = commands;
        this.analyses = analyses;
        this.vintages = vintages;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<String> register(@RequestBody ImpactAnalysisBody body) {
        return commands.send(
                body.read(today()),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/impact-analyses/" + body.id(), body));
    }

    @PutMapping("/{id}/plan")
    ResponseEntity<String> revise(@PathVariable String id, @RequestBody RevisionBody body) {
        return commands.send(body.read(id, today()), null, Reply.ok(body));
    }

    @PostMapping("/{id}/realisations")
    ResponseEntity<String> record(@PathVariable String id, @RequestBody RealisationBody body) {
        return commands.send(
                body.read(id),
                null,
                Boolean.class,
                changed -> Reply.createdIf(changed, "/v1/impact-analyses/" + id, body));
    }

    @GetMapping
    ResponseEntity<Map<String, List<ImpactAnalysisView>>> list(
            @RequestParam(required = false) @Nullable String gebied,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        Fields fields = new Fields();
        Field<GebiedCode> readGebied = fields.optional("gebied", gebied, GebiedCode::new);
        Page page = Page.read(cursor, 1, limit, fields);
        long position = vintages.position(asOf, fields, ImpactProjection.NAME);
        List<ImpactAnalysisView> found =
                fields.make(() -> analyses.list(readGebied.orNull(), page.afterOne(), page.andOneMore(), position));
        return page.answer("impactAnalyses", found, view -> List.of(view.id()));
    }

    @GetMapping("/{id}")
    ImpactAnalysisView find(@PathVariable String id, @RequestParam(required = false) @Nullable String asOf) {
        return find(new ImpactAnalysisId(id), vintages.position(asOf, ImpactProjection.NAME));
    }

    private ImpactAnalysisView find(ImpactAnalysisId id, long position) {
        return analyses.find(id, position).orElseThrow(() -> new NotFound("impact analysis " + id));
    }

    /** What the approach is worth, by its plan as it stood and by what was measured by then. */
    @GetMapping("/{id}/results")
    @Nullable
    ResponseEntity<Impact> results(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String draws,
            @RequestParam(required = false) @Nullable String seed,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String separator,
            @RequestParam(required = false) @Nullable String decimal,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            HttpServletResponse response)
            throws IOException {
        Fields fields = new Fields();
        Field<ImpactAnalysisId> readId = fields.required("id", id, ImpactAnalysisId::new);
        Field<Integer> readDraws = fields.optional("draws", draws, ImpactController::draws);
        long readSeed = fields.optional("seed", seed, Fields::seed).or(USUAL_SEED);
        Format form = Format.wanted(format, accept, fields, Format.JSON, Format.CSV);
        CsvStyle csv = CsvParameters.read(separator, decimal, form, fields);
        long position = vintages.position(asOf, fields, ImpactProjection.NAME);
        ImpactAnalysisView view = fields.make(() -> find(readId.get(), position));
        Impact impact = fields.make(() -> Impact.of(view.plan(), view.realisations(), readDraws.orNull(), readSeed));
        if (form == Format.CSV) {
            ImpactCsv.write(impact, csv, response);
            return null;
        }
        return ResponseEntity.ok(impact);
    }

    private static Integer draws(String text) {
        if (!text.matches("[0-9]{1,6}")
                || Integer.parseInt(text) < MonteCarlo.FEWEST
                || Integer.parseInt(text) > MonteCarlo.MOST) {
            throw new InvalidValue(
                    "draws",
                    text,
                    "The bandwidth is drawn " + MonteCarlo.FEWEST + " to " + MonteCarlo.MOST + " times.");
        }
        return Integer.valueOf(text);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DUTCH);
    }
}
