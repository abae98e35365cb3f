package org.somata.experiments.propositions;

import static org.somata.experiments.propositions.Check.atLeast;
import static org.somata.experiments.propositions.Check.atMost;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/** A layer that has arrived where it should be must not send the layer below away (Eq. 21). */
final class FixedPoint implements Claim {
    private static final Breach UNCORRECTED =
            new Breach("no-difference-correction", "the target below is g(ĥ) alone, without h − g(h)");
    private static final Breach INVERTED =
            new Breach("inverse-everywhere", "vanilla target propagation has the perfect inverse where it should not");
    private static final Breach IMPERFECT =
            new Breach("imperfect-inverse", "what should be the perfect inverse is drawn at random");

    private static final int SEEDS = 10;
    private static final int BATCH = 10;
    private static final int WIDTH = 6;
    private static final int CLASSES = 3;
    private static final Presentation PRESENTATION = new Presentation(1, Purpose.OBSERVE, Moment.START, BATCH);
    private static final double[] DISTANCES = {1, 1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12};

    /** A layer's way to the target below, and s of its mappings. */
    private record Way(String name, Rule rule, Nonlinearity nonlinearity, boolean inverse) {}

    @Override
    public String name() {
        return "fixed-point";
    }

    @Override
    public String words() {
        return "h_i = ĥ_i → h_{i−1} = ĥ_{i−1} by differences whatever g, not by vanilla target propagation unless g = f⁻¹"
                + " (Eqs. 21–23)";
    }

    @Override
    public List<Breach> breaches() {
        return List.of(UNCORRECTED, INVERTED, IMPERFECT);
    }

    @Override
    public Finding test(Conditions conditions) {
        Rule difference = conditions.lack(UNCORRECTED) ? new TargetPropagation(1) : new DifferenceTargetPropagation(1);
        Way differences = new Way("differences, random g", difference, Nonlinearity.TANH, false);
        Way vanilla =
                new Way("vanilla, random g", new TargetPropagation(1), Nonlinearity.LINEAR, conditions.lack(INVERTED));
        Way inverting =
                new Way("vanilla, g = f⁻¹", new TargetPropagation(1), Nonlinearity.LINEAR, !conditions.lack(IMPERFECT));
        return new Finding(
                List.of(
                        atMost(
                                "moved at ĥ_i = h_i: by differences",
                                moved(differences, 0, conditions).getMax(),
                                0),
                        atLeast(
                                "by vanilla, random g",
                                moved(vanilla, 0, conditions).getMin(),
                                0.1),
                        atMost(
                                "by vanilla, g = f⁻¹",
                                moved(inverting, 0, conditions).getMax(),
                                1e-12)),
                new Diagram(
                        "Fixed point: how far layer 1 is sent as layer 2 arrives, " + SEEDS + " seeds",
                        Scale.logarithmic("‖ĥ_i − h_i‖"),
                        Scale.logarithmic("‖ĥ_{i−1} − h_{i−1}‖ / ‖h_{i−1}‖"),
                        List.of(
                                line(differences, conditions, DoubleSummaryStatistics::getMax),
                                line(vanilla, conditions, DoubleSummaryStatistics::getMin),
                                line(inverting, conditions, DoubleSummaryStatistics::getMax))));
    }

    private static Line line(Way way, Conditions conditions, ToDoubleFunction<DoubleSummaryStatistics> of) {
        return Line.measured(
                way.name(),
                DoubleStream.of(DISTANCES)
                        .mapToObj(distance -> new Point(distance, of.applyAsDouble(moved(way, distance, conditions))))
                        .toList());
    }

    /** How far layer 2 of each seed's network would have layer 1 move, example by example. */
    private static DoubleSummaryStatistics moved(Way way, double distance, Conditions conditions) {
        return conditions
                .repeat(SEEDS, seed -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    RealMatrix input = Dense.normal(random, BATCH, WIDTH, 1);
                    try (Specimen specimen = specimen(way, seed)) {
                        specimen.weights(2, Dense.stretched(random, WIDTH, 2));
                        if (way.inverse()) {
                            specimen.feedback(2, Dense.inverse(specimen.weights(2)));
                        }
                        RealMatrix below = targetBelow(specimen.layer(2), input, random, distance);
                        return IntStream.range(0, BATCH)
                                .mapToDouble(
                                        example -> below.getRowVector(example).getDistance(input.getRowVector(example))
                                                / input.getRowVector(example).getNorm())
                                .toArray();
                    }
                })
                .stream()
                .flatMapToDouble(DoubleStream::of)
                .summaryStatistics();
    }

    private static Specimen specimen(Way way, long seed) {
        return Specimen.still(
                LearningNetwork.of(WIDTH, CLASSES)
                        .hidden(WIDTH, 2, way.nonlinearity(), way.nonlinearity())
                        .weights(new Initialisation.Gaussian(0.5), new Initialisation.Gaussian(0.5))
                        .rule(way.rule())
                        .seed(seed)
                        .batch(BATCH),
                3);
    }

    /** What a layer makes of a target at the given distance from its activation. */
    private static RealMatrix targetBelow(Layer layer, RealMatrix input, SplittableRandom random, double distance) {
        Heard heard = new Heard();
        layer.handle(MessageKind.ACTIVATION, PRESENTATION, signal(layer, input), heard);
        RealMatrix target = heard.last.copy();
        for (int example = 0; example < BATCH; example++) {
            int unit = random.nextInt(WIDTH);
            target.addToEntry(example, unit, distance);
        }
        layer.handle(MessageKind.TARGET, PRESENTATION, signal(layer, target), heard);
        return heard.last;
    }

    private static Signal signal(Layer layer, RealMatrix values) {
        Matrix matrix = layer.kernels().matrix(BATCH, WIDTH);
        Dense.write(values, matrix);
        return new Signal.Real(matrix);
    }

    /** The latest that a layer said. */
    private static final class Heard implements Outbox {
        private RealMatrix last;

        @Override
        public void send(MessageKind kind, int to, Signal signal) {
            last = Dense.of(((Signal.Real) signal).values());
        }

        @Override
        public void setAside(Runnable work) {
            work.run();
        }

        @Override
        public void report(Report report) {}
    }
}
