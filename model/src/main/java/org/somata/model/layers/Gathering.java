package org.somata.model.layers;

import java.util.Map;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * The gradients that make the next update of a mapping, where several do: their mean is kept with each parameter, here
 * are their number and the staleness of the stalest, in an array (exact up to 2²⁴), so that a checkpoint holds them.
 */
final class Gathering {
    private static final int COUNT = 0;
    private static final int STALEST = 1;

    private final String name;
    private final int wanted;
    private final Matrix kept;
    private final float[] numbers = new float[2];

    /** @param wanted how many gradients make an update */
    Gathering(Kernels kernels, String weightName, int wanted) {
        this.name = weightName + ".gathering";
        this.wanted = wanted;
        this.kept = kernels.state(1, numbers.length);
    }

    /** Counts a gradient; returns how many there are with it. */
    int add(long staleness) {
        kept.read(numbers);
        set(numbers[COUNT] + 1, Math.max(numbers[STALEST], staleness));
        return (int) numbers[COUNT];
    }

    /** How many there are. */
    int count() {
        kept.read(numbers);
        return (int) numbers[COUNT];
    }

    /** Whether they are enough for an update. */
    boolean isComplete() {
        return count() >= wanted;
    }

    /** Of the stalest of them. */
    long staleness() {
        kept.read(numbers);
        return (long) numbers[STALEST];
    }

    /** The update is done: there are none again. */
    void clear() {
        set(0, 0);
    }

    private void set(float count, float stalest) {
        numbers[COUNT] = count;
        numbers[STALEST] = stalest;
        kept.write(numbers);
    }

    void collect(Map<String, Matrix> arrays) {
        arrays.put(name, kept);
    }
}
