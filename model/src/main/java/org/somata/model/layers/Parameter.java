package org.somata.model.layers;

import java.util.List;
import java.util.Map;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/** An array that learns: its value, its latest gradient, its optimiser's slots, and perhaps a running average of it. */
final class Parameter {
    private final Kernels kernels;
    private final String name;
    private final Optimiser optimiser;
    private final Matrix value;
    private final Matrix gradient;
    private final List<Matrix> slots;
    private final Matrix average;

    private Parameter(
            Kernels kernels, String name, Optimiser optimiser, Matrix value, Matrix gradient, boolean averaged) {
        this.kernels = kernels;
        this.name = name;
        this.optimiser = optimiser;
        this.value = value;
        this.gradient = gradient;
        this.slots = optimiser.slots().stream()
                .map(slot -> kernels.state(value.rows(), value.columns()))
                .toList();
        // without averaging the average is the value itself: one array, never updated apart
        this.average = averaged ? like(kernels, value) : value;
    }

    private static Matrix like(Kernels kernels, Matrix value) {
        return kernels.matrix(value.rows(), value.columns());
    }

    static Parameter weights(Kernels kernels, String name, int outputs, int inputs, Optimiser o, boolean averaged) {
        return new Parameter(
                kernels, name, o, kernels.matrix(outputs, inputs), kernels.matrix(outputs, inputs), averaged);
    }

    static Parameter bias(Kernels kernels, String name, int outputs, Optimiser o, boolean averaged) {
        return new Parameter(kernels, name, o, kernels.state(1, outputs), kernels.state(1, outputs), averaged);
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

    /** One update along the gradient; returns the squared norm of the change. */
    double update(double rate, long count, double averageDecay) {
        double change = kernels.update(optimiser, rate, count, value, gradient, slots);
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
        if (average != value) {
            arrays.put(name + ".average", average);
        }
    }
}
