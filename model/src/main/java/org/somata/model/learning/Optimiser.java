package org.somata.model.learning;

import java.util.List;

/**
 * How a gradient g becomes a change of a parameter θ at rate η: one small equation each, over the slots that it keeps
 * for every number of θ. The kernels carry them out in one pass.
 */
public sealed interface Optimiser {
    /** The names of the averages kept for each number; they are also the names of files in a checkpoint. */
    List<String> slots();

    /** Whether a part of each change goes on into the next. */
    default boolean hasMomentum() {
        return false;
    }

    /** The same with its momentum, if it has one, {@code factor} times as large. */
    default Optimiser damped(double factor) {
        return this;
    }

    /**
     * RMSprop after Graves (2013), as the authors of difference target propagation used it: a ← ρ a + (1−ρ) g, q ← ρ q +
     * (1−ρ) g², m ← μ m − η g / √(q − a² + ε), θ ← θ + m; no correction of the bias.
     */
    record CentredRmsprop(double decay, double momentum, double epsilon) implements Optimiser {
        private static final List<String> SLOTS = List.of("momentum", "mean", "square");

        @Override
        public List<String> slots() {
            return SLOTS;
        }

        @Override
        public boolean hasMomentum() {
            return true;
        }

        @Override
        public Optimiser damped(double factor) {
            return new CentredRmsprop(decay, factor * momentum, epsilon);
        }
    }

    /** RMSprop after Tieleman and Hinton (2012): q ← ρ q + (1−ρ) g², θ ← θ − η g / (√q + ε). */
    record Rmsprop(double decay, double epsilon) implements Optimiser {
        private static final List<String> SLOTS = List.of("square");

        @Override
        public List<String> slots() {
            return SLOTS;
        }
    }

    /** Gradient descent with classical momentum: m ← μ m − η g, θ ← θ + m. */
    record Sgd(double momentum) implements Optimiser {
        private static final List<String> SLOTS = List.of("momentum");

        @Override
        public List<String> slots() {
            return SLOTS;
        }

        @Override
        public boolean hasMomentum() {
            return true;
        }

        @Override
        public Optimiser damped(double factor) {
            return new Sgd(factor * momentum);
        }
    }

    /**
     * Adam (Kingma and Ba 2015): a ← β₁ a + (1−β₁) g, q ← β₂ q + (1−β₂) g², θ ← θ − η (a / (1−β₁ᵗ)) / (√(q / (1−β₂ᵗ)) +
     * ε) at the t-th update.
     */
    record Adam(double beta1, double beta2, double epsilon) implements Optimiser {
        private static final List<String> SLOTS = List.of("mean", "square");

        @Override
        public List<String> slots() {
            return SLOTS;
        }
    }
}
