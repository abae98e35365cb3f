package org.somata.experiments.propositions;

import static org.somata.experiments.propositions.Check.atLeast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.ExampleRange;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.library.NetworkBuilder;
import org.somata.experiments.library.Optimisers;
import org.somata.experiments.plots.Diagram;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;
import org.somata.model.Examples;
import org.somata.model.network.Diagnostics;
import org.somata.model.rules.DifferenceTargetPropagation;

/** What the paper asks of targets, measured while a network learns digits: the columns of {@code layers.csv}. */
final class TargetsHelp implements Claim {
    private static final Breach UNTRAINED =
            new Breach("untrained-feedback", "V stays as it was drawn, it never learns the inverse");

    private static final int SEEDS = 3;
    private static final int LOOKS = 20;
    private static final int BETWEEN_LOOKS = 2;
    private static final int BATCH = 50;
    private static final int DEPTH = 4;
    private static final int PROBE = 200;

    /** A condition on targets, and the share of the probe's examples that meet it. */
    private enum Condition {
        LOWERS_LOSS("Eq. 4"),
        MOVES_TOWARDS("Eq. 25"),
        COMES_CLOSER("Eq. 26");

        private final String words;

        Condition(String words) {
            this.words = words;
        }

        private double share(Diagnostics.OfLayer layer) {
            return switch (this) {
                case LOWERS_LOSS -> layer.lowersLoss();
                case MOVES_TOWARDS -> layer.movesTowardsTarget();
                case COMES_CLOSER -> layer.lowersLocalLoss();
            };
        }

        /** The mean over the hidden layers whose target a feedback mapping made (Eq. 4), or that made one. */
        private double share(List<Diagnostics.OfLayer> layers) {
            return layers.stream()
                    .filter(layer -> this == LOWERS_LOSS ? layer.place() < DEPTH - 1 : layer.place() > 1)
                    .filter(layer -> layer.place() < DEPTH)
                    .mapToDouble(this::share)
                    .average()
                    .orElseThrow();
        }
    }

    @Override
    public String name() {
        return "conditions";
    }

    @Override
    public String words() {
        return "as g learns the inverse, targets lower the global loss (Eq. 4), draw layers towards them (Eq. 25) and closer"
                + " (Eq. 26)";
    }

    @Override
    public List<Breach> breaches() {
        return List.of(UNTRAINED);
    }

    @Override
    public Finding test(Conditions conditions) {
        double[][] trained = shares(conditions, !conditions.lack(UNTRAINED));
        double[][] untrained = shares(conditions, false);
        List<Line> lines = new ArrayList<>();
        List<Check> checks = new ArrayList<>();
        double gain = 1;
        for (Condition condition : Condition.values()) {
            double[] course = trained[condition.ordinal()];
            double[] without = untrained[condition.ordinal()];
            lines.add(Line.measured(condition.words, points(course)));
            lines.add(Line.control(condition.words + ", V untrained", points(without)));
            checks.add(atLeast(condition.words, course[LOOKS], 0.95));
            gain = Math.min(gain, course[LOOKS] - without[LOOKS]);
        }
        checks.add(atLeast("least gain over V untrained", gain, 0.1));
        return new Finding(
                checks,
                new Diagram(
                        "Conditions on targets while digits are learned, mean of " + SEEDS + " seeds",
                        Scale.linear("minibatches of " + BATCH),
                        Scale.linear("share of the examples that meet it"),
                        lines));
    }

    private static List<Point> points(double[] course) {
        return IntStream.range(0, course.length)
                .mapToObj(look -> new Point(look * BETWEEN_LOOKS, course[look]))
                .toList();
    }

    /** For each condition its share at every look, the mean of all seeds. */
    private static double[][] shares(Conditions conditions, boolean trained) {
        Dataset digits = Datasets.load("mnist-slice");
        List<double[][]> bySeed = conditions.repeat(SEEDS, seed -> shares(digits, seed, trained));
        double[][] mean = new double[Condition.values().length][LOOKS + 1];
        for (double[][] shares : bySeed) {
            for (int condition = 0; condition < mean.length; condition++) {
                for (int look = 0; look <= LOOKS; look++) {
                    mean[condition][look] += shares[condition][look] / SEEDS;
                }
            }
        }
        return mean;
    }

    private static double[][] shares(Dataset digits, long seed, boolean trained) {
        double[][] shares = new double[Condition.values().length][LOOKS + 1];
        int between = BETWEEN_LOOKS * BATCH;
        Examples probe = new ExampleRange(digits.train(), LOOKS * between, PROBE);
        try (Specimen specimen = specimen(digits, seed, trained)) {
            for (int look = 0; look <= LOOKS; look++) {
                if (look > 0) {
                    specimen.present(new ExampleRange(digits.train(), (look - 1) * between, between));
                }
                List<Diagnostics.OfLayer> found = specimen.examine(probe);
                for (Condition condition : Condition.values()) {
                    shares[condition.ordinal()][look] = condition.share(found);
                }
            }
        }
        return shares;
    }

    private static Specimen specimen(Dataset digits, long seed, boolean trained) {
        NetworkBuilder network = LearningNetwork.of(digits.features(), digits.classes())
                .hidden(48, DEPTH - 1)
                .rule(new DifferenceTargetPropagation(0.327736332653))
                .forward(Optimisers.centredRmsprop(), 0.005)
                .feedback(Optimisers.centredRmsprop(), 0.005)
                .noise(0.359829566008)
                .batch(BATCH)
                .seed(seed);
        return new Specimen(trained ? network : Specimen.fixedFeedback(network, DEPTH));
    }
}
