package org.somata.model.numerics;

/** The nonlinearities and their chain rules, in single passes. */
final class NonlinearityLoops {
    private NonlinearityLoops() {}

    /** a ← s(a + bias). */
    static void activate(Nonlinearity s, float[] a, float[] bias, int size) {
        switch (s) {
            case TANH -> tanh(a, bias, size);
            case SIGMOID -> sigmoid(a, bias, size);
            case RELU -> relu(a, bias, size);
            case LINEAR -> linear(a, bias, size);
        }
    }

    /** delta = factor · credit ∘ s′(h); {@code delta} may be {@code credit}. */
    static void chain(Nonlinearity s, float factor, float[] credit, float[] h, float[] delta, int size) {
        switch (s) {
            case TANH -> chainTanh(factor, credit, h, delta, size);
            case SIGMOID -> chainSigmoid(factor, credit, h, delta, size);
            case RELU -> chainRelu(factor, credit, h, delta, size);
            case LINEAR -> chainLinear(factor, credit, delta, size);
        }
    }

    /**
     * tanh x = 2 t / (1 + t²) with t = tanh y, y = x / 2, and tanh y = y + y · y² R(y²) / Q(y²), fitted for the least
     * relative error on |y| ≤ 4.52 (2.4e-8; 2.5 ulps after rounding). Where tanh saturates, doubling the angle takes the
     * error of t away, and the largest value is 1; beyond |x| = 9.04 float32 has no value between tanh x and ±1.
     */
    private static void tanh(float[] a, float[] bias, int size) {
        for (int i = 0; i < size; i++) {
            float y = Math.max(-4.52f, Math.min(4.52f, 0.5f * (a[i] + bias[i])));
            float s = y * y;
            float above = -0.00016936879546847194f * s - 0.019759992137551308f;
            above = (above * s - 0.3333330750465393f) * s;
            float below = 0.00017485384887550026f * s + 0.02231588587164879f;
            below = (below * s + 0.45927858352661133f) * s + 1;
            float t = y + y * above / below;
            a[i] = (t + t) / (1 + t * t);
        }
    }

    /** 1 / (1 + e^−x) = ½ + ½ tanh(x / 2), with the same rational function: an absolute error of 1.2e-7, within [0, 1]. */
    private static void sigmoid(float[] a, float[] bias, int size) {
        for (int i = 0; i < size; i++) {
            float y = Math.max(-4.52f, Math.min(4.52f, 0.25f * (a[i] + bias[i])));
            float s = y * y;
            float above = -0.00016936879546847194f * s - 0.019759992137551308f;
            above = (above * s - 0.3333330750465393f) * s;
            float below = 0.00017485384887550026f * s + 0.02231588587164879f;
            below = (below * s + 0.45927858352661133f) * s + 1;
            float t = y + y * above / below;
            a[i] = 0.5f + t / (1 + t * t);
        }
    }

    private static void relu(float[] a, float[] bias, int size) {
        for (int i = 0; i < size; i++) {
            a[i] = Math.max(0f, a[i] + bias[i]);
        }
    }

    private static void linear(float[] a, float[] bias, int size) {
        for (int i = 0; i < size; i++) {
            a[i] += bias[i];
        }
    }

    private static void chainTanh(float factor, float[] credit, float[] h, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            delta[i] = factor * credit[i] * (1 - h[i] * h[i]);
        }
    }

    private static void chainSigmoid(float factor, float[] credit, float[] h, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            delta[i] = factor * credit[i] * (h[i] * (1 - h[i]));
        }
    }

    private static void chainRelu(float factor, float[] credit, float[] h, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            delta[i] = h[i] > 0 ? factor * credit[i] : 0;
        }
    }

    private static void chainLinear(float factor, float[] credit, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            delta[i] = factor * credit[i];
        }
    }

    /** target ← h − target, and delta = factor · (h − target) ∘ s′(h) of the target before. */
    static void distance(Nonlinearity s, float factor, float[] h, float[] target, float[] delta, int size) {
        switch (s) {
            case TANH -> distanceTanh(factor, h, target, delta, size);
            case SIGMOID -> distanceSigmoid(factor, h, target, delta, size);
            case RELU -> distanceRelu(factor, h, target, delta, size);
            case LINEAR -> distanceLinear(factor, h, target, delta, size);
        }
    }

    private static void distanceTanh(float factor, float[] h, float[] target, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            float d = h[i] - target[i];
            target[i] = d;
            delta[i] = factor * d * (1 - h[i] * h[i]);
        }
    }

    private static void distanceSigmoid(float factor, float[] h, float[] target, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            float d = h[i] - target[i];
            target[i] = d;
            delta[i] = factor * d * (h[i] * (1 - h[i]));
        }
    }

    private static void distanceRelu(float factor, float[] h, float[] target, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            float d = h[i] - target[i];
            target[i] = d;
            delta[i] = h[i] > 0 ? factor * d : 0;
        }
    }

    private static void distanceLinear(float factor, float[] h, float[] target, float[] delta, int size) {
        for (int i = 0; i < size; i++) {
            float d = h[i] - target[i];
            target[i] = d;
            delta[i] = factor * d;
        }
    }
}
