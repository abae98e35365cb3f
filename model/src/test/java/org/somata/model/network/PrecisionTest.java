package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;

/**
 * What one step of the paper's network of section 3.1 loses in float32: ‖ΔW − ΔW₆₄‖ / ‖ΔW₆₄‖ for W and V of every layer,
 * from the same weights and with the same noise, from the initial weights and after twenty steps of training. The largest
 * measured, fused and ND4J's kernels alike:
 *
 * <pre>
 * difference target propagation, η0 = 0.33   1.7e-3 (W1)
 *                                η0 = 10     4.6e-5 (W3)
 * target propagation,            η0 = 0.33   3.4e-4 (W7)
 *                                η0 = 10     1.1e-5 (W7)
 * backpropagation                            4.1e-5 (W6)
 * V, with every rule                         6.4e-7 (V2)
 * </pre>
 *
 * Backpropagation's and W7's are the rounding of the weights themselves: the gradients are within 8e-7 and 3e-5. Lower down
 * difference target propagation subtracts g(h_i) from g(ĥ_i), each with its own rounding.
 */
class PrecisionTest {
    private static final double PAPERS_STEP = 0.327736332653;
    private static final Rule DIFFERENCE = new DifferenceTargetPropagation(PAPERS_STEP);
    private static final Table EXAMPLES = Table.random(7, 100, 784, 10);

    private static List<Taught> taught;
    private static List<Taught> baselines;

    @BeforeAll
    static void train() {
        taught =
                List.of(networks(DIFFERENCE).fused(), train(networks(DIFFERENCE).fused()));
        Rule baseline = new Backpropagation();
        baselines = List.of(networks(baseline).fused(), train(networks(baseline).fused()));
    }

    private static Taught train(Taught network) {
        for (int step = 0; step < 20; step++) {
            network.learn(Table.random(1000 + step, 100, 784, 10), 1);
        }
        return network;
    }

    private static Networks networks(Rule rule) {
        double rate = rule instanceof Backpropagation ? 0.000804436870084 : 0.0148893490317;
        return Networks.of(784, 240, 240, 240, 240, 240, 240, 240, 10)
                .rule(rule)
                .batch(100)
                .optimiser(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3))
                .rates(rate, 0.00501149118237)
                .noise(0.359829566008);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(DIFFERENCE, 3e-3),
                Arguments.of(new TargetPropagation(PAPERS_STEP), 3e-3),
                Arguments.of(new DifferenceTargetPropagation(10), 1e-4),
                Arguments.of(new TargetPropagation(10), 1e-4),
                Arguments.of(new Backpropagation(), 1e-4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void updatesInFloat32AreCloseToThoseInFloat64(Rule rule, double bound) {
        // their weights are given to them
        Networks networks = networks(rule).initialisation(new Initialisation.Uniform(1));
        Taught precise = networks.doublePrecision();
        List<Taught> others = List.of(networks.fused(), networks.on(Backend.nd4j()));
        for (Taught from : rule instanceof Backpropagation ? baselines : taught) {
            Map<String, double[]> expected = updates(precise, from);
            for (Taught other : others) {
                Map<String, double[]> found = updates(other, from);
                expected.forEach((name, update) -> {
                    double error = relativeDistance(found.get(name), update);
                    assertTrue(error <= bound, () -> other.kernels.name() + " " + name + " " + error);
                });
            }
        }
    }

    /** ΔW and ΔV of one step of a network that takes over the other's weights, by name. */
    private static Map<String, double[]> updates(Taught copy, Taught from) {
        copy.copy(from);
        Map<String, double[]> updates = weights(copy);
        copy.learn(EXAMPLES, 1);
        weights(copy).forEach((name, after) -> {
            double[] update = updates.get(name);
            for (int i = 0; i < after.length; i++) {
                update[i] = after[i] - update[i];
            }
        });
        return updates;
    }

    private static Map<String, double[]> weights(Taught network) {
        Map<String, double[]> weights = new TreeMap<>();
        for (Layer layer : network.layers) {
            for (String name : new String[] {"W", "V"}) {
                Matrix array = layer.arrays().get(name);
                if (array != null) {
                    weights.put(name + layer.place(), array.toDoubles());
                }
            }
        }
        return weights;
    }

    private static double relativeDistance(double[] a, double[] b) {
        double difference = 0;
        double norm = 0;
        for (int i = 0; i < a.length; i++) {
            difference += (a[i] - b[i]) * (a[i] - b[i]);
            norm += b[i] * b[i];
        }
        return Math.sqrt(difference / norm);
    }
}
