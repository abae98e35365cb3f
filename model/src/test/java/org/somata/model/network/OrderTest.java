package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.rules.DifferenceTargetPropagation;

/** Both orders of learning, and both times at which V may learn, against loops that know nothing of layers. */
class OrderTest {
    private static final int BATCH = 4;
    private static final int COUNT = 10;

    /** Two epochs of minibatches of 4, 4 and 2. */
    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void theModelDoesWhatPlainLoopsDo(boolean bottomUp, boolean feedbackAfterTarget) {
        Taught network = network(bottomUp, feedbackAfterTarget);
        PlainNetwork plain = new PlainNetwork(network, 2, 0.3, 0.2, 0.4);
        learnPlainly(plain, bottomUp, feedbackAfterTarget);
        double[][] before = Dense.of(network.layer(1).forward().weights());
        network.learn(examples(), 2);
        for (int place = 1; place <= network.depth(); place++) {
            List<double[][]> expected = plain.arrays(place);
            List<double[][]> found = PlainNetwork.arrays(network.layer(place));
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(0, Dense.relativeDistance(found.get(i), expected.get(i)), 1e-12, "layer " + place);
            }
        }
        assertTrue(Dense.relativeDistance(Dense.of(network.layer(1).forward().weights()), before) > 0.01);
    }

    /** The test above would pass for both orders if they were one. */
    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void theOrdersDiffer(boolean bottomUp, boolean feedbackAfterTarget) {
        Taught one = network(false, false).learn(examples(), 1);
        Taught other = network(bottomUp, feedbackAfterTarget).learn(examples(), 1);
        double[][] a = Dense.of(one.layer(2).forward().weights());
        double[][] b = Dense.of(other.layer(2).forward().weights());
        assertTrue(Dense.relativeDistance(a, b) > 1e-4);
    }

    private static Taught network(boolean bottomUp, boolean feedbackAfterTarget) {
        Networks networks = Networks.of(3, 5, 4, 4, 3)
                .rule(new DifferenceTargetPropagation(2))
                .batch(BATCH)
                .rates(0.3, 0.2)
                .noise(0.4)
                .bottomUp(bottomUp);
        return (feedbackAfterTarget ? networks.feedbackAfterTarget() : networks)
                .doublePrecision()
                .scatter(9, 0.2);
    }

    private static Table examples() {
        return Table.random(5, COUNT, 3, 3);
    }

    private static void learnPlainly(PlainNetwork plain, boolean bottomUp, boolean feedbackAfterTarget) {
        double[][] inputs = Dense.of(examples());
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int from = 0; from < COUNT; from += BATCH) {
                int to = Math.min(COUNT, from + BATCH);
                double[][] batch = Arrays.copyOfRange(inputs, from, to);
                int[] labels = Arrays.copyOfRange(examples().labels(), from, to);
                plain.step(batch, labels, bottomUp, feedbackAfterTarget);
            }
        }
    }
}
