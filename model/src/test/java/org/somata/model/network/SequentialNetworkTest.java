package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.learning.Decaying;
import org.somata.model.signals.Presentation.Purpose;

class SequentialNetworkTest {
    private static final Table EXAMPLES = Table.corners(1, 47);

    private static Taught network() {
        return Networks.of(4, 6, 5, 3).fused();
    }

    @Test
    void aPassThatWasStoppedGoesOnWhereItWas() {
        Taught whole = network().learn(EXAMPLES, 1);
        Taught stopped = network();
        Pass pass = stopped.pass(Purpose.LEARN, EXAMPLES);
        List<Integer> completed = new ArrayList<>();
        int done = stopped.loop.learn(pass, 0, new Network.Watcher() {
            @Override
            public void completed(int count) {
                completed.add(count);
            }

            @Override
            public boolean stopRequested() {
                return completed.size() == 2;
            }
        });
        assertEquals(2, done);
        assertEquals(List.of(1, 2), completed);
        assertEquals(5, stopped.loop.learn(pass, done, Network.Watcher.NONE));
        assertArrayEquals(
                whole.layer(1).forward().weights().toFloats(),
                stopped.layer(1).forward().weights().toFloats());
    }

    @Test
    void visitorsSeeEveryLayerFromTheFirst() {
        List<Integer> places = new ArrayList<>();
        network().loop.visit(layer -> places.add(layer.place()));
        assertEquals(List.of(1, 2, 3), places);
    }

    /** However examples are cut into minibatches, the last a smaller one, what they cost and how many are wrong stays. */
    @Test
    void evaluationIsOverExamplesNotMinibatches() {
        Evaluation one = Networks.of(4, 6, 5, 3).batch(1).fused().evaluate(EXAMPLES);
        for (int batch : new int[] {7, 46, 47, 100}) {
            Evaluation other = Networks.of(4, 6, 5, 3).batch(batch).fused().evaluate(EXAMPLES);
            assertEquals(one.cost(), other.cost(), 1e-6);
            assertEquals(one.error(), other.error());
        }
        assertTrue(one.cost() > 0.5);
        assertEquals(0, one.error() * 47 / 100 % 1, 1e-9);
    }

    @Test
    void divergenceNamesLayerAndStep() {
        Taught network = Networks.of(4, 6, 5, 3).rates(1e30, 0).fused();
        var report = assertThrows(DivergedException.class, () -> network.learn(EXAMPLES, 1));
        assertEquals("diverged in layer 3 at step 1: the update of W is not a finite number", report.getMessage());
        assertEquals(3, report.report().place());
        Taught inverse = Networks.of(4, 6, 5, 3).noise(0.1).rates(0.01, 1e30).fused();
        report = assertThrows(DivergedException.class, () -> inverse.learn(EXAMPLES, 1));
        assertEquals("diverged in layer 2 at step 1: the update of V is not a finite number", report.getMessage());
    }

    /** Divergence in the third step, of weights that were spoilt in the second. */
    @Test
    void aNanInTheWeightsIsFoundInTheStepThatMeetsIt() {
        Taught network = network();
        network.present(Purpose.LEARN, EXAMPLES);
        float[] w = network.layer(1).forward().weights().toFloats();
        w[3] = Float.NaN;
        network.layer(1).forward().weights().write(w);
        var report = assertThrows(DivergedException.class, () -> network.present(Purpose.LEARN, EXAMPLES));
        assertTrue(
                report.getMessage().startsWith("diverged in layer 2 at step 6: the update of V"), report.getMessage());
        assertTrue(Double.isNaN(network.evaluate(EXAMPLES).cost()));
    }

    @Test
    void aFailureNamesLayerAndStep() {
        Taught network = network();
        List<Layer> layers = new ArrayList<>(network.layers);
        layers.set(1, Networks.of(4, 7, 5, 3).fused().layer(2));
        SequentialNetwork broken = new SequentialNetwork(
                layers, new Lockstep(3, network.spec.learning()), network.spec.batches(), Decaying.ZERO, 1);
        Pass pass = network.pass(Purpose.LEARN, EXAMPLES);
        var failure = assertThrows(LayerFailedException.class, () -> broken.learn(pass, 0, Network.Watcher.NONE));
        assertEquals(2, failure.place());
        assertEquals(1, failure.step());
        assertTrue(
                failure.getMessage()
                        .startsWith("layer 2 failed at step 1: java.lang.IllegalArgumentException: product of 10 × 6"),
                failure.getMessage());
    }
}
