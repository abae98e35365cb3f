package org.somata.experiments.propositions;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.library.NetworkBuilder;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.TargetPropagation;

/**
 * Invertible mappings one on the other, and the updates of their W for one example: by target propagation through their
 * inverses, and by backpropagation. A mapping W s(h) is two of the model's layers: s(I h), which does not learn, and W.
 */
final class InvertibleChain {
    /** The forms of f for which Proposition 1 is proven. */
    enum Form {
        LINEAR("W h"),
        NONLINEAR("W s(h)");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param mappingsAbove between this one and the first target
     * @param cosine of the updates by the two rules
     * @param bound λmin / λmax of the Jacobian of all the mappings above
     * @param limit of the cosine as η0 → 0, from that Jacobian
     */
    record Update(int mappingsAbove, double cosine, double bound, double limit) {}

    static final int MAPPINGS = 4;
    private static final int WIDTH = 6;
    private static final int CLASSES = 3;
    /** Singular values of each W are between this and its inverse. */
    private static final double STRETCH = 2;

    private final Form form;
    private final long seed;
    private final Table example;
    /** W of the mappings, from the bottom. */
    private final List<RealMatrix> weights;

    private InvertibleChain(Form form, long seed, Table example, List<RealMatrix> weights) {
        this.form = form;
        this.seed = seed;
        this.example = example;
        this.weights = weights;
    }

    static InvertibleChain drawn(Form form, SplittableRandom random, long seed) {
        List<RealMatrix> weights = new ArrayList<>();
        for (int i = 0; i < MAPPINGS; i++) {
            weights.add(Dense.stretched(random, WIDTH, STRETCH));
        }
        return new InvertibleChain(form, seed, Table.normal(random, 1, WIDTH, CLASSES), weights);
    }

    /** The updates of every mapping, from the top. */
    List<Update> updates(double targetStep, boolean randomFeedback, SplittableRandom random) {
        Rule vanilla =
                form == Form.LINEAR ? new TargetPropagation(targetStep) : new InverseTargetPropagation(targetStep);
        try (Specimen inverting = specimen(vanilla);
                Specimen baseline = specimen(new Backpropagation())) {
            for (int place = 2; place < inverting.depth(); place++) {
                boolean noInverse = randomFeedback && place % layersOfMapping() == 0;
                inverting.feedback(place, noInverse ? anyFeedback(random) : Dense.inverse(inverting.weights(place)));
            }
            inverting.present(example);
            baseline.present(example);
            return compare(inverting, baseline);
        }
    }

    /** So small that what s has to undo stays within its range. */
    private static RealMatrix anyFeedback(SplittableRandom random) {
        return Dense.rotation(random, WIDTH).scalarMultiply(0.15);
    }

    private Specimen specimen(Rule rule) {
        NetworkBuilder network = LearningNetwork.of(WIDTH, CLASSES);
        for (int i = 0; i < MAPPINGS; i++) {
            if (form == Form.NONLINEAR) {
                network.hidden(WIDTH, 1, Nonlinearity.TANH, Nonlinearity.LINEAR);
            }
            network.hidden(WIDTH, 1, Nonlinearity.LINEAR, Nonlinearity.LINEAR);
        }
        Specimen specimen = Specimen.still(network.rule(rule).seed(seed).batch(1), MAPPINGS * layersOfMapping() + 1);
        for (int i = 0; i < MAPPINGS; i++) {
            specimen.weights(place(i), weights.get(i));
            if (form == Form.NONLINEAR) {
                specimen.weights(place(i) - 1, MatrixUtils.createRealIdentityMatrix(WIDTH));
            }
        }
        return specimen;
    }

    private int layersOfMapping() {
        return form == Form.NONLINEAR ? 2 : 1;
    }

    /** Of the layer that holds the mapping's W. */
    private int place(int mapping) {
        return (mapping + 1) * layersOfMapping();
    }

    private List<Update> compare(Specimen inverting, Specimen baseline) {
        List<RealMatrix> jacobians = new ArrayList<>();
        RealMatrix h = example.dense().transpose();
        for (RealMatrix w : weights) {
            RealMatrix slopes = slopes(h);
            jacobians.add(w.multiply(slopes));
            h = w.multiply(passed(h));
        }
        // I of the paper's proof: the gradient of the loss by the highest mapping's output
        RealMatrix wanted = example.wanted().transpose();
        RealMatrix top = baseline.weights(baseline.depth());
        RealMatrix gradient = top.transpose().multiply(softmax(top.multiply(h)).subtract(wanted));
        RealMatrix above = MatrixUtils.createRealIdentityMatrix(WIDTH);
        List<Update> updates = new ArrayList<>();
        for (int mapping = MAPPINGS - 1; mapping >= 0; mapping--) {
            updates.add(new Update(
                    MAPPINGS - 1 - mapping,
                    Dense.cosine(inverting.gradient(place(mapping)), baseline.gradient(place(mapping))),
                    Dense.evenness(above),
                    Dense.cosine(
                            above.transpose().multiply(gradient),
                            Dense.inverse(above).multiply(gradient))));
            above = above.multiply(jacobians.get(mapping));
        }
        return updates;
    }

    private RealMatrix passed(RealMatrix h) {
        RealMatrix passed = h.copy();
        for (int i = 0; i < WIDTH; i++) {
            passed.setEntry(i, 0, form == Form.NONLINEAR ? Math.tanh(h.getEntry(i, 0)) : h.getEntry(i, 0));
        }
        return passed;
    }

    /** S′(h): a diagonal matrix. */
    private RealMatrix slopes(RealMatrix h) {
        double[] slopes = new double[WIDTH];
        for (int i = 0; i < WIDTH; i++) {
            double s = Math.tanh(h.getEntry(i, 0));
            slopes[i] = form == Form.NONLINEAR ? 1 - s * s : 1;
        }
        return MatrixUtils.createRealDiagonalMatrix(slopes);
    }

    private static RealMatrix softmax(RealMatrix a) {
        RealMatrix powers = a.copy();
        double sum = 0;
        for (int i = 0; i < a.getRowDimension(); i++) {
            powers.setEntry(i, 0, Math.exp(a.getEntry(i, 0)));
            sum += powers.getEntry(i, 0);
        }
        return powers.scalarMultiply(1 / sum);
    }
}
