package org.somata.model;

import org.somata.model.numerics.Matrix;

/** Matrices as arrays of rows, and their algebra in plain loops. */
public final class Dense {
    private Dense() {}

    public static double[][] of(Matrix matrix) {
        double[] values = matrix.toDoubles();
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int i = 0; i < values.length; i++) {
            rows[i / matrix.columns()][i % matrix.columns()] = values[i];
        }
        return rows;
    }

    /** The inputs of all examples. */
    public static double[][] of(Table examples) {
        double[][] rows = new double[examples.count()][examples.features()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = examples.inputs()[i][j];
            }
        }
        return rows;
    }

    public static void write(double[][] rows, Matrix into) {
        double[] values = new double[into.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows[i / into.columns()][i % into.columns()];
        }
        into.write(values);
    }

    public static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b[0].length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    public static double[][] transposed(double[][] a) {
        double[][] transposed = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                transposed[j][i] = a[i][j];
            }
        }
        return transposed;
    }

    /** a + factor · b. */
    public static double[][] sum(double[][] a, double factor, double[][] b) {
        double[][] sum = new double[a.length][a[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                sum[i][j] = a[i][j] + factor * b[i][j];
            }
        }
        return sum;
    }

    /** Σ a ∘ b. */
    public static double dot(double[][] a, double[][] b) {
        double dot = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                dot += a[i][j] * b[i][j];
            }
        }
        return dot;
    }

    public static double norm(double[][] a) {
        return Math.sqrt(dot(a, a));
    }

    public static double cosine(double[][] a, double[][] b) {
        return dot(a, b) / (norm(a) * norm(b));
    }

    /** ‖a − b‖ / ‖b‖. */
    public static double relativeDistance(double[][] a, double[][] b) {
        return norm(sum(a, -1, b)) / norm(b);
    }
}
