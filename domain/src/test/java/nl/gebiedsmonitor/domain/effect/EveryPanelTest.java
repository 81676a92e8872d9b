package nl.gebiedsmonitor.domain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds on every panel: with one or more treated, one or more periods after, more periods than units or fewer. */
class EveryPanelTest {

    /** The size of a panel, and the seed of its outcomes. */
    record Shape(int controls, int treated, int prePeriods, int postPeriods, long seed) {

        double[][] outcomes() {
            return Panels.outcomes(controls + treated, prePeriods + postPeriods, seed);
        }

        double effect(double[][] outcomes, Estimator estimator) {
            return Panels.effect(outcomes, treated, postPeriods, estimator);
        }

        Block block(double[][] outcomes) {
            return new Block(outcomes, controls, prePeriods);
        }
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_constant_for_each_unit_changes_nothing(@ForAll("shapes") Shape shape, @ForAll Random random) {
        double[][] outcomes = shape.outcomes();
        double[][] moved = shape.outcomes();
        for (double[] row : moved) {
            double constant = 100 * random.nextGaussian();
            Arrays.setAll(row, t -> row[t] + constant);
        }
        assertThat(shape.effect(moved, Estimator.DID)).isCloseTo(shape.effect(outcomes, Estimator.DID), within(1e-8));
        assertThat(shape.effect(moved, Estimator.SDID)).isCloseTo(shape.effect(outcomes, Estimator.SDID), within(1e-8));
    }

    /** Of synthetic DiD the noise level is that of the panel before the constants were added, and so the regularisation. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_constant_for_each_period_changes_nothing_but_the_noise_level(
            @ForAll("shapes") Shape shape, @ForAll Random random) {
        double[][] outcomes = shape.outcomes();
        double[][] moved = shape.outcomes();
        double[] constants = random.doubles(outcomes[0].length, -100, 100).toArray();
        for (double[] row : moved) {
            Arrays.setAll(row, t -> row[t] + constants[t]);
        }
        assertThat(shape.effect(moved, Estimator.DID)).isCloseTo(shape.effect(outcomes, Estimator.DID), within(1e-8));
        Fit.Procedure procedure =
                Fit.Procedure.of(shape.block(outcomes), Estimator.SDID, Solver.REFERENCE, Deadline.none());
        assertThat(procedure.fit(shape.block(moved)).effect())
                .isCloseTo(procedure.fit(shape.block(outcomes)).effect(), within(1e-8));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void the_order_of_the_controls_does_not_matter(
            @ForAll("shapes") Shape shape, @ForAll("contrasts") Estimator estimator, @ForAll Random random) {
        double[][] outcomes = shape.outcomes();
        double[][] shuffled = outcomes.clone();
        Collections.shuffle(Arrays.asList(shuffled).subList(0, shape.controls()), random);
        assertThat(shape.effect(shuffled, estimator)).isCloseTo(shape.effect(outcomes, estimator), within(1e-8));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void weights_are_shares(
            @ForAll("shapes") Shape shape, @ForAll("contrasts") Estimator estimator, @ForAll Solver solver) {
        Block block = shape.block(shape.outcomes());
        Fit fit = Fit.Procedure.of(block, estimator, solver, Deadline.none()).fit(block);
        assertThat(Arrays.stream(fit.units().values())).allMatch(weight -> weight >= 0);
        assertThat(Arrays.stream(fit.units().values()).sum()).isCloseTo(1, within(1e-10));
        assertThat(Arrays.stream(fit.times().values())).allMatch(weight -> weight >= 0);
        assertThat(Arrays.stream(fit.times().values()).sum())
                .isCloseTo(estimator == Estimator.SC ? 0 : 1, within(1e-10));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void equal_units_show_no_effect(
            @ForAll("shapes") Shape shape, @ForAll("contrasts") Estimator estimator, @ForAll Solver solver) {
        double[][] outcomes = shape.outcomes();
        Arrays.fill(outcomes, outcomes[0]);
        Panel panel = Panels.panel(outcomes, shape.treated(), shape.postPeriods());
        assertThat(Panels.estimate(panel, estimator, solver).estimate()).isZero();
    }

    /** Sums of such numbers are off by what rounding leaves, of which nothing may be concluded. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void where_no_unit_differs_nothing_is_found(
            @ForAll("shapes") Shape shape, @ForAll("comparisons") Estimator estimator) {
        double[][] outcomes = shape.outcomes();
        Arrays.fill(outcomes, outcomes[0]);
        assertNothingFound(shape, outcomes, estimator);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void where_no_period_differs_nothing_is_found(
            @ForAll("shapes") Shape shape, @ForAll("differences") Estimator estimator) {
        double[][] outcomes = shape.outcomes();
        for (double[] row : outcomes) {
            Arrays.fill(row, row[0]);
        }
        assertNothingFound(shape, outcomes, estimator);
    }

    private static void assertNothingFound(Shape shape, double[][] outcomes, Estimator estimator) {
        Inference inference = estimator == Estimator.CS || estimator == Estimator.BEFORE_AFTER
                ? Inference.ANALYTIC
                : Inference.PLACEBO;
        Assume.that(inference != Inference.PLACEBO || shape.treated() < shape.controls());
        Assume.that(estimator.compares() || shape.treated() > 1);
        Finding finding =
                StudyPanels.find(StudyPanels.of(outcomes, shape.treated(), shape.postPeriods()), estimator, inference);
        assertThat(finding.estimate()).isZero();
        assertThat(finding.pValue()).isIn(null, 1.0);
        assertThat(finding.concerns())
                .extracting(Concern::kind)
                .doesNotContain(
                        Concern.Kind.PRE_FIT,
                        Concern.Kind.PRE_TREND,
                        Concern.Kind.IN_TIME_PLACEBO,
                        Concern.Kind.LEAVE_ONE_OUT);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_large_enough_effect_is_found_whole(@ForAll("shapes") Shape shape, @ForAll("contrasts") Estimator estimator) {
        double[][] outcomes = shape.outcomes();
        double[][] treated = shape.outcomes();
        for (int unit = shape.controls(); unit < treated.length; unit++) {
            for (int t = shape.prePeriods(); t < treated[unit].length; t++) {
                treated[unit][t] += 1000;
            }
        }
        assertThat(shape.effect(treated, estimator) - shape.effect(outcomes, estimator))
                .isCloseTo(1000, within(1e-8));
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void the_reference_solver_does_what_its_definition_says(@ForAll("shapes") Shape shape) {
        Block block = shape.block(shape.outcomes());
        for (Estimator estimator : List.of(Estimator.SC, Estimator.SDID)) {
            Fit.Procedure procedure = Fit.Procedure.of(block, estimator, Solver.REFERENCE, Deadline.none());
            assertThat(procedure.fit(block).effect())
                    .as(estimator.name())
                    .isCloseTo(Definition.effect(shape, estimator), within(1e-6));
        }
    }

    /** With so many controls most steps are made on some of them, which are chosen again as the point moves on. */
    @Property(tries = 2, shrinking = ShrinkingMode.OFF)
    void it_does_so_with_many_controls(@ForAll("wide") Shape shape) {
        Block block = shape.block(shape.outcomes());
        for (Estimator estimator : List.of(Estimator.SC, Estimator.SDID)) {
            Fit.Procedure procedure = Fit.Procedure.of(block, estimator, Solver.REFERENCE, Deadline.none());
            assertThat(procedure.fit(block).effect())
                    .as(estimator.name())
                    .isCloseTo(Definition.effect(shape, estimator), within(1e-6));
        }
    }

    @Example
    void most_steps_are_made_on_some_of_many_controls() {
        Shape shape = new Shape(1_500, 1, 6, 2, 7);
        Block block = shape.block(shape.outcomes());
        Fit.Procedure procedure = Fit.Procedure.of(block, Estimator.SDID, Solver.REFERENCE, Deadline.none());
        FrankWolfe solver = FrankWolfe.twoRounds(
                block.unitProblem(true),
                procedure.unitPenalty(),
                1e-5 * procedure.noise(),
                Weights.uniform(block.controls()).values(),
                Deadline.none());
        assertThat(solver.narrowed()).isGreaterThan(solver.weights().iterations() / 2);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_exact_solver_comes_to_the_optimum_of_synthetic_did(@ForAll("shapes") Shape shape) {
        Block block = shape.block(shape.outcomes());
        Fit.Procedure procedure = Fit.Procedure.of(block, Estimator.SDID, Solver.EXACT, Deadline.none());
        Fit fit = procedure.fit(block);
        double variance = procedure.noise() * procedure.noise();
        assertThat(fit.units().gap()).as(shape.toString()).isLessThan(1e-8 * variance);
        assertThat(fit.times().gap()).as(shape.toString()).isLessThan(1e-8 * variance);
    }

    /** With few periods and many controls its optimum is nearly flat, and exchanges creep; every other one starts afresh. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void the_exact_solver_comes_to_the_optimum_of_synthetic_control_or_uses_all_its_steps(
            @ForAll("shapes") Shape shape) {
        Block block = shape.block(shape.outcomes());
        Fit.Procedure procedure = Fit.Procedure.of(block, Estimator.SC, Solver.EXACT, Deadline.none());
        Weights units = procedure.fit(block).units();
        double variance = procedure.noise() * procedure.noise();
        assertThat(units.gap() < 1e-8 * variance || units.iterations() >= FrankWolfe.EXCHANGES / 2)
                .as(shape + " after " + units.iterations() + " steps has a gap of " + units.gap())
                .isTrue();
    }

    @Provide
    Arbitrary<Estimator> comparisons() {
        return Arbitraries.of(Estimator.DID, Estimator.SC, Estimator.SDID, Estimator.CS);
    }

    /** Those that take the level of a unit away, or never look at it. */
    @Provide
    Arbitrary<Estimator> differences() {
        return Arbitraries.of(Estimator.DID, Estimator.SDID, Estimator.CS, Estimator.BEFORE_AFTER);
    }

    @Provide
    Arbitrary<Estimator> contrasts() {
        return Arbitraries.of(Estimator.values()).filter(Estimator::isContrast);
    }

    @Provide
    Arbitrary<Shape> wide() {
        return Combinators.combine(
                        Arbitraries.integers().between(1_100, 1_500),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(3, 7),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.longs())
                .as(Shape::new);
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 40),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(2, 30),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.longs())
                .as(Shape::new);
    }
}
