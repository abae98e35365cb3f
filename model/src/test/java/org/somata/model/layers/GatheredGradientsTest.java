package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.model.layers.FiniteDifferences.assertGradient;
import static org.somata.model.layers.StaleUpdateTest.gradient;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Moment;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.RateScaling;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;

/** Updates from the mean of several gradients. */
class GatheredGradientsTest {
    private static final Coping THREE = new Coping(RateScaling.NONE, false, 3);
    private static final Table EXAMPLES = Table.corners(1, 30);

    static Stream<Kernels> kernels() {
        return StaleUpdateTest.kernels();
    }

    static Stream<Arguments> rules() {
        return kernels().flatMap(kernels -> Stream.of(1.0, 0.0).map(target -> Arguments.of(kernels, target == 1)));
    }

    /**
     * Gradients 1, 2, 3 and −4, 2, 5 of W, 2, −1, 5 of b: their means are 2, 1, 2. The stalest of 1, 3 and 2 makes of the
     * rate ½ an eighth, and of μ = ½ an eighth as well.
     */
    @ParameterizedTest
    @MethodSource("kernels")
    void anUpdateIsAlongTheMeanAndAsStaleAsTheStalest(Kernels kernels) {
        Coping coping = new Coping(RateScaling.INVERSE, true, 3);
        Mapping mapping = StaleUpdateTest.mapping(kernels, new Optimiser.Sgd(0.5), Decaying.constant(0.5), coping);
        double precision = StaleUpdateTest.precision(kernels);
        for (int update = 0; update < 2; update++) {
            gradient(mapping, 1, -4, 2);
            assertFalse(mapping.gather(1));
            gradient(mapping, 2, 2, -1);
            assertFalse(mapping.gather(3));
            assertEquals(3 * update + 2, mapping.gradients());
            gradient(mapping, 3, 5, 5);
            assertTrue(mapping.gather(2));
            assertEquals(3, mapping.staleness());
            double[] before = mapping.weights().toDoubles();
            // m = −2/8, then an eighth of that more
            double move = update == 0 ? -0.25 : -0.25 - 0.25 / 8;
            assertEquals(1.5 * Math.abs(move), mapping.descend(Moment.START), precision);
            assertArrayEquals(
                    new double[] {before[0] + move, before[1] + move / 2},
                    mapping.weights().toDoubles(),
                    precision);
            assertEquals(update + 1, mapping.version());
            assertEquals(3 * update + 3, mapping.gradients());
        }
        assertArrayEquals(new double[] {-0.53125}, mapping.bias().toDoubles(), precision);
    }

    /** In lockstep nothing has changed meanwhile: three minibatches come to one of all their examples. */
    @ParameterizedTest
    @MethodSource("rules")
    void severalMinibatchesComeToOneOfAllTheirExamples(Kernels kernels, boolean targets) {
        Networks small = networks(targets, 1).batch(10).coping(THREE, THREE);
        // the target step is one down a loss averaged over the batch
        Networks large = networks(targets, 3).batch(30);
        for (double[] rates : new double[][] {{0.5, 0}, {0, 0.5}}) {
            Taught gathered = small.rates(rates[0], rates[1]).on(kernels);
            Taught whole = large.rates(rates[0], rates[1]).on(kernels);
            double[][] begun = weights(gathered);
            gathered.learn(Table.corners(1, 20), 1);
            assertArrayEquals(begun, weights(gathered));
            Table last = rest(EXAMPLES, 20);
            gathered.learn(last, 1);
            whole.learn(EXAMPLES, 1);
            double[][] expected = weights(whole);
            double[][] found = weights(gathered);
            for (int i = 0; i < found.length; i++) {
                assertArrayEquals(expected[i], found[i], StaleUpdateTest.precision(kernels));
            }
            assertEquals(targets || rates[0] > 0, !Arrays.deepEquals(begun, found));
            assertEquals(1, gathered.layer(2).versions().forward());
            assertEquals(1, gathered.layer(2).tally().count(Tally.UPDATE_NORM));
            assertEquals(targets ? 3 : 0, gathered.layer(2).tally().count(Tally.TARGET_LOSS));
        }
    }

    private static Networks networks(boolean targets, double targetStep) {
        return Networks.of(4, 6, 5, 3)
                .rule(targets ? new DifferenceTargetPropagation(targetStep) : new Backpropagation());
    }

    private static Table rest(Table examples, int from) {
        float[][] inputs = IntStream.range(from, examples.count())
                .mapToObj(i -> examples.inputs()[i])
                .toArray(float[][]::new);
        int[] labels =
                IntStream.range(from, examples.count()).map(examples::label).toArray();
        return new Table(inputs, labels, examples.classes());
    }

    private static double[][] weights(Taught network) {
        return network.layers.stream()
                .flatMap(layer -> layer.arrays().entrySet().stream())
                .filter(array -> !array.getKey().contains("."))
                .map(array -> array.getValue().toDoubles())
                .toArray(double[][]::new);
    }

    /** After two of three: the gradient of the mean loss of the examples of both. */
    @Test
    void whatIsGatheredIsTheGradientOfTheMeanLoss() {
        Table twenty = Table.corners(1, 20);
        Taught network =
                networks(false, 1).coping(THREE, THREE).doublePrecision().scatter(2, 0.5);
        network.learn(twenty, 1);
        for (Layer layer : network.layers) {
            Map<String, Matrix> arrays = layer.arrays();
            for (String name : new String[] {"W", "b"}) {
                assertGradient(() -> network.evaluate(twenty).cost(), arrays.get(name), arrays.get(name + ".gathered"));
            }
        }
    }

    @Test
    void gatheredGradientsHaveTheirPlaceInACheckpoint() {
        Taught network = Networks.of(4, 3, 2, 2)
                .optimiser(new Optimiser.Sgd(0.9))
                .averageDecay(0.9)
                .coping(THREE, THREE)
                .fused();
        assertEquals(
                "[W, W.momentum, W.gathered, W.average, b, b.momentum, b.gathered, b.average, W.gathering,"
                        + " V, V.momentum, V.gathered, c, c.momentum, c.gathered, V.gathering]",
                network.layer(2).arrays().keySet().toString());
        network.layer(1).forward().gather(5);
        assertArrayEquals(
                new double[] {1, 5},
                network.layer(1).arrays().get("W.gathering").toDoubles());
    }
}
