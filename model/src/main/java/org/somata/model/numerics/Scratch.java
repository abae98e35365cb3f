package org.somata.model.numerics;

/**
 * Arrays of a thread's own for the inside of one kernel: they grow to the largest matrix met and are never let go, so
 * that a step allocates none. Nothing in them outlives the call.
 */
final class Scratch {
    private static final int FLOAT_ARRAYS = 6;
    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    private final float[][] floats = new float[FLOAT_ARRAYS][0];
    private int[] ints = new int[0];
    private double[] doubles = new double[0];

    static Scratch get() {
        return OF_THREAD.get();
    }

    /** The thread's array {@code number}, of at least {@code size} floats with anything in them. */
    float[] floats(int number, int size) {
        if (floats[number].length < size) {
            floats[number] = new float[size];
        }
        return floats[number];
    }

    int[] ints(int size) {
        if (ints.length < size) {
            ints = new int[size];
        }
        return ints;
    }

    double[] doubles(int size) {
        if (doubles.length < size) {
            doubles = new double[size];
        }
        return doubles;
    }
}
