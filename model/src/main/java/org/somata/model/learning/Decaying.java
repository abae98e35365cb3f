package org.somata.model.learning;

/** A value that may fall during a run. */
public record Decaying(double value, Decay decay) {
    public static final Decaying ZERO = constant(0);

    public static Decaying constant(double value) {
        return new Decaying(value, new Decay.Constant());
    }

    public double at(Moment moment) {
        return value * decay.factor(moment);
    }

    public Decaying times(double factor) {
        return new Decaying(value * factor, decay);
    }
}
