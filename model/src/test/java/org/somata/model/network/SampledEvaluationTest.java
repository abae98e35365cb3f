package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Mapping;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Transmission;

/** What is judged is the mean of the output probabilities over the draws of an example. */
class SampledEvaluationTest {
    /** By tens: the last minibatch is a smaller one. */
    private static final Table EXAMPLES = Table.corners(1, 27);

    private static Networks networks() {
        return Networks.of(4, 6, 5, 3)
                .rule(new Backpropagation())
                .nonlinearities(Nonlinearity.SIGMOID, Nonlinearity.SIGMOID);
    }

    private static Taught drawing(int samples) {
        Transmission bits = new Transmission.Bits(Levels.ZERO_ONE);
        LinkSpec drawn = new LinkSpec(bits, Transmission.REAL, bits, false);
        return networks()
                .link(2, drawn)
                .link(3, drawn)
                .samples(samples)
                .doublePrecision()
                .scatter(5, 1.5);
    }

    /** Outputs of all draws of each example, read where the output layer remembers them: block after block. */
    private static List<List<double[]>> draws(Taught network, int samples) {
        List<List<double[]>> draws = new ArrayList<>();
        network.loop.evaluate(EXAMPLES, judged -> {
            int count = judged.presentation().examples();
            double[][] rows =
                    Dense.of(network.layer(3).memory(judged.presentation()).activation());
            assertEquals(samples * count, rows.length);
            for (int example = 0; example < count; example++) {
                List<double[]> ofExample = new ArrayList<>();
                for (int row = example; row < rows.length; row += count) {
                    ofExample.add(rows[row]);
                }
                draws.add(ofExample);
            }
        });
        return draws;
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += row[j] / rows.size();
            }
        }
        return mean;
    }

    private static void assertJudged(List<double[]> outputs, Evaluation found) {
        double cost = 0;
        int mistakes = 0;
        for (int example = 0; example < outputs.size(); example++) {
            double[] output = outputs.get(example);
            int best = 0;
            for (int j = 1; j < output.length; j++) {
                best = output[j] > output[best] ? j : best;
            }
            cost -= Math.log(output[EXAMPLES.label(example)]);
            mistakes += best == EXAMPLES.label(example) ? 0 : 1;
        }
        assertEquals(cost / outputs.size(), found.cost(), 1e-12);
        assertEquals(100.0 * mistakes / outputs.size(), found.error(), 1e-12);
        assertTrue(mistakes > 0 && mistakes < outputs.size(), mistakes + " mistakes tell nothing");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void costAndErrorAreThoseOfTheMeanOverDraws(int samples) {
        Taught network = drawing(samples);
        List<List<double[]>> draws = draws(network, samples);
        assertEquals(27, draws.size());
        List<double[]> means = draws.stream().map(SampledEvaluationTest::mean).toList();
        assertJudged(means, network.evaluate(EXAMPLES));

        List<float[]> heard = new ArrayList<>();
        new Outputs(network.loop, new Lockstep(network.spec), network.spec.batches()).of(EXAMPLES, (index, outputs) -> {
            assertEquals(heard.size(), index);
            heard.add(outputs.clone());
        });
        for (int example = 0; example < 27; example++) {
            float[] expected = new float[3];
            for (int j = 0; j < 3; j++) {
                expected[j] = (float) means.get(example)[j];
            }
            assertArrayEquals(expected, heard.get(example), 1e-7f);
        }
    }

    /** Otherwise any one of them would do for their mean. */
    @Test
    void drawsDiffer() {
        List<List<double[]>> draws = draws(drawing(7), 7);
        long alike = draws.stream()
                .filter(rows -> rows.stream().allMatch(row -> row[0] == rows.get(0)[0]))
                .count();
        assertEquals(0, alike);
    }

    @Test
    void ofOneDrawAndRealLinksItIsThatOfThePlainNetwork() {
        Taught network = networks().doublePrecision().scatter(5, 1.5);
        double[][] h = Dense.of(EXAMPLES);
        for (int place = 1; place <= 3; place++) {
            Mapping f = network.layer(place).forward();
            h = Dense.product(h, Dense.transposed(Dense.of(f.weights())));
            double[] bias = f.bias().toDoubles();
            for (double[] row : h) {
                double total = 0;
                for (int j = 0; j < row.length; j++) {
                    row[j] += bias[j];
                    total += Math.exp(row[j]);
                }
                for (int j = 0; j < row.length; j++) {
                    row[j] = place < 3 ? 1 / (1 + Math.exp(-row[j])) : Math.exp(row[j]) / total;
                }
            }
        }
        assertJudged(List.of(h), network.evaluate(EXAMPLES));
    }
}
