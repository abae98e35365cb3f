package org.somata.model.numerics;

/**
 * Rows × columns numbers in C order. A signal has an example a row; weights have a row for each unit that they lead to.
 * Where the numbers live is the business of the {@link Kernels} that made the matrix.
 */
public abstract class Matrix {
    private final int rows;
    private final int columns;

    Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public final int rows() {
        return rows;
    }

    public final int columns() {
        return columns;
    }

    public final int size() {
        return rows * columns;
    }

    /** Copies all numbers into the start of {@code into}. */
    public abstract void read(float[] into);

    /** Copies the start of {@code from} over all numbers. */
    public abstract void write(float[] from);

    /** As {@link #read(float[])}, in double precision where the matrix has it. */
    public abstract void read(double[] into);

    /** As {@link #write(float[])}, in double precision where the matrix has it. */
    public abstract void write(double[] from);

    /** The first {@code count} rows, on the same storage. */
    public abstract Matrix firstRows(int count);

    public final float[] toFloats() {
        float[] copy = new float[size()];
        read(copy);
        return copy;
    }

    public final double[] toDoubles() {
        double[] copy = new double[size()];
        read(copy);
        return copy;
    }

    /** Copies the numbers of a matrix of the same shape, whichever kernels made it. */
    public final void copyFrom(Matrix other) {
        if (other.rows != rows || other.columns != columns) {
            throw new IllegalArgumentException("cannot copy a matrix of " + other + " into one of " + this);
        }
        if (hollow()) {
            return;
        }
        if (wide() || other.wide()) {
            write(other.toDoubles());
        } else {
            float[] copy = Scratch.get().floats(0, size());
            other.read(copy);
            write(copy);
        }
    }

    /** Whether it is a shape alone, of an {@link Inventory}: there is nothing to fill. */
    boolean hollow() {
        return false;
    }

    /** Whether the numbers have double precision. */
    abstract boolean wide();

    /**
     * How many products each number of a matrix product sums.
     *
     * @throws IllegalArgumentException if the shapes do not fit together
     */
    static int innerOfProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix out) {
        int inner = transposeA ? a.rows : a.columns;
        if (inner != (transposeB ? b.columns : b.rows)
                || out.rows != (transposeA ? a.columns : a.rows)
                || out.columns != (transposeB ? b.rows : b.columns)) {
            throw new IllegalArgumentException("product of " + a + (transposeA ? " transposed" : "") + " and " + b
                    + (transposeB ? " transposed" : "") + " into " + out);
        }
        return inner;
    }

    @Override
    public final String toString() {
        return rows + " × " + columns;
    }
}
