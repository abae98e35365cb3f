package org.somata.experiments.propositions;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.library.NetworkBuilder;
import org.somata.experiments.library.Optimisers;
import org.somata.model.layers.InverseLoss;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.DifferenceTargetPropagation;

/**
 * V of a linear layer after its optimum, which moves with W: a step is a minibatch of fresh examples, x ~ N(0, I). The rates
 * fall as 1/(1 + t/T), so that their sums are infinite and the sums of their squares are not.
 */
final class InverseChase implements AutoCloseable {
    private static final int STEPS = 700;
    private static final int BATCH = 100;
    private static final int CLASSES = 3;
    /** The layer whose V it is; layer 1 below it is as wide as the input. */
    private static final int PLACE = 2;

    private static final int DEPTH = 3;

    private static final double NOISE = 0.5;
    private static final double TARGET_STEP = 25;
    private static final double FEEDBACK_RATE = 0.15;
    private static final double FORWARD_RATE = 0.05;
    private static final double PERIOD = 50;
    /** ‖V*(t+1) − V*(t)‖ where W is moved by the experimenter, at first; it falls as the rates do. */
    private static final double PERTURBATION = 0.03;
    /** Labels that the teacher draws at random, so that the loss is least at finite weights. */
    private static final double MISTAKEN = 0.3;

    private final InverseLoss loss;
    private final boolean learning;
    private final int below;
    private final int own;
    private final SplittableRandom random;
    private final RealMatrix teacher;
    private final Specimen specimen;

    /**
     * @param learning whether W learns by difference target propagation; the experimenter moves it otherwise
     * @param falling whether the rate of V falls
     */
    InverseChase(InverseLoss loss, boolean learning, boolean falling, long seed) {
        this.loss = loss;
        this.learning = learning;
        // where the optimum is one alone: Eq. 17 needs f to keep all that g sends it, Eq. 32 asks nothing, and there f
        // loses some
        // so that no V is without a loss
        this.below = loss == InverseLoss.OF_TARGET ? 4 : 6;
        this.own = loss == InverseLoss.OF_TARGET ? 6 : 4;
        this.random = new SplittableRandom(seed);
        this.teacher = Dense.normal(random, CLASSES, below, 1);
        this.specimen = new Specimen(network(falling, seed));
    }

    private NetworkBuilder network(boolean falling, long seed) {
        Decay decay = new Decay.Inverse(PERIOD);
        Decaying feedback = new Decaying(FEEDBACK_RATE, falling ? decay : new Decay.Constant());
        NetworkBuilder network = LearningNetwork.of(below, CLASSES)
                .hidden(below, 1, Nonlinearity.LINEAR, Nonlinearity.LINEAR)
                .hidden(own, 1, Nonlinearity.LINEAR, Nonlinearity.LINEAR)
                .rule(new DifferenceTargetPropagation(TARGET_STEP))
                .forward(Optimisers.sgd(), new Decaying(FORWARD_RATE, decay))
                .feedback(Optimisers.sgd(), feedback)
                .inverseLoss(loss)
                .noise(NOISE)
                .batch(BATCH)
                .unshuffled()
                .seed(seed);
        for (int place = 1; place <= DEPTH && !learning; place++) {
            network.forwardRateFactor(place, 0);
        }
        return network;
    }

    /** The steps after which the distance is measured: as many in every factor of ten. */
    static List<Integer> milestones() {
        List<Integer> steps = new ArrayList<>();
        for (double step = 1; step <= STEPS; step *= 1.25) {
            if (steps.isEmpty() || (int) step > steps.get(steps.size() - 1)) {
                steps.add((int) step);
            }
        }
        steps.add(STEPS);
        return steps;
    }

    /** ‖V − V*(W)‖ / ‖V*(W)‖ after each of the milestones. */
    double[] run(boolean drifting) {
        List<Integer> milestones = milestones();
        double[] distances = new double[milestones.size()];
        RealMatrix drift = perturbation();
        int next = 0;
        for (int step = 1; step <= STEPS; step++) {
            specimen.present(Table.normal(random, BATCH, below, CLASSES, this::label));
            if (drifting || !learning) {
                move(drifting ? drift : perturbation(), PERTURBATION / (1 + step / PERIOD));
            }
            if (step == milestones.get(next)) {
                distances[next] = Dense.relativeDistance(specimen.feedback(PLACE), optimum());
                next++;
            }
        }
        return distances;
    }

    /** Of norm 1, and 0 in the mean. */
    private RealMatrix perturbation() {
        RealMatrix drawn = Dense.normal(random, below, own, 1);
        return drawn.scalarMultiply(1 / drawn.getFrobeniusNorm());
    }

    /** Gives layer 2 the W whose V* is the present one moved: V* = L (W L)⁺ the other way round. */
    private void move(RealMatrix direction, double length) {
        RealMatrix moved = optimum().add(direction.scalarMultiply(length));
        RealMatrix undo = Dense.inverse(spread());
        specimen.weights(PLACE, Dense.inverse(undo.multiply(moved)).multiply(undo));
    }

    /**
     * V*: of Eq. 17 the least squares' W⁺, whatever the targets; of Eq. 32 the regression of z = h_1 + ε on W z, which is
     * Σ Wᵀ (W Σ Wᵀ)⁻¹ = L (W L)⁺ for the covariance Σ = L Lᵀ of z. The biases have taken up the means.
     */
    private RealMatrix optimum() {
        RealMatrix spread = spread();
        return spread.multiply(Dense.inverse(specimen.weights(PLACE).multiply(spread)));
    }

    /** L. */
    private RealMatrix spread() {
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(below);
        if (loss == InverseLoss.OF_TARGET) {
            return identity;
        }
        RealMatrix w = specimen.weights(1);
        RealMatrix covariance = w.multiply(w.transpose()).add(identity.scalarMultiply(NOISE * NOISE));
        return new CholeskyDecomposition(covariance, 1e-9, 1e-12).getL();
    }

    private int label(float[] input) {
        if (random.nextDouble() < MISTAKEN) {
            return random.nextInt(CLASSES);
        }
        int best = 0;
        double[] scores = new double[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            for (int j = 0; j < input.length; j++) {
                scores[i] += teacher.getEntry(i, j) * input[j];
            }
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    @Override
    public void close() {
        specimen.close();
    }
}
