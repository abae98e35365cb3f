package org.somata.experiments.propositions;

import static org.somata.experiments.propositions.Check.atMost;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.library.NetworkBuilder;
import org.somata.experiments.library.Optimisers;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;
import org.somata.model.learning.Initialisation;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.FeedbackAlignment;

/** Section 2.3: with linear layers and a fixed random g, difference target propagation is feedback alignment. */
final class LinearAlignment implements Claim {
    private static final Breach BENT =
            new Breach("nonlinear-layers", "the layers are tanh, alignment takes them as linear");
    private static final Breach OTHER = new Breach("other-feedback", "alignment has other random matrices than V");
    private static final Breach TOP = new Breach("random-top", "B_M is drawn at random, not W_M transposed");

    private static final int SEEDS = 8;
    private static final int STEPS = 30;
    private static final int BATCH = 7;
    private static final int INPUTS = 5;
    private static final int CLASSES = 3;
    private static final int DEPTH = 4;
    private static final double TARGET_STEP = 1.7;

    @Override
    public String name() {
        return "feedback-alignment";
    }

    @Override
    public String words() {
        return "linear f and fixed random linear g: difference target propagation is feedback alignment with B_i = V_i,"
                + " B_M = W_Mᵀ, at rates 2 η0 / B (section 2.3)";
    }

    @Override
    public List<Breach> breaches() {
        return List.of(BENT, OTHER, TOP);
    }

    @Override
    public Finding test(Conditions conditions) {
        List<double[][]> bySeed = conditions.repeat(SEEDS, seed -> distances(seed, conditions));
        double[] hidden = most(bySeed, 0);
        double[] output = most(bySeed, 1);
        return new Finding(
                List.of(
                        atMost("distance of the updates, hidden layers", max(hidden), 1e-10),
                        atMost("output layer", max(output), 1e-12)),
                new Diagram(
                        "Feedback alignment: distance of difference target propagation, most of " + SEEDS + " seeds",
                        Scale.linear("step of training"),
                        Scale.logarithmic("‖δW_dtp B / 2η0 − δW_fa‖ / ‖δW_fa‖"),
                        List.of(
                                line("hidden layers", hidden),
                                line("output layer", output),
                                Line.level("bound, hidden layers", 1e-10, 1, STEPS))));
    }

    /** Of the hidden layers, the largest, and of the output layer, step by step. */
    private static double[][] distances(long seed, Conditions conditions) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] distances = new double[2][STEPS];
        Nonlinearity s = conditions.lack(BENT) ? Nonlinearity.TANH : Nonlinearity.LINEAR;
        try (Specimen specimen = learning(seed, s);
                Specimen aligned = aligned(seed)) {
            for (int step = 0; step < STEPS; step++) {
                Table examples = Table.normal(random, BATCH, INPUTS, CLASSES);
                aligned.copyForward(specimen);
                matrices(specimen, random, conditions).forEach(aligned::fixedFeedback);
                aligned.present(examples);
                specimen.present(examples);
                for (int place = 1; place <= DEPTH; place++) {
                    double scale = place == DEPTH ? 1 : BATCH / (2 * TARGET_STEP);
                    double distance = Dense.relativeDistance(
                            specimen.gradient(place).scalarMultiply(scale), aligned.gradient(place));
                    double[] course = distances[place == DEPTH ? 1 : 0];
                    course[step] = Math.max(course[step], distance);
                }
            }
        }
        return distances;
    }

    private static double[] most(List<double[][]> bySeed, int which) {
        return IntStream.range(0, STEPS)
                .mapToDouble(step -> bySeed.stream()
                        .mapToDouble(distances -> distances[which][step])
                        .max()
                        .orElseThrow())
                .toArray();
    }

    /** B_2 … B_M, each n_{i−1} × n_i. */
    private static Map<Integer, RealMatrix> matrices(
            Specimen specimen, SplittableRandom random, Conditions conditions) {
        Map<Integer, RealMatrix> matrices = new TreeMap<>();
        for (int place = 2; place < DEPTH; place++) {
            RealMatrix v = specimen.feedback(place);
            matrices.put(place, conditions.lack(OTHER) ? like(v, random) : v);
        }
        RealMatrix top = specimen.weights(DEPTH).transpose();
        matrices.put(DEPTH, conditions.lack(TOP) ? like(top, random) : top);
        return matrices;
    }

    private static RealMatrix like(RealMatrix matrix, SplittableRandom random) {
        return Dense.normal(random, matrix.getRowDimension(), matrix.getColumnDimension(), 0.4);
    }

    private static Specimen learning(long seed, Nonlinearity s) {
        NetworkBuilder network = network(seed, s)
                .rule(new DifferenceTargetPropagation(TARGET_STEP))
                .forward(Optimisers.sgd(), 0.1)
                .feedback(Optimisers.sgd(), 1);
        return new Specimen(Specimen.fixedFeedback(network, DEPTH));
    }

    private static Specimen aligned(long seed) {
        return Specimen.still(network(seed, Nonlinearity.LINEAR).rule(new FeedbackAlignment()), DEPTH);
    }

    private static NetworkBuilder network(long seed, Nonlinearity s) {
        return LearningNetwork.of(INPUTS, CLASSES)
                .hidden(8, 1, s, Nonlinearity.LINEAR)
                .hidden(7, 1, s, Nonlinearity.LINEAR)
                .hidden(6, 1, s, Nonlinearity.LINEAR)
                .weights(new Initialisation.Gaussian(0.4), new Initialisation.Gaussian(0.4))
                .seed(seed)
                .batch(BATCH)
                .unshuffled();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private static Line line(String name, double[] values) {
        List<Point> points = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            points.add(new Point(step + 1, values[step]));
        }
        return Line.measured(name, points);
    }
}
