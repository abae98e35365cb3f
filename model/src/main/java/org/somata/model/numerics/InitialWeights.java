package org.somata.model.numerics;

import org.somata.model.learning.Initialisation;

/** Draws a matrix of weights; which numbers come out depends on the key alone. */
public final class InitialWeights {
    private InitialWeights() {}

    /** Fills {@code weights} (outputs × inputs) with a draw named by {@code key}. */
    public static void draw(Initialisation from, long key, Matrix weights) {
        if (weights.hollow()) {
            return;
        }
        float[] values = new float[weights.size()];
        if (from instanceof Initialisation.Orthogonal o) {
            orthogonal(values, key, weights.rows(), weights.columns(), o.gain());
        } else if (from instanceof Initialisation.Uniform o) {
            double range = o.gain() * Math.sqrt(6.0 / (weights.rows() + weights.columns()));
            Chance.uniforms(key, values, values.length);
            scale(values, range);
        } else if (from instanceof Initialisation.Gaussian o) {
            Chance.normals(key, values, values.length);
            scale(values, o.deviation());
        }
        weights.write(values);
    }

    /** Bytes of the Java heap that a draw takes while it goes on: those of {@link Orthonormal} are many. */
    public static long bytesToDraw(Initialisation from, long rows, long columns) {
        long numbers = rows * columns;
        long narrow = Math.min(rows, columns);
        long floats = 2 * Float.BYTES * numbers;
        if (from instanceof Initialisation.Orthogonal) {
            // the matrix, the result, and a reflector for each column, each shorter by one than that before it
            return floats + Double.BYTES * (3 * numbers - narrow * narrow / 2);
        }
        return floats;
    }

    /** Q of the QR decomposition of a Gaussian matrix: uniform over the orthogonal matrices (Mezzadri 2007). */
    private static void orthogonal(float[] values, long key, int rows, int columns, double gain) {
        Chance.normals(key, values, values.length);
        int tall = Math.max(rows, columns);
        int narrow = Math.min(rows, columns);
        double[][] drawn = new double[tall][narrow];
        for (int i = 0; i < values.length; i++) {
            drawn[i / narrow][i % narrow] = values[i];
        }
        double[][] q = Orthonormal.factor(drawn);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = rows >= columns ? q[row][column] : q[column][row];
                values[row * columns + column] = (float) (gain * value);
            }
        }
    }

    private static void scale(float[] values, double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (values[i] * factor);
        }
    }
}
