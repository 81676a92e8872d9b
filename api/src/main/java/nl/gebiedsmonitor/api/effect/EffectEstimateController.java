package nl.gebiedsmonitor.api.effect;

import java.io.IOException;
import java.io.InputStream;
import nl.gebiedsmonitor.api.configuration.GebiedsmonitorProperties;
import nl.gebiedsmonitor.api.tabular.Decimals;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.TooLarge;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Panel;
import nl.gebiedsmonitor.domain.effect.PanelDraft;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Estimates an effect from a panel that is posted. */
@RestController
class EffectEstimateController {

    /** Units x periods x estimates: more than this is not begun. */
    private static final long MOST_WORK = 1_000_000_000;

    private static final String ADVICE = "ask for fewer replications, for solver=reference, or for inference=none";

    private final Computations computations;
    private final GebiedsmonitorProperties properties;

    EffectEstimateController(Computations computations, GebiedsmonitorProperties properties) {
        this.computations = computations;
        this.properties = properties;
    }

    /** The effect on the treated units of a CSV file with one unit and period a row. */
    @PostMapping(path = "/v1/effect-estimates", consumes = "text/csv")
    EstimateBody estimate(
            @RequestParam(required = false) @Nullable String method,
            @RequestParam(required = false) @Nullable String inference,
            @RequestParam(required = false) @Nullable String replications,
            @RequestParam(required = false) @Nullable String seed,
            @RequestParam(required = false) @Nullable String solver,
            @RequestParam(required = false) @Nullable String unitColumn,
            @RequestParam(required = false) @Nullable String timeColumn,
            @RequestParam(required = false) @Nullable String valueColumn,
            @RequestParam(required = false) @Nullable String treatedColumn,
            @RequestParam(required = false) @Nullable String decimal,
            InputStream body)
            throws IOException, InterruptedException {
        Fields fields = new Fields();
        PanelDraft.Columns columns =
                EstimationParameters.columns(fields, unitColumn, timeColumn, valueColumn, treatedColumn);
        Decimals decimals = fields.optional("decimal", decimal, Decimals::named).or(Decimals.POINT);
        Estimation estimation = new EstimationParameters(method, inference, replications, seed, solver).read(fields);
        Panel panel = new PanelCsv(columns, decimals).read(body);
        if (estimation.work(panel) > MOST_WORK) {
            throw new TooLarge("This asks for units x periods x replications = " + estimation.work(panel)
                    + ", and at most " + MOST_WORK + " is taken; ask for fewer replications, or for inference=none.");
        }
        return EstimateBody.of(
                computations.run(properties.computationTime(), ADVICE, deadline -> estimation.of(panel, deadline)));
    }
}
