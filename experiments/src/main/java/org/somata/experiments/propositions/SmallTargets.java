package org.somata.experiments.propositions;

import static org.somata.experiments.propositions.Check.atLeast;
import static org.somata.experiments.propositions.Check.atMost;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;

/**
 * Small targets carry gradients, in three ways: by Eq. 9, which is linear in ĥ_i − h_i, so that targets need not even be
 * small; by differences (Eq. 18) through perfect inverses of linear layers that stretch nothing; and by differences through
 * feedback mappings whose Jacobians are the layers' own transposed, which carry gradients where targets are small alone.
 */
final class SmallTargets implements Claim {
    private static final Breach RANDOM =
            new Breach("random-feedback", "V of difference target propagation is drawn at random");
    private static final Breach STRETCHING =
            new Breach("stretching-layers", "the layers with perfect inverses have singular values other than 1");
    private static final Breach HALF = new Breach("half-steps", "Eq. 9 goes half as far");

    private static final int SEEDS = 6;
    private static final int BATCH = 6;
    private static final int WIDTH = 6;
    private static final int DEPTH = 4;
    private static final int CLASSES = 3;
    private static final double[] STEPS = {10, 1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6};

    /**
     * A way to set targets.
     *
     * @param stretch of the layers
     * @param feedback V of a layer from its W
     */
    private record Way(
            String name,
            Nonlinearity nonlinearity,
            double stretch,
            DoubleFunction<Rule> rule,
            UnaryOperator<RealMatrix> feedback) {}

    @Override
    public String name() {
        return "small-targets";
    }

    @Override
    public String words() {
        return "as ĥ − h → 0 target propagation makes backpropagation's updates, 2 η0 / B times as long (Eqs. 8–10)";
    }

    @Override
    public List<Breach> breaches() {
        return List.of(RANDOM, STRETCHING, HALF);
    }

    @Override
    public Finding test(Conditions conditions) {
        double localStep = conditions.lack(HALF) ? 0.5 : 1;
        Line optimizing = measured(
                conditions,
                new Way(
                        "Eq. 9",
                        Nonlinearity.TANH,
                        2,
                        targetStep -> new TargetPropagationThroughOptimization(targetStep, localStep),
                        UnaryOperator.identity()));
        Line inverses = measured(
                conditions,
                new Way(
                        "Eq. 18, perfect inverses",
                        Nonlinearity.LINEAR,
                        conditions.lack(STRETCHING) ? 2 : 1,
                        DifferenceTargetPropagation::new,
                        Dense::inverse));
        Line adjoints = measured(
                conditions,
                new Way(
                        "Eq. 18, Jacobians transposed",
                        Nonlinearity.TANH,
                        2,
                        AdjointTargetPropagation::new,
                        RealMatrix::transpose));
        return new Finding(
                List.of(
                        atMost("Eq. 9: distance / rounding", overRounding(optimizing), 1),
                        atMost("perfect inverses: distance / rounding", overRounding(inverses), 1),
                        atMost(
                                "Jacobians transposed: distance at η0 1e-6",
                                adjoints.points().get(STEPS.length - 1).y(),
                                1e-5),
                        atLeast("falls as η0 to the", exponent(adjoints), 0.95)),
                new Diagram(
                        "Small targets: distance to backpropagation, most of " + SEEDS + " seeds",
                        Scale.logarithmic("target step η0"),
                        Scale.logarithmic("‖δW B / 2η0 − δW_bp‖ / ‖δW_bp‖"),
                        List.of(optimizing, inverses, adjoints, rounding())));
    }

    private static Line measured(Conditions conditions, Way way) {
        return Line.measured(
                way.name(),
                DoubleStream.of(STEPS)
                        .mapToObj(targetStep -> new Point(
                                targetStep,
                                Collections.max(conditions.repeat(
                                        SEEDS, seed -> distance(way, targetStep, seed, conditions.lack(RANDOM))))))
                        .toList());
    }

    private static double distance(Way way, double targetStep, long seed, boolean randomFeedback) {
        SplittableRandom random = new SplittableRandom(seed);
        Table examples = Table.normal(random, BATCH, WIDTH, CLASSES);
        List<RealMatrix> weights = random.longs(DEPTH - 1)
                .mapToObj(each -> Dense.stretched(new SplittableRandom(each), WIDTH, way.stretch()))
                .toList();
        Rule rule = way.rule().apply(targetStep);
        try (Specimen targets = specimen(way, rule, weights, seed);
                Specimen baseline = specimen(way, new Backpropagation(), weights, seed)) {
            for (int place = 2; place < DEPTH && rule.feedback() == Rule.Feedback.LEARNED; place++) {
                RealMatrix w = targets.weights(place);
                targets.feedback(
                        place,
                        randomFeedback
                                ? Dense.stretched(random, WIDTH, way.stretch())
                                : way.feedback().apply(w));
            }
            targets.present(examples);
            baseline.present(examples);
            double most = 0;
            for (int place = 1; place < DEPTH; place++) {
                RealMatrix scaled = targets.gradient(place).scalarMultiply(BATCH / (2 * targetStep));
                most = Math.max(most, Dense.relativeDistance(scaled, baseline.gradient(place)));
            }
            return most;
        }
    }

    private static Specimen specimen(Way way, Rule rule, List<RealMatrix> weights, long seed) {
        Specimen specimen = Specimen.still(
                LearningNetwork.of(WIDTH, CLASSES)
                        .hidden(WIDTH, DEPTH - 1, way.nonlinearity(), Nonlinearity.LINEAR)
                        .rule(rule)
                        .seed(seed)
                        .batch(BATCH)
                        .unshuffled(),
                DEPTH);
        for (int place = 1; place < DEPTH; place++) {
            specimen.weights(place, weights.get(place - 1));
        }
        return specimen;
    }

    /** What of an update of 16 digits is left where activations of about 1 carry a difference of η0. */
    private static double rounding(double targetStep) {
        return 1e-12 * (1 + 1 / targetStep);
    }

    private static Line rounding() {
        return Line.bound(
                "rounding",
                DoubleStream.of(STEPS)
                        .mapToObj(targetStep -> new Point(targetStep, rounding(targetStep)))
                        .toList());
    }

    private static double overRounding(Line line) {
        return line.points().stream()
                .mapToDouble(point -> point.y() / rounding(point.x()))
                .max()
                .orElseThrow();
    }

    /** Of small steps; the largest may be where g bends no longer as it does at h. */
    private static double exponent(Line line) {
        return Dense.exponent(
                line.points().stream().filter(point -> point.x() <= 0.1).toList());
    }
}
