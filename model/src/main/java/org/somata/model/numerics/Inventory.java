package org.somata.model.numerics;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Counts the numbers that something would hold, without holding them: it is built on {@link #kernels}, whose matrices
 * have a shape and nothing in it, so that what it would take is known before a byte of it is there.
 */
public final class Inventory {
    /** Arrays of the largest matrix's size that a kernel works in, see {@link Scratch}; ND4J makes as many temporaries. */
    private static final int WORKING_ARRAYS = 5;

    private final String name;
    private final long width;
    private final boolean operandsOnHeap;
    private final boolean statesOnHeap;
    private long operands;
    private long states;
    private long largest;

    /** @param counterfeited the kernels that would compute */
    public Inventory(Kernels counterfeited) {
        this.name = counterfeited.name();
        this.width = counterfeited.matrix(1, 1).wide() ? Double.BYTES : Float.BYTES;
        this.operandsOnHeap = onHeap(counterfeited.matrix(1, 1));
        this.statesOnHeap = onHeap(counterfeited.state(1, 1));
    }

    private static boolean onHeap(Matrix matrix) {
        return matrix instanceof HeapMatrix || matrix instanceof DoubleMatrix;
    }

    /** Kernels that make matrices and cannot compute. */
    public Kernels kernels() {
        return (Kernels) Proxy.newProxyInstance(
                Kernels.class.getClassLoader(),
                new Class<?>[] {Kernels.class},
                (proxy, method, arguments) -> answer(method, arguments));
    }

    private Object answer(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "name" -> name;
            case "matrix" -> {
                Hollow matrix = new Hollow((int) arguments[0], (int) arguments[1]);
                operands += (long) matrix.rows() * matrix.columns();
                largest = Math.max(largest, (long) matrix.rows() * matrix.columns());
                yield matrix;
            }
            case "state" -> {
                Hollow matrix = new Hollow((int) arguments[0], (int) arguments[1]);
                states += (long) matrix.rows() * matrix.columns();
                largest = Math.max(largest, (long) matrix.rows() * matrix.columns());
                yield matrix;
            }
            case "computes" -> true;
            default -> throw new UnsupportedOperationException("an inventory only counts; no " + method.getName());
        };
    }

    /** Bytes of all matrices that are not on the Java heap. */
    public long nativeBytes() {
        return width * ((operandsOnHeap ? 0 : operands) + (statesOnHeap ? 0 : states));
    }

    /** Bytes of all matrices that are. */
    public long heapBytes() {
        return width * ((operandsOnHeap ? operands : 0) + (statesOnHeap ? states : 0));
    }

    /** Bytes that each thread that computes takes besides, outside of the Java heap. */
    public long nativeBytesOfThread() {
        return statesOnHeap ? 0 : WORKING_ARRAYS * width * largest;
    }

    /** Bytes that each thread that computes takes besides, on the Java heap. */
    public long heapBytesOfThread() {
        return statesOnHeap ? WORKING_ARRAYS * width * largest : 2 * width * largest;
    }

    /** Numbers in the largest matrix. */
    public long largest() {
        return largest;
    }
}
