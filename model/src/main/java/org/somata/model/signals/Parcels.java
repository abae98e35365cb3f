package org.somata.model.signals;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;

/**
 * Matrices for what is on its way where that may take long: a sender fills one, and it comes back when nobody holds it any
 * more, neither a message nor who remembers what a message told. Any thread may take and give back.
 */
public final class Parcels {
    private final Kernels kernels;
    private final Map<Shape, Queue<Matrix>> idle = new ConcurrentHashMap<>();

    private record Shape(int rows, int columns) {}

    public Parcels(Kernels kernels) {
        this.kernels = kernels;
    }

    /** A signal of values as they are now, which stays so while anybody holds it; the caller does. */
    public Signal.Real of(Matrix values) {
        Matrix copy = take(values.rows(), values.columns());
        copy.copyFrom(values);
        return new Signal.Real(copy, new Hold(copy));
    }

    private Matrix take(int rows, int columns) {
        Matrix used = at(rows, columns).poll();
        return used == null ? kernels.matrix(rows, columns) : used;
    }

    private Queue<Matrix> at(int rows, int columns) {
        return idle.computeIfAbsent(new Shape(rows, columns), shape -> new ConcurrentLinkedQueue<>());
    }

    /** How many hold a matrix. */
    public final class Hold {
        private final Matrix matrix;
        private final AtomicInteger holders = new AtomicInteger(1);

        private Hold(Matrix matrix) {
            this.matrix = matrix;
        }

        void retain() {
            if (holders.getAndIncrement() < 1) {
                throw new IllegalStateException("values that have been released are held again");
            }
        }

        void release() {
            int left = holders.decrementAndGet();
            if (left < 0) {
                throw new IllegalStateException("values are released that nobody holds");
            } else if (left == 0) {
                at(matrix.rows(), matrix.columns()).add(matrix);
            }
        }
    }
}
