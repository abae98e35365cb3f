package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.somata.model.layers.FiniteDifferences.assertGradient;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;

/** What feedback mappings learn from, with the noise that {@link Chance} names. All rates are 0, so that nothing moves. */
class InverseLossGradientTest {
    private static final double NOISE = 0.4;
    private static final Table EXAMPLES = Table.random(3, 5, 4, 3);

    static Stream<Arguments> cases() {
        return Arrays.stream(Nonlinearity.values())
                .flatMap(f -> Arrays.stream(Nonlinearity.values()).map(g -> Arguments.of(f, g)));
    }

    private static Networks network(Nonlinearity f, Nonlinearity g) {
        return Networks.of(4, 5, 4, 6, 3).nonlinearities(f, g).rates(0, 0).noise(NOISE);
    }

    /** Eq. 32: ‖g(z) − (h_{i−1}+ε)‖², z the constant f(h_{i−1}+ε). */
    @ParameterizedTest
    @MethodSource("cases")
    void reconstructionOfTheInputByVAndC(Nonlinearity s, Nonlinearity feedback) {
        Taught network = network(s, feedback).doublePrecision().scatter(2, 0.4).learn(EXAMPLES, 1);
        for (int place = 2; place < network.depth(); place++) {
            HiddenLayer layer = network.hidden(place);
            Matrix noisy = noisy(network, place, network.memory(place).input());
            Matrix image =
                    network.kernels.matrix(EXAMPLES.count(), layer.forward().outputs());
            layer.forward().apply(noisy, image);
            Matrix rebuilt =
                    network.kernels.matrix(EXAMPLES.count(), layer.forward().inputs());
            check(layer, () -> {
                layer.feedback().apply(image, rebuilt);
                return squaredDistance(rebuilt, noisy);
            });
        }
    }

    /** Eq. 17: ‖f(g(ĥ_i+ε)) − (ĥ_i+ε)‖², by V and c through f. */
    @ParameterizedTest
    @MethodSource("cases")
    void reconstructionOfTheTargetByVAndC(Nonlinearity s, Nonlinearity feedback) {
        Taught network = network(s, feedback)
                .inverseLossOfTarget()
                .doublePrecision()
                .scatter(2, 0.4)
                .learn(EXAMPLES, 1);
        for (int place = 2; place < network.depth(); place++) {
            HiddenLayer layer = network.hidden(place);
            Matrix noisy = noisy(network, place, network.memory(place).credit());
            Matrix rebuilt =
                    network.kernels.matrix(EXAMPLES.count(), layer.forward().inputs());
            Matrix image =
                    network.kernels.matrix(EXAMPLES.count(), layer.forward().outputs());
            check(layer, () -> {
                layer.feedback().apply(noisy, rebuilt);
                layer.forward().apply(rebuilt, image);
                return squaredDistance(image, noisy);
            });
        }
    }

    private static void check(HiddenLayer layer, DoubleSupplier summedLoss) {
        Mapping g = layer.feedback();
        DoubleSupplier loss = () -> summedLoss.getAsDouble() / EXAMPLES.count();
        assertEquals(loss.getAsDouble(), layer.tally().mean(Tally.INVERSE_LOSS), 1e-10);
        assertGradient(loss, g.weights(), g.weightGradient());
        assertGradient(loss, g.bias(), g.biasGradient());
    }

    /** The first draw of the layer: V had version 0 when it was made. */
    private static Matrix noisy(Taught network, int place, Matrix x) {
        float[] normals = new float[x.size()];
        long key = Chance.key(network.spec.seed(), Chance.Purpose.FEEDBACK_NOISE, place, 0);
        Chance.normals(key, normals, normals.length);
        double[] values = x.toDoubles();
        Arrays.setAll(values, i -> values[i] + NOISE * normals[i]);
        Matrix noisy = network.kernels.matrix(x.rows(), x.columns());
        noisy.write(values);
        return noisy;
    }

    private static double squaredDistance(Matrix a, Matrix b) {
        double[][] difference = Dense.sum(Dense.of(a), -1, Dense.of(b));
        return Dense.dot(difference, difference);
    }
}
