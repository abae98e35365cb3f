package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.somata.model.layers.FiniteDifferences.assertGradient;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;
import org.somata.model.signals.Presentation.Purpose;

/** What layers learn from targets, against the equations that make the targets. */
class TargetLossGradientTest {
    private static final double TARGET_STEP = 3;
    private static final double LOCAL_STEP = 0.7;
    private static final Table EXAMPLES = Table.random(3, 5, 4, 3);

    static Stream<Arguments> cases() {
        List<Rule> rules = List.of(
                new DifferenceTargetPropagation(TARGET_STEP),
                new TargetPropagation(TARGET_STEP),
                new TargetPropagationThroughOptimization(TARGET_STEP, LOCAL_STEP));
        return rules.stream()
                .flatMap(rule -> Arrays.stream(Nonlinearity.values()).map(s -> Arguments.of(rule, s)));
    }

    private static Taught observed(Rule rule, Nonlinearity s, OutputLoss loss) {
        return Networks.of(4, 5, 4, 3)
                .rule(rule)
                .loss(loss)
                .nonlinearities(s, s)
                .doublePrecision()
                .scatter(2, 0.5)
                .present(Purpose.OBSERVE, EXAMPLES);
    }

    /** Eqs. 5 and 6: L_i = ‖ĥ_i − f_i(h_{i−1})‖², averaged over the batch, by W_i and b_i alone. */
    @ParameterizedTest
    @MethodSource("cases")
    void aHiddenLayerDescendsItsOwnTargetLoss(Rule rule, Nonlinearity s) {
        Taught network = observed(rule, s, OutputLoss.SOFTMAX_CROSS_ENTROPY);
        for (int place = 1; place < network.depth(); place++) {
            Mapping f = network.layer(place).forward();
            Memory memory = network.memory(place);
            DoubleSupplier loss = () -> targetLoss(network, f, memory.input(), memory.credit());
            assertGradient(loss, f.weights(), f.weightGradient());
            assertGradient(loss, f.bias(), f.biasGradient());
        }
    }

    /** Eq. 20: the first target is a step of the highest hidden activation down the gradient of the output loss. */
    @ParameterizedTest
    @MethodSource("cases")
    void theFirstTargetIsAStepDownTheOutputLoss(Rule rule, Nonlinearity s) {
        for (OutputLoss loss : OutputLoss.values()) {
            Taught network = observed(rule, s, loss);
            Matrix activation = network.memory(network.depth()).input();
            assertGradient(
                    () -> outputLoss(network, activation),
                    activation,
                    change(network.memory(network.depth() - 1)),
                    -TARGET_STEP);
        }
    }

    /** Eq. 9 with a step λ of half the target loss. */
    @ParameterizedTest
    @MethodSource("org.somata.model.layers.TargetLossGradientTest#nonlinearities")
    void targetsThroughOptimizationAreStepsDownTheTargetLoss(Nonlinearity s) {
        Rule rule = new TargetPropagationThroughOptimization(TARGET_STEP, LOCAL_STEP);
        Taught network = observed(rule, s, OutputLoss.SOFTMAX_CROSS_ENTROPY);
        for (int place = 2; place < network.depth(); place++) {
            Mapping f = network.layer(place).forward();
            Memory memory = network.memory(place);
            double batchLossToExamples = EXAMPLES.count();
            assertGradient(
                    () -> targetLoss(network, f, memory.input(), memory.credit()),
                    memory.input(),
                    change(network.memory(place - 1)),
                    -LOCAL_STEP / 2 * batchLossToExamples);
        }
    }

    static Stream<Nonlinearity> nonlinearities() {
        return Arrays.stream(Nonlinearity.values());
    }

    /** ĥ_i − h_i. */
    private static double[] change(Memory memory) {
        double[] target = memory.credit().toDoubles();
        double[] activation = memory.activation().toDoubles();
        Arrays.setAll(target, i -> target[i] - activation[i]);
        return target;
    }

    private static double targetLoss(Taught network, Mapping f, Matrix input, Matrix target) {
        Matrix h = network.kernels.matrix(EXAMPLES.count(), f.outputs());
        f.apply(input, h);
        double[][] difference = Dense.sum(Dense.of(h), -1, Dense.of(target));
        return Dense.dot(difference, difference) / EXAMPLES.count();
    }

    private static double outputLoss(Taught network, Matrix activation) {
        Mapping last = network.layer(network.depth()).forward();
        Matrix output = network.kernels.matrix(EXAMPLES.count(), last.outputs());
        network.kernels.product(activation, false, last.weights(), true, output);
        network.kernels.activateOutput(network.spec.loss(), output, last.bias(), output);
        double[][] h = Dense.of(output);
        double total = 0;
        for (int row = 0; row < h.length; row++) {
            for (int j = 0; j < h[row].length; j++) {
                total += network.spec.loss().ofUnit(h[row][j], EXAMPLES.label(row) == j ? 1 : 0);
            }
        }
        assertEquals(EXAMPLES.count(), h.length);
        return total / h.length;
    }
}
