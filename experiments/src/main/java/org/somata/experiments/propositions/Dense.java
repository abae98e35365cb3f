package org.somata.experiments.propositions;

import java.util.SplittableRandom;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.somata.experiments.plots.Diagram;
import org.somata.model.numerics.Matrix;

/** What a layer's matrices are as those of linear algebra, and what is measured on them. */
final class Dense {
    private Dense() {}

    static RealMatrix of(Matrix matrix) {
        double[] values = matrix.toDoubles();
        RealMatrix dense = MatrixUtils.createRealMatrix(matrix.rows(), matrix.columns());
        for (int i = 0; i < values.length; i++) {
            dense.setEntry(i / matrix.columns(), i % matrix.columns(), values[i]);
        }
        return dense;
    }

    static void write(RealMatrix from, Matrix into) {
        double[] values = new double[into.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = from.getEntry(i / into.columns(), i % into.columns());
        }
        into.write(values);
    }

    /** Of independent normal numbers. */
    static RealMatrix normal(SplittableRandom random, int rows, int columns, double deviation) {
        RealMatrix drawn = MatrixUtils.createRealMatrix(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                drawn.setEntry(i, j, deviation * random.nextGaussian());
            }
        }
        return drawn;
    }

    /** An orthogonal matrix. */
    static RealMatrix rotation(SplittableRandom random, int size) {
        return new QRDecomposition(normal(random, size, size, 1)).getQ();
    }

    /** An orthogonal matrix whose columns are made longer or shorter, by at most the factor. */
    static RealMatrix stretched(SplittableRandom random, int size, double factor) {
        double[] stretches = random.doubles(size)
                .map(share -> Math.pow(factor, 2 * share - 1))
                .toArray();
        return rotation(random, size).multiply(MatrixUtils.createRealDiagonalMatrix(stretches));
    }

    /** A⁺, of a matrix of full rank: A⁻¹ of a square one. */
    static RealMatrix inverse(RealMatrix a) {
        return new SingularValueDecomposition(a).getSolver().getInverse();
    }

    /** λmin / λmax of the singular values. */
    static double evenness(RealMatrix a) {
        return new SingularValueDecomposition(a).getInverseConditionNumber();
    }

    static double cosine(RealMatrix a, RealMatrix b) {
        return dot(a, b) / (a.getFrobeniusNorm() * b.getFrobeniusNorm());
    }

    private static double dot(RealMatrix a, RealMatrix b) {
        double dot = 0;
        for (int i = 0; i < a.getRowDimension(); i++) {
            dot += a.getRowVector(i).dotProduct(b.getRowVector(i));
        }
        return dot;
    }

    /** ‖a − b‖. */
    static double distance(RealMatrix a, RealMatrix b) {
        return a.subtract(b).getFrobeniusNorm();
    }

    /** ‖a − b‖ / ‖b‖. */
    static double relativeDistance(RealMatrix a, RealMatrix b) {
        return distance(a, b) / b.getFrobeniusNorm();
    }

    /** The exponent of the power law that fits points best: their slope where both axes are logarithmic. */
    static double exponent(Iterable<Diagram.Point> points) {
        SimpleRegression line = new SimpleRegression();
        for (Diagram.Point point : points) {
            line.addData(Math.log(point.x()), Math.log(point.y()));
        }
        return line.getSlope();
    }
}
