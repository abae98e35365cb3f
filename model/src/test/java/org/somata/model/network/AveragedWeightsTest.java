package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;

class AveragedWeightsTest {
    private static final Table EXAMPLES = Table.corners(1, 30);

    private static Networks networks() {
        return Networks.of(4, 6, 5, 3).rates(0.5, 0.5).noise(0.1);
    }

    /** Evaluation uses a ← 0.8 a + 0.2 θ after each update, which began at the initial weights; learning uses θ. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void evaluationUsesTheRunningAverageOfEveryWAndB(boolean bottomUp) {
        Taught averaged = networks().bottomUp(bottomUp).averageDecay(0.8).doublePrecision();
        Taught plain = networks().bottomUp(bottomUp).doublePrecision();
        Taught byHand = networks().doublePrecision();
        Table[] batches = {Table.corners(1, 10), Table.corners(2, 10), Table.corners(3, 10)};
        for (Table batch : batches) {
            averaged.learn(batch, 1);
            plain.learn(batch, 1);
            for (int place = 1; place <= 3; place++) {
                for (String name : new String[] {"W", "b"}) {
                    var average = byHand.layer(place).arrays().get(name);
                    double[][] theta = Dense.of(plain.layer(place).arrays().get(name));
                    Dense.write(Dense.sum(theta, 0.8, Dense.sum(Dense.of(average), -1, theta)), average);
                }
            }
        }
        for (Layer layer : averaged.layers) {
            double[][] theta = Dense.of(plain.layer(layer.place()).forward().weights());
            assertEquals(0, Dense.relativeDistance(Dense.of(layer.forward().weights()), theta));
        }
        assertEquals(
                byHand.evaluate(EXAMPLES).cost(), averaged.evaluate(EXAMPLES).cost(), 1e-12);
        assertNotEquals(
                plain.evaluate(EXAMPLES).cost(), averaged.evaluate(EXAMPLES).cost(), 1e-3);
    }

    @Test
    void averagesBeginAnewAtWeightsThatWereGiven() {
        Taught averaged = networks().averageDecay(0.8).doublePrecision().learn(EXAMPLES, 1);
        Taught plain = networks().doublePrecision().copy(averaged);
        averaged.layers.forEach(Layer::beginAverages);
        assertEquals(plain.evaluate(EXAMPLES), averaged.evaluate(EXAMPLES));
    }
}
