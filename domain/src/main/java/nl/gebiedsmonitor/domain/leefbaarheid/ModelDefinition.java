package nl.gebiedsmonitor.domain.leefbaarheid;

import static java.util.stream.Collectors.toCollection;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import nl.gebiedsmonitor.domain.InvalidValue;
import nl.gebiedsmonitor.domain.ListRule;
import nl.gebiedsmonitor.domain.RuleViolated;
import nl.gebiedsmonitor.domain.TextRule;
import nl.gebiedsmonitor.domain.indicator.IndicatorCode;
import nl.gebiedsmonitor.domain.indicator.IndicatorDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A model of leefbaarheid: how the figures of a gebied become a score, and the score a class.
 *
 * @param name 1 to 200 characters
 * @param description 1 to 2,000 characters, on as many lines as they need
 * @param source who made the model, 1 to 200 characters
 * @param referenceLevel the score of a gebied that deviates from the reference in nothing
 * @param dimensions 1 to 50, each under a key of its own, in the order in which they are added up
 * @param deviationIndicator the deviation as its source publishes it, taken where a dimension is not known
 * @param scoreClasses the classes of the score; their cut points are on the scale of the deviation, as the published ones
 *     are
 * @param deviationClasses the classes of the deviation, which say where a gebied stands against the reference
 * @param dimensionClasses the same for each dimension
 * @param developmentClasses the classes of a change of the deviation between two periods
 * @param decimals how many decimals an answer shows, 0 to 15; sums and classes are made of all digits
 * @param aggregationWeight what weighs the parts of a composed gebied where an indicator does not say, and counts the
 *     inhabitants for the typology
 * @param minimumCoverage the share of that weight, 0 to 1, that must have a figure for the whole to have one
 * @param typology at most 50 rules, each under a key of its own
 */
public record ModelDefinition(
        ModelId id,
        int version,
        String name,
        @Nullable String description,
        String source,
        double referenceLevel,
        List<Dimension> dimensions,
        @Nullable IndicatorCode deviationIndicator,
        Classification scoreClasses,
        Classification deviationClasses,
        Classification dimensionClasses,
        @Nullable Classification developmentClasses,
        @Nullable Integer decimals,
        IndicatorCode aggregationWeight,
        double minimumCoverage,
        List<TypologyRule> typology) {

    public static final TextRule NAME = TextRule.oneLine("model-name", "A score model has a name", 200);
    public static final TextRule DESCRIPTION =
            TextRule.manyLines("model-description", "A score model has a description", 2000);
    public static final TextRule SOURCE = TextRule.oneLine("model-source", "A score model has a source", 200);
    public static final NumberRule REFERENCE_LEVEL =
            NumberRule.finite("reference-level", "referenceLevel", "A reference level is a finite number.");
    public static final ListRule DIMENSIONS =
            new ListRule("dimensions", "dimensions", "dimensions of a score model", 1, 50);
    public static final NumberRule MINIMUM_COVERAGE = new NumberRule(
            "minimum-coverage", "minimumCoverage", "A minimum coverage is a share, a number from 0 to 1.", 0, 1);
    public static final ListRule TYPOLOGY =
            ListRule.atMost(50, "typology", "typology", "rules in the typology of a score model");

    /** The aggregation weight of a model that does not say. */
    public static final IndicatorCode INHABITANTS = new IndicatorCode("INHABITANTS");

    /** The minimum coverage of a model that does not say. */
    public static final double DEFAULT_MINIMUM_COVERAGE = 0.8;

    /** @throws InvalidValue when a part does not fit, in itself or beside the others */
    public ModelDefinition {
        ModelKey.requireVersion(version);
        name = NAME.read(name);
        description = description == null ? null : DESCRIPTION.read(description);
        source = SOURCE.read(source);
        referenceLevel = REFERENCE_LEVEL.read(referenceLevel);
        DIMENSIONS.require(dimensions);
        Set<String> dimensionKeys = new HashSet<>();
        dimensions.forEach(dimension -> requireOwnDimensionKey(dimensionKeys, dimension.key()));
        dimensions = List.copyOf(dimensions);
        decimals = decimals == null ? null : Integer.valueOf(IndicatorDefinition.requireDecimals(decimals));
        minimumCoverage = MINIMUM_COVERAGE.read(minimumCoverage);
        TYPOLOGY.require(typology);
        Set<String> typologyKeys = new HashSet<>();
        for (TypologyRule rule : typology) {
            requireOwnTypologyKey(typologyKeys, rule.key());
            requireClass(rule.toClass(), scoreClasses);
        }
        typology = List.copyOf(typology);
    }

    /**
     * Answers the key of a dimension that is not among those taken by the model before, and takes it.
     *
     * @throws InvalidValue when it is there again
     */
    public static String requireOwnDimensionKey(Set<String> taken, String key) {
        return requireOwn(taken, key, "dimension-key-once");
    }

    /**
     * Answers the key of a typology that is not among those taken by the model before, and takes it.
     *
     * @throws InvalidValue when it is there again
     */
    public static String requireOwnTypologyKey(Set<String> taken, String key) {
        return requireOwn(taken, key, "typology-key-once");
    }

    private static String requireOwn(Set<String> taken, String key, String rule) {
        if (!taken.add(key)) {
            throw new InvalidValue(rule, key, "A key names one thing in a score model; " + key + " is there twice.")
                    .inField("key");
        }
        return key;
    }

    /**
     * Holds that the score has the classes that a typology asks for.
     *
     * @throws InvalidValue when it has fewer
     */
    public static void requireClass(int toClass, Classification scoreClasses) {
        if (toClass > scoreClasses.count()) {
            throw new InvalidValue(
                            "typology-classes",
                            toClass,
                            "The score has " + scoreClasses.count() + " classes, and class " + toClass
                                    + " is asked for.")
                    .inField("toClass");
        }
    }

    public ModelKey key() {
        return new ModelKey(id, version);
    }

    /** All whose figures a score is made of: those of the dimensions in order, then the published deviation. */
    public Set<IndicatorCode> indicators() {
        Set<IndicatorCode> indicators = new LinkedHashSet<>(madeOf(Basis.DIMENSIONS));
        indicators.addAll(madeOf(Basis.DEVIATION));
        return Collections.unmodifiableSet(indicators);
    }

    /** The indicators whose figures a score on this basis is made of; none when the model knows no such basis. */
    public Set<IndicatorCode> madeOf(Basis basis) {
        if (basis == Basis.DEVIATION) {
            return deviationIndicator == null ? Set.of() : Set.of(deviationIndicator);
        }
        Set<IndicatorCode> weighted =
                weighted().map(WeightedIndicator::indicator).collect(toCollection(LinkedHashSet::new));
        return Collections.unmodifiableSet(weighted);
    }

    /**
     * The score of a gebied in a period, from its figures then: of the dimensions when all of them are known, otherwise of
     * the published deviation; none when neither is known, or the figures are too large to add up.
     *
     * @throws IllegalStateException when the model is not published and still lacks parameters
     */
    public Optional<Score> score(Map<IndicatorCode, Double> values) {
        return Score.of(this, values);
    }

    /**
     * How a gebied went from the figures of one period to those of a later one; none when either gives no score, or they
     * are too far apart to subtract.
     */
    public Optional<Development> development(
            Map<IndicatorCode, Double> earlierValues, Map<IndicatorCode, Double> laterValues) {
        return Development.between(this, earlierValues, laterValues);
    }

    /**
     * The same with every parameter that was left out, computed from the figures of its reference.
     *
     * @throws RuleViolated with each indicator of which the figures of reference are lacking or all the same
     */
    public ModelDefinition filledFrom(ReferenceFigures figures) {
        Filling filling = new Filling(figures);
        ModelDefinition filled = withStandardisations(filling::filled);
        filling.requireComplete();
        return filled;
    }

    /** Whether this says the same as a published model, where parameters that are left out agree with any. */
    boolean agreesWith(ModelDefinition published) {
        if (!withoutParameters().equals(published.withoutParameters())) {
            return false;
        }
        List<WeightedIndicator> given = weighted().toList();
        List<WeightedIndicator> held = published.weighted().toList();
        for (int i = 0; i < given.size(); i++) {
            Standardisation standardisation = given.get(i).standardisation();
            Standardisation other = held.get(i).standardisation();
            if (!standardisation.equals(other) && !standardisation.equals(other.withoutParameters())) {
                return false;
            }
        }
        return true;
    }

    private ModelDefinition withoutParameters() {
        return withStandardisations((_, standardisation) -> standardisation.withoutParameters());
    }

    private Stream<WeightedIndicator> weighted() {
        return dimensions.stream().flatMap(dimension -> dimension.indicators().stream());
    }

    private ModelDefinition withStandardisations(
            BiFunction<IndicatorCode, Standardisation, Standardisation> replacement) {
        List<Dimension> replaced = dimensions.stream()
                .map(dimension -> new Dimension(
                        dimension.key(),
                        dimension.name(),
                        dimension.indicators().stream()
                                .map(weighted -> weighted.with(
                                        replacement.apply(weighted.indicator(), weighted.standardisation())))
                                .toList()))
                .toList();
        return new ModelDefinition(
                id,
                version,
                name,
                description,
                source,
                referenceLevel,
                replaced,
                deviationIndicator,
                scoreClasses,
                deviationClasses,
                dimensionClasses,
                developmentClasses,
                decimals,
                aggregationWeight,
                minimumCoverage,
                typology);
    }
}
