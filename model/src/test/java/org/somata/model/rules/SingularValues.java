package org.somata.model.rules;

import java.util.Arrays;
import org.somata.model.Dense;

/** Singular values and inverses of small matrices. */
final class SingularValues {
    private SingularValues() {}

    /** By one-sided Jacobi rotations: they make the columns orthogonal, and then the singular values are their norms. */
    static double[] of(double[][] matrix) {
        double[][] columns = Dense.transposed(matrix);
        for (int sweep = 0; sweep < 60; sweep++) {
            for (int p = 0; p < columns.length; p++) {
                for (int q = p + 1; q < columns.length; q++) {
                    rotate(columns[p], columns[q]);
                }
            }
        }
        double[] values = Arrays.stream(columns)
                .mapToDouble(column -> -Math.sqrt(dot(column, column)))
                .sorted()
                .toArray();
        Arrays.setAll(values, i -> -values[i]);
        return values;
    }

    private static void rotate(double[] x, double[] y) {
        double xy = dot(x, y);
        if (xy == 0) {
            return;
        }
        double zeta = (dot(y, y) - dot(x, x)) / (2 * xy);
        double tangent = Math.copySign(1 / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta)), zeta);
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = cosine * tangent;
        for (int i = 0; i < x.length; i++) {
            double kept = x[i];
            x[i] = cosine * kept - sine * y[i];
            y[i] = sine * kept + cosine * y[i];
        }
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** By Gauss and Jordan, with pivots. */
    static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        double[][] inverse = identity(size);
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column; row < size; row++) {
                pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
            }
            swap(a, column, pivot);
            swap(inverse, column, pivot);
            double scale = a[column][column];
            for (int j = 0; j < size; j++) {
                a[column][j] /= scale;
                inverse[column][j] /= scale;
            }
            for (int row = 0; row < size; row++) {
                double factor = row == column ? 0 : a[row][column];
                for (int j = 0; j < size; j++) {
                    a[row][j] -= factor * a[column][j];
                    inverse[row][j] -= factor * inverse[column][j];
                }
            }
        }
        return inverse;
    }

    private static void swap(double[][] rows, int i, int j) {
        double[] kept = rows[i];
        rows[i] = rows[j];
        rows[j] = kept;
    }
}
