package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.layers.FiniteDifferences.assertGradient;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.Presentation;

/** What an auto-encoder learns, against Eqs. 37 to 40, with the very noise that it draws first. */
class AutoencoderGradientTest {
    private static final Table EXAMPLES = Table.random(3, 5, 4, 3);
    private static final double NOISE = 0.3;

    private Taught network;
    private AutoencoderLayer layer;
    private Matrix x;

    private void observed(Rule rule, Nonlinearity s, Nonlinearity ofRebuilt) {
        network = Networks.of(4, 3)
                .rule(rule)
                .nonlinearities(s, ofRebuilt)
                .noise(NOISE)
                .doublePrecision()
                .scatter(2, 0.5)
                .present(Presentation.Purpose.OBSERVE, EXAMPLES);
        layer = network.autoencoder();
        x = network.memory(1).input();
    }

    private Matrix noisy(Matrix values, Purpose purpose) {
        Matrix out = network.kernels.matrix(values.rows(), values.columns());
        network.kernels.addNoise(values, NOISE, Chance.key(network.spec.seed(), purpose, 1, 0), out);
        return out;
    }

    private Matrix code(Matrix of) {
        Matrix out = network.kernels.matrix(of.rows(), 3);
        layer.forward().apply(of, out);
        return out;
    }

    private Matrix rebuilt(Matrix of) {
        Matrix out = network.kernels.matrix(of.rows(), 4);
        layer.feedback().apply(of, out);
        return out;
    }

    /** Σ (a − b)², averaged over the batch. */
    private static double distance(Matrix a, Matrix b) {
        double norm = Dense.norm(Dense.sum(Dense.of(a), -1, Dense.of(b)));
        return norm * norm / a.rows();
    }

    private void assertGradients(DoubleSupplier loss) {
        assertGradient(loss, layer.forward().weights(), layer.forward().weightGradient());
        assertGradient(loss, layer.forward().bias(), layer.forward().biasGradient());
        assertGradient(loss, layer.feedback().bias(), layer.feedback().biasGradient());
    }

    /** L_g = ‖g(h+ε) − x‖² and L_f = ‖f(x+ε′) − ĥ‖², with h and ĥ = 2h − f(z) held constant, summed at the same weights. */
    @ParameterizedTest
    @EnumSource
    void withoutBackpropagationTheGradientIsThatOfTheTwoLocalLosses(Nonlinearity s) {
        for (Nonlinearity ofRebuilt : Nonlinearity.values()) {
            observed(new DifferenceTargetPropagation(0), s, ofRebuilt);
            Matrix h = code(x);
            Matrix noisyCode = noisy(h, Purpose.CODE_NOISE);
            Matrix target = code(rebuilt(noisyCode));
            Dense.write(Dense.sum(Dense.sum(Dense.of(h), 1, Dense.of(h)), -1, Dense.of(target)), target);
            Matrix noisyInput = noisy(x, Purpose.CONTRACTION_NOISE);
            assertGradients(() -> distance(rebuilt(noisyCode), x) + distance(code(noisyInput), target));
        }
    }

    /** L = ‖g(f(x)+ε) − x‖² + ‖f(x+ε′) − f(x)‖², nothing held constant. */
    @ParameterizedTest
    @EnumSource
    void theBaselineDescendsTheWholeOfEquation39(Nonlinearity s) {
        for (Nonlinearity ofRebuilt : Nonlinearity.values()) {
            observed(new Backpropagation(), s, ofRebuilt);
            Matrix noisyInput = noisy(x, Purpose.CONTRACTION_NOISE);
            assertGradients(() -> {
                Matrix h = code(x);
                return distance(rebuilt(noisy(h, Purpose.CODE_NOISE)), x) + distance(code(noisyInput), h);
            });
        }
    }

    /** Eq. 40: an input that is rebuilt as it is leaves its code where it is, whatever g. */
    @Test
    void whereTheInputIsRebuiltTheTargetIsTheCode() {
        Taught settled = Networks.of(4, 3)
                .nonlinearities(Nonlinearity.SIGMOID, Nonlinearity.SIGMOID)
                .doublePrecision()
                .scatter(2, 0.5);
        layer = settled.autoencoder();
        network = settled;
        Table examples = Table.random(1, 5, 4, 3);
        x = settled.kernels.matrix(5, 4);
        for (int i = 0; i < 500; i++) {
            x = rebuilt(code(x));
        }
        float[] fixed = x.toFloats();
        for (int i = 0; i < 5; i++) {
            System.arraycopy(fixed, 4 * i, examples.inputs()[i], 0, 4);
        }
        settled.present(Presentation.Purpose.OBSERVE, examples);
        Matrix h = settled.memory(1).activation();
        Matrix target = layer.ownScratch(1, 5);
        // the examples are the fixed point rounded to float32
        assertEquals(0, Dense.norm(Dense.sum(Dense.of(target), -1, Dense.of(h))), 1e-7);
        settled.present(Presentation.Purpose.OBSERVE, Table.random(1, 5, 4, 3));
        double moved = Dense.norm(
                Dense.sum(Dense.of(target), -1, Dense.of(settled.memory(1).activation())));
        assertTrue(moved > 0.01, "a target that never moves: " + moved);
    }

    /** No chain rule is needed where f is linear: ĥ − h = W (x − z), which is what backpropagation brings down from g. */
    @Test
    void betweenLinearLayersTheLocalLossesGiveBackpropagationsGradient() {
        double[][] gradients = new double[2][];
        Rule[] rules = {new DifferenceTargetPropagation(0), new Backpropagation()};
        for (int i = 0; i < 2; i++) {
            Taught linear = Networks.of(4, 3)
                    .rule(rules[i])
                    .nonlinearities(Nonlinearity.LINEAR, Nonlinearity.LINEAR)
                    .doublePrecision()
                    .scatter(2, 0.5)
                    .present(Presentation.Purpose.OBSERVE, EXAMPLES);
            gradients[i] = linear.layer(1).forward().weightGradient().toDoubles();
        }
        for (int i = 0; i < gradients[0].length; i++) {
            assertEquals(gradients[1][i], gradients[0][i], 1e-12);
        }
        assertTrue(Arrays.stream(gradients[0]).anyMatch(g -> Math.abs(g) > 0.01));
    }
}
