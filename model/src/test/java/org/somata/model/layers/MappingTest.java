package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Moment;
import org.somata.model.learning.Optimiser;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.signals.Presentation.Purpose;

class MappingTest {
    private static Mapping mapping(Optimiser optimiser, Decaying rate) {
        Initialisation zero = new Initialisation.Gaussian(0);
        MappingSpec spec = new MappingSpec(2, 1, Nonlinearity.LINEAR, zero, optimiser, rate);
        Mapping mapping = new Mapping(Backend.doublePrecision(), spec, "W", "b", 0, 1);
        mapping.weightGradient().write(new double[] {1, -4});
        mapping.biasGradient().write(new double[] {2});
        return mapping;
    }

    /** Adam's averages, unbiased by the number of updates, move by the rate whatever the size of a steady gradient. */
    @Test
    void theOptimiserIsToldHowManyUpdatesThereWere() {
        Mapping mapping = mapping(new Optimiser.Adam(0.9, 0.999, 0), Decaying.constant(0.1));
        for (int update = 1; update <= 3; update++) {
            assertEquals(0.1 * Math.sqrt(3), mapping.descend(Moment.START), 1e-12);
            assertArrayEquals(
                    new double[] {-0.1 * update, 0.1 * update},
                    mapping.weights().toDoubles(),
                    1e-12);
            assertArrayEquals(new double[] {-0.1 * update}, mapping.bias().toDoubles(), 1e-12);
            assertEquals(update, mapping.version());
        }
    }

    @Test
    void theRateIsThatOfTheMoment() {
        Mapping mapping = mapping(new Optimiser.Sgd(0), new Decaying(0.1, new Decay.Linear(0)));
        mapping.descend(new Moment(5, 0.75));
        assertArrayEquals(new double[] {-0.025, 0.1}, mapping.weights().toDoubles(), 1e-15);
    }

    /** σ = 0.4 / (1 + 1) in the second epoch. */
    @Test
    void theNoiseOfTheInverseLossIsThatOfTheMoment() {
        Taught constant = Networks.of(4, 4, 4, 3).noise(0.2).doublePrecision();
        Taught decaying = Networks.of(4, 4, 4, 3)
                .noise(new Decaying(0.4, new Decay.Inverse(1)))
                .doublePrecision();
        Table examples = Table.corners(1, 10);
        int[] order = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
        Pass second = new Pass(Purpose.LEARN, examples, order, 10, 0, 2, 1);
        constant.loop.learn(second, 0, Network.Watcher.NONE);
        decaying.loop.learn(second, 0, Network.Watcher.NONE);
        double[] v = decaying.hidden(2).feedback().weights().toDoubles();
        assertArrayEquals(constant.hidden(2).feedback().weights().toDoubles(), v, 1e-15);
        assertEquals(
                0,
                Arrays.mismatch(
                        v,
                        Networks.of(4, 4, 4, 3)
                                .doublePrecision()
                                .hidden(2)
                                .feedback()
                                .weights()
                                .toDoubles()));
    }
}
