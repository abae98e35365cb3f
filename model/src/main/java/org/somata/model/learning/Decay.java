package org.somata.model.learning;

/** How a rate or a noise falls during a run: a factor for a {@link Moment}. */
public sealed interface Decay {
    double factor(Moment moment);

    record Constant() implements Decay {
        @Override
        public double factor(Moment moment) {
            return 1;
        }
    }

    /** 1 / (1 + t/T), t and the period T in whole epochs. */
    record Inverse(double period) implements Decay {
        @Override
        public double factor(Moment moment) {
            return 1 / (1 + moment.epochsGoneBy() / period);
        }
    }

    /** 1 until the share {@code from} of the run has gone by, then a straight line that would reach 0 at its end. */
    record Linear(double from) implements Decay {
        @Override
        public double factor(Moment moment) {
            return moment.shareGoneBy() <= from ? 1 : (1 - moment.shareGoneBy()) / (1 - from);
        }
    }
}
