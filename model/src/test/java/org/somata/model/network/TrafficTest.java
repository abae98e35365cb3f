package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.layers.OutputLayer;
import org.somata.model.layers.Tally;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** How many messages and bits a presentation takes, and what else layers count: a 4-6-5-3 network, M = 3. */
class TrafficTest {
    private static final int HIDDEN = 6 + 5;
    /** Two full minibatches and one of 5. */
    private static final Table EXAMPLES = Table.corners(1, 25);

    private static Networks networks() {
        return Networks.of(4, 6, 5, 3).rule(new DifferenceTargetPropagation(1)).noise(0.1);
    }

    /** Each hidden layer's activation goes up once and its target comes down once, 32 bits a unit. */
    @Test
    void aPresentationThatLearnsIsTwoMessagesForEachHiddenLayer() {
        Map<String, Long> counts = counts(networks().fused().learn(EXAMPLES, 1));
        assertEquals(Map.of("activation", 6L, "target", 6L), counts);
        Taught network = networks().fused().learn(EXAMPLES, 1);
        assertEquals(32.0 * 25 * HIDDEN, bits(network, "activation"));
        assertEquals(32.0 * 25 * HIDDEN, bits(network, "target"));
    }

    @Test
    void theBottomUpOrderSendsActivationsTwice() {
        Taught network = networks().bottomUp(true).fused().learn(EXAMPLES, 1);
        assertEquals(Map.of("activation", 6L, "target", 6L, "refresh", 6L), counts(network));
        assertEquals(32.0 * 25 * HIDDEN, bits(network, "refresh"));
    }

    @Test
    void backpropagationSendsGradients() {
        Taught network = networks().rule(new Backpropagation()).fused().learn(EXAMPLES, 1);
        assertEquals(Map.of("activation", 6L, "gradient", 6L), counts(network));
    }

    /** Without targets, a word of control tells each layer that the presentation is over. */
    @Test
    void aPassOverVSendsNoTargets() {
        Taught network = networks().fused().present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        assertEquals(Map.of("activation", 6L, "control", 6L), counts(network));
        assertEquals(0, bits(network, "control"));
    }

    @Test
    void evaluationIsCountedApart() {
        Taught network = networks().fused();
        network.evaluate(EXAMPLES);
        assertEquals(Map.of("evaluation-activation", 6L), counts(network));
        assertEquals(32.0 * 25 * HIDDEN, bits(network, "evaluation-activation"));
    }

    /** V of layer 2 learns on presentations 1 and 5 of 6. */
    @Test
    void everyUpdateIsCountedAndMeasured() {
        Taught network = networks().feedbackEvery(4).fused().learn(EXAMPLES, 2);
        assertEquals(2, network.layer(2).tally().count(Tally.INVERSE_LOSS));
        assertEquals(2, network.layer(2).versions().feedback());
        assertEquals(6, network.layer(2).versions().forward());
        for (Layer layer : network.layers) {
            assertEquals(6, layer.tally().count(Tally.UPDATE_NORM));
            assertEquals(0, layer.tally().mean(Tally.STALENESS));
            assertTrue(layer.tally().mean(Tally.UPDATE_NORM) > 0);
            assertEquals(layer.place() < 3 ? 6 : 0, layer.tally().count(Tally.TARGET_LOSS));
            assertEquals(layer.place() < 3 ? 0 : 6, layer.tally().count(OutputLayer.TRAINING_COST));
        }
        network.layer(1).tally().restore(network.layer(2).tally().entries());
        assertEquals(2, network.layer(1).tally().count(Tally.INVERSE_LOSS));
        network.layer(1).tally().clear();
        assertTrue(Double.isNaN(network.layer(1).tally().mean(Tally.INVERSE_LOSS)));
    }

    /** Messages of all layers, by kind. */
    private static Map<String, Long> counts(Taught network) {
        Map<String, Long> counts = new TreeMap<>();
        for (Layer layer : network.layers) {
            for (MessageKind kind : MessageKind.values()) {
                for (String name : new String[] {kind.label(), "evaluation-" + kind.label()}) {
                    if (layer.tally().count(name) > 0) {
                        counts.merge(name, layer.tally().count(name), Long::sum);
                    }
                }
            }
        }
        return counts;
    }

    private static double bits(Taught network, String kind) {
        return network.layers.stream()
                .mapToDouble(layer -> layer.tally().sum(kind))
                .sum();
    }
}
