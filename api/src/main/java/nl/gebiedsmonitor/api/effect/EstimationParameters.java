package nl.gebiedsmonitor.api.effect;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import nl.gebiedsmonitor.api.web.Fields;
import nl.gebiedsmonitor.api.web.Fields.Field;
import nl.gebiedsmonitor.domain.Fault;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.effect.Estimation;
import nl.gebiedsmonitor.domain.effect.Estimator;
import nl.gebiedsmonitor.domain.effect.Inference;
import nl.gebiedsmonitor.domain.effect.PanelDraft;
import nl.gebiedsmonitor.domain.effect.Solver;
import org.jspecify.annotations.Nullable;

/** The query of an estimate, as it was written. */
record EstimationParameters(
        @Nullable String method,
        @Nullable String inference,
        @Nullable String replications,
        @Nullable String seed,
        @Nullable String solver) {

    /** The contrasts, which take a panel whose treatment begins at once; a study offers the others. */
    private static final List<Estimator> METHODS = List.of(Estimator.DID, Estimator.SC, Estimator.SDID);

    private static final List<Inference> INFERENCES =
            List.of(Inference.NONE, Inference.PLACEBO, Inference.JACKKNIFE, Inference.BOOTSTRAP);

    Estimation read(Fields fields) {
        Field<Estimator> estimator = fields.required("method", method, oneOf("method", METHODS));
        Field<Inference> found = fields.optional("inference", inference, oneOf("inference", INFERENCES));
        Field<Integer> draws = fields.optional("replications", replications, Estimation::readReplications);
        Field<Long> from = fields.optional("seed", seed, Fields::seed);
        Field<Solver> solving = fields.optional("solver", solver, oneOf("solver", List.of(Solver.values())));
        return fields.make(() -> new Estimation(
                estimator.get(),
                solving.or(Solver.REFERENCE),
                found.or(Inference.PLACEBO),
                draws.orNull(),
                from.orNull()));
    }

    /** Reads how the columns are called; each is another one. */
    static PanelDraft.Columns columns(
            Fields fields,
            @Nullable String unit,
            @Nullable String time,
            @Nullable String value,
            @Nullable String treated) {
        PanelDraft.Columns standard = PanelDraft.Columns.STANDARD;
        PanelDraft.Columns columns = new PanelDraft.Columns(
                unit == null ? standard.unit() : unit,
                time == null ? standard.time() : time,
                value == null ? standard.value() : value,
                treated == null ? standard.treated() : treated);
        List<String> names = List.of(columns.unit(), columns.time(), columns.value(), columns.treated());
        names.stream()
                .distinct()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .forEach(name -> fields.add(new Fault(
                        null, null, name, "column-once", "The column " + name + " is named for two things.")));
        return columns;
    }

    private static <E extends Enum<E>> Function<String, E> oneOf(String rule, List<E> constants) {
        return text -> constants.stream()
                .filter(constant -> EstimateBody.word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidValue(
                        rule,
                        text,
                        "This is one of "
                                + constants.stream().map(EstimateBody::word).collect(joining(", "))
                                + "."));
    }
}
