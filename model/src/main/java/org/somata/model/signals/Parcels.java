package org.somata.model.signals;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * Matrices for what is on its way where that may take long: a sender fills one, and it comes back when the message has
 * been handled, or lost. Any thread may take and give back.
 */
public final class Parcels {
    private final Kernels kernels;
    private final Map<Shape, Queue<Matrix>> idle = new ConcurrentHashMap<>();

    private record Shape(int rows, int columns) {}

    public Parcels(Kernels kernels) {
        this.kernels = kernels;
    }

    /** A signal of values as they are now, which stays so until it is released. */
    public Signal.Real of(Matrix values) {
        Matrix copy = take(values.rows(), values.columns());
        copy.copyFrom(values);
        return new Signal.Real(copy, this);
    }

    private Matrix take(int rows, int columns) {
        Matrix used = at(rows, columns).poll();
        return used == null ? kernels.matrix(rows, columns) : used;
    }

    void giveBack(Matrix matrix) {
        at(matrix.rows(), matrix.columns()).add(matrix);
    }

    private Queue<Matrix> at(int rows, int columns) {
        return idle.computeIfAbsent(new Shape(rows, columns), shape -> new ConcurrentLinkedQueue<>());
    }
}
