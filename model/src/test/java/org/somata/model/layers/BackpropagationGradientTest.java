package org.somata.model.layers;

import static org.somata.model.layers.FiniteDifferences.assertGradient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.signals.Presentation.Purpose;

/** ∂L/∂W and ∂L/∂b of every layer, L averaged over the batch. */
class BackpropagationGradientTest {
    static Stream<Arguments> cases() {
        return Arrays.stream(OutputLoss.values())
                .flatMap(loss -> Arrays.stream(Nonlinearity.values()).map(s -> Arguments.of(loss, s)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGradientIsThatOfTheOutputLoss(OutputLoss loss, Nonlinearity s) {
        Table examples = Table.random(3, 5, 4, 3);
        Taught network = Networks.of(4, 5, 4, 3)
                .rule(new Backpropagation())
                .loss(loss)
                .nonlinearities(s, s)
                .doublePrecision()
                .scatter(2, 0.5)
                .present(Purpose.OBSERVE, examples);
        // evaluation borrows the place of the output layer's bias gradient
        List<double[]> ofBiases = network.layers.stream()
                .map(layer -> layer.forward().biasGradient().toDoubles())
                .toList();
        for (Layer layer : network.layers) {
            Mapping f = layer.forward();
            assertGradient(() -> network.evaluate(examples).cost(), f.weights(), f.weightGradient());
            assertGradient(() -> network.evaluate(examples).cost(), f.bias(), ofBiases.get(layer.place() - 1), 1);
        }
    }
}
