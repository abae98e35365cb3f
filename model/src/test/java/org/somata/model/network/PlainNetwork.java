package org.somata.model.network;

import java.util.List;
import org.somata.model.Dense;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.numerics.Chance;

/**
 * Difference target propagation once more, in plain loops over double[][] and without any of the model's classes but its
 * noise: tanh both ways, softmax outputs, gradient descent. It says what the two orders mean.
 */
final class PlainNetwork {
    private final int depth;
    private final double[][][] w;
    private final double[][][] b;
    private final double[][][] v;
    private final double[][][] c;
    private final double targetStep;
    private final double rate;
    private final double feedbackRate;
    private final double noise;
    private final long seed;
    private int steps;

    /** Takes the present weights of a network; places count from 1. */
    PlainNetwork(Taught network, double targetStep, double rate, double feedbackRate, double noise) {
        depth = network.depth();
        w = new double[depth + 1][][];
        b = new double[depth + 1][][];
        v = new double[depth + 1][][];
        c = new double[depth + 1][][];
        for (int i = 1; i <= depth; i++) {
            w[i] = Dense.of(network.layer(i).arrays().get("W"));
            b[i] = Dense.of(network.layer(i).arrays().get("b"));
            if (i > 1 && i < depth) {
                v[i] = Dense.of(network.layer(i).arrays().get("V"));
                c[i] = Dense.of(network.layer(i).arrays().get("c"));
            }
        }
        this.targetStep = targetStep;
        this.rate = rate;
        this.feedbackRate = feedbackRate;
        this.noise = noise;
        this.seed = network.spec.seed();
    }

    /** The arrays of layer i that the model must have too. */
    List<double[][]> arrays(int i) {
        return v[i] == null ? List.of(w[i], b[i]) : List.of(w[i], b[i], v[i], c[i]);
    }

    static List<double[][]> arrays(Layer layer) {
        return layer.arrays().entrySet().stream()
                .filter(array -> !array.getKey().contains("."))
                .map(array -> Dense.of(array.getValue()))
                .toList();
    }

    void step(double[][] x, int[] labels, boolean bottomUp, boolean feedbackAfterTarget) {
        double[][][] h = new double[depth + 1][][];
        h[0] = x;
        for (int i = 1; i <= depth; i++) {
            h[i] = map(h[i - 1], w[i], b[i], i < depth);
            if (!feedbackAfterTarget) {
                learnFeedback(i, h[i - 1]);
            }
        }
        double[][][] target = new double[depth][][];
        double[][] outputError = outputError(h[depth], labels);
        target[depth - 1] = Dense.sum(h[depth - 1], -targetStep, Dense.product(outputError, w[depth]));
        for (int i = depth - 1; i > 1; i--) {
            double[][] change = Dense.sum(map(target[i], v[i], c[i], true), -1, map(h[i], v[i], c[i], true));
            target[i - 1] = Dense.sum(h[i - 1], 1, change);
        }
        double[][] input = x;
        for (int i = 1; i <= depth; i++) {
            // simultaneous: what went up; bottom-up: what the layers below send now that they have learned
            double[][] heard = bottomUp ? input : h[i - 1];
            double[][] own = bottomUp ? map(heard, w[i], b[i], i < depth) : h[i];
            double[][] delta = i == depth ? outputError(own, labels) : slope(own, target[i], own);
            descend(w[i], b[i], delta, heard, rate);
            if (feedbackAfterTarget) {
                learnFeedback(i, heard);
            }
            input = map(heard, w[i], b[i], i < depth);
        }
        steps++;
    }

    /** Eq. 32. */
    private void learnFeedback(int i, double[][] below) {
        if (v[i] == null) {
            return;
        }
        int units = below[0].length;
        float[] normals = new float[below.length * units];
        Chance.normals(Chance.key(seed, Chance.Purpose.FEEDBACK_NOISE, i, steps), normals, normals.length);
        double[][] noisy = new double[below.length][units];
        for (int k = 0; k < normals.length; k++) {
            noisy[k / units][k % units] = below[k / units][k % units] + noise * normals[k];
        }
        double[][] image = map(noisy, w[i], b[i], true);
        double[][] rebuilt = map(image, v[i], c[i], true);
        descend(v[i], c[i], slope(rebuilt, noisy, rebuilt), image, feedbackRate);
    }

    /** 2 (value − target) (1 − h²) / B. */
    private static double[][] slope(double[][] value, double[][] target, double[][] h) {
        double[][] delta = Dense.sum(value, -1, target);
        for (int i = 0; i < delta.length; i++) {
            for (int j = 0; j < delta[i].length; j++) {
                delta[i][j] *= 2 * (1 - h[i][j] * h[i][j]) / delta.length;
            }
        }
        return delta;
    }

    private static double[][] outputError(double[][] h, int[] labels) {
        double[][] error = new double[h.length][h[0].length];
        for (int i = 0; i < h.length; i++) {
            for (int j = 0; j < h[i].length; j++) {
                error[i][j] = (h[i][j] - (labels[i] == j ? 1 : 0)) / h.length;
            }
        }
        return error;
    }

    private static void descend(double[][] weights, double[][] bias, double[][] delta, double[][] x, double rate) {
        double[][] gradient = Dense.product(Dense.transposed(delta), x);
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] -= rate * gradient[i][j];
            }
            for (double[] example : delta) {
                bias[0][i] -= rate * example[i];
            }
        }
    }

    private static double[][] map(double[][] x, double[][] weights, double[][] bias, boolean hidden) {
        double[][] h = Dense.product(x, Dense.transposed(weights));
        for (double[] example : h) {
            double total = 0;
            for (int j = 0; j < example.length; j++) {
                double a = example[j] + bias[0][j];
                example[j] = hidden ? Math.tanh(a) : Math.exp(a);
                total += example[j];
            }
            for (int j = 0; !hidden && j < example.length; j++) {
                example[j] /= total;
            }
        }
        return h;
    }
}
