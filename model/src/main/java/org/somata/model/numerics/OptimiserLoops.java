package org.somata.model.numerics;

import org.somata.model.learning.Optimiser.Adam;
import org.somata.model.learning.Optimiser.CentredRmsprop;
import org.somata.model.learning.Optimiser.Rmsprop;
import org.somata.model.learning.Optimiser.Sgd;

/** Every optimiser in one pass; {@code change} keeps what was added to the value, where no slot does. */
final class OptimiserLoops {
    private OptimiserLoops() {}

    static void centredRmsprop(
            CentredRmsprop o,
            float rate,
            float[] value,
            float[] gradient,
            float[] momentum,
            float[] mean,
            float[] square,
            int size) {
        float keep = (float) o.decay();
        float rest = (float) (1 - o.decay());
        float inertia = (float) o.momentum();
        float epsilon = (float) o.epsilon();
        for (int i = 0; i < size; i++) {
            float g = gradient[i];
            float a = keep * mean[i] + rest * g;
            float q = keep * square[i] + rest * g * g;
            // never negative but by rounding, which for a large steady gradient exceeds epsilon; a maximum with 0 takes
            // longer
            float variance = Math.abs(q - a * a);
            float m = inertia * momentum[i] - rate * g / (float) Math.sqrt(variance + epsilon);
            mean[i] = a;
            square[i] = q;
            momentum[i] = m;
            value[i] += m;
        }
    }

    static void rmsprop(
            Rmsprop o, float rate, float[] value, float[] gradient, float[] square, float[] change, int size) {
        float keep = (float) o.decay();
        float rest = (float) (1 - o.decay());
        float epsilon = (float) o.epsilon();
        for (int i = 0; i < size; i++) {
            float g = gradient[i];
            float q = keep * square[i] + rest * g * g;
            float d = -rate * g / ((float) Math.sqrt(q) + epsilon);
            square[i] = q;
            value[i] += d;
            change[i] = d;
        }
    }

    static void sgd(Sgd o, float rate, float[] value, float[] gradient, float[] momentum, int size) {
        float inertia = (float) o.momentum();
        for (int i = 0; i < size; i++) {
            float m = inertia * momentum[i] - rate * gradient[i];
            momentum[i] = m;
            value[i] += m;
        }
    }

    static void adam(
            Adam o,
            double rate,
            long count,
            float[] value,
            float[] gradient,
            float[] mean,
            float[] square,
            float[] change,
            int size) {
        float keep = (float) o.beta1();
        float rest = (float) (1 - o.beta1());
        float keepSquare = (float) o.beta2();
        float restSquare = (float) (1 - o.beta2());
        // the two corrections of the bias, taken out of the loop
        float step = (float) (rate / (1 - Math.pow(o.beta1(), count)));
        float unbias = (float) (1 / (1 - Math.pow(o.beta2(), count)));
        float epsilon = (float) o.epsilon();
        for (int i = 0; i < size; i++) {
            float g = gradient[i];
            float a = keep * mean[i] + rest * g;
            float q = keepSquare * square[i] + restSquare * g * g;
            float d = -step * a / ((float) Math.sqrt(q * unbias) + epsilon);
            mean[i] = a;
            square[i] = q;
            value[i] += d;
            change[i] = d;
        }
    }
}
