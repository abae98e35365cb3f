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
     * tanh x = x P(x²) / Q(x²) with all coefficients positive, fitted for the least relative error on |x| ≤ 9 (2.1e-8
     * before rounding, 3.7e-7 or 6.2 ulps after it, so that the largest value is 1.0000002); beyond 9 float32 has no value
     * between tanh x and ±1.
     */
    private static void tanh(float[] a, float[] bias, int size) {
        for (int i = 0; i < size; i++) {
            float x = Math.max(-9f, Math.min(9f, a[i] + bias[i]));
            float s = x * x;
            float above = 1.3334894077842273e-08f * s + 2.0594869056367315e-05f;
            above = above * s + 0.0034947257954627275f;
            above = above * s + 0.13380299508571625f;
            above = above * s + 1;
            float below = 7.768484806547349e-07f * s + 0.0003284223494119942f;
            below = below * s + 0.02587370201945305f;
            below = below * s + 0.4671361446380615f;
            below = below * s + 1;
            a[i] = x * above / below;
        }
    }

    /** 1 / (1 + e^−x) = ½ + ½ tanh(x / 2), with the same rational function: within 2e-7, and as much out of [0, 1]. */
    private static void sigmoid(float[] a, float[] bias, int size) {
        for (int i = 0; i < size; i++) {
            float x = Math.max(-9f, Math.min(9f, 0.5f * (a[i] + bias[i])));
            float s = x * x;
            float above = 1.3334894077842273e-08f * s + 2.0594869056367315e-05f;
            above = above * s + 0.0034947257954627275f;
            above = above * s + 0.13380299508571625f;
            above = above * s + 1;
            float below = 7.768484806547349e-07f * s + 0.0003284223494119942f;
            below = below * s + 0.02587370201945305f;
            below = below * s + 0.4671361446380615f;
            below = below * s + 1;
            a[i] = 0.5f + 0.5f * (x * above / below);
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
}
