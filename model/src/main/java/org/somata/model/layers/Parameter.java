package org.somata.model.layers;

import java.util.List;
import java.util.Map;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * An array that learns: its value, its latest gradient, its optimiser's slots, and perhaps the mean of several gradients
 * and a running average of the value.
 */
final class Parameter {
    private final Kernels kernels;
    private final String name;
    private final Optimiser optimiser;
    private final Matrix value;
    private final Matrix gradient;
    private final Matrix gathered;
    private final List<Matrix> slots;
    private final Matrix average;

    private Parameter(Kernels kernels, String name, Kept kept, Matrix value, Matrix gradient) {
        this.kernels = kernels;
        this.name = name;
        this.optimiser = kept.optimiser;
        this.value = value;
        this.gradient = gradient;
        this.slots = optimiser.slots().stream()
                .map(slot -> kernels.state(value.rows(), value.columns()))
                .toList();
        // without gathering an update is along the latest gradient itself
        this.gathered = kept.gathers ? kernels.state(value.rows(), value.columns()) : gradient;
        // without averaging the average is the value itself: one array, never updated apart
        this.average = kept.averaged ? like(kernels, value) : value;
    }

    /**
     * What is kept beside value and gradient.
     *
     * @param gathers whether several gradients are averaged into an update
     * @param averaged whether evaluation uses a running average of the value
     */
    record Kept(Optimiser optimiser, boolean gathers, boolean averaged) {}

    private static Matrix like(Kernels kernels, Matrix value) {
        return kernels.matrix(value.rows(), value.columns());
    }

    static Parameter weights(Kernels kernels, String name, int outputs, int inputs, Kept kept) {
        return new Parameter(kernels, name, kept, kernels.matrix(outputs, inputs), kernels.matrix(outputs, inputs));
    }

    static Parameter bias(Kernels kernels, String name, int outputs, Kept kept) {
        return new Parameter(kernels, name, kept, kernels.state(1, outputs), kernels.state(1, outputs));
    }

    Matrix value() {
        return value;
    }

    Matrix gradient() {
        return gradient;
    }

    Matrix average() {
        return average;
    }

    /** Sets the average to the value, as before the first update. */
    void beginAverage() {
        if (average != value) {
            average.copyFrom(value);
        }
    }

    /** Takes the gradient into the mean of those gathered, as the {@code number}-th of them, from 1. */
    void gather(int number) {
        kernels.average(gathered, 1 - 1.0 / number, gradient);
    }

    /**
     * One update along the gradient, or along the mean of those gathered; returns the squared norm of the change.
     *
     * @param now the optimiser with what momentum it is to have this time
     */
    double update(Optimiser now, double rate, long count, double averageDecay) {
        double change = kernels.update(now, rate, count, value, gathered, slots);
        if (average != value) {
            kernels.average(average, averageDecay, value);
        }
        return change;
    }

    /** Every array that the future depends on, by its name in a checkpoint: {@code W}, {@code W.momentum}. */
    void collect(Map<String, Matrix> arrays) {
        arrays.put(name, value);
        for (int i = 0; i < slots.size(); i++) {
            arrays.put(name + "." + optimiser.slots().get(i), slots.get(i));
        }
        if (gathered != gradient) {
            arrays.put(name + ".gathered", gathered);
        }
        if (average != value) {
            arrays.put(name + ".average", average);
        }
    }
}
