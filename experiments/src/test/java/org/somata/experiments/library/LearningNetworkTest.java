package org.somata.experiments.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.somata.actors.ListenerFailedException;
import org.somata.actors.Message;
import org.somata.model.Examples;
import org.somata.model.layers.Rule;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.network.Evaluation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.MessageKind;

class LearningNetworkTest {
    private static final Rule RULE = new DifferenceTargetPropagation(0.3);
    private static final Examples TRAIN = Digits.SMALL.train();

    @Test
    void twoCallsGoOnWhereOneWouldBe() {
        try (LearningNetwork network = Digits.small(RULE).inputNoise(0.1).build()) {
            network.train(TRAIN, 1);
            network.train(TRAIN, 1);
            assertEquals(Digits.trained(Digits.small(RULE).inputNoise(0.1)), Digits.arrays(network));
        }
    }

    @Test
    void aValueThatFallsLinearlyFallsToTheEndOfEachCall() {
        UnaryOperator<NetworkBuilder> falling =
                builder -> builder.forward(Optimisers.sgd(), new Decaying(0.1, new Decay.Linear(0)));
        try (LearningNetwork network = falling.apply(Digits.small(RULE)).build()) {
            network.train(TRAIN, 1);
            network.train(TRAIN, 1);
            assertNotEquals(Digits.trained(falling.apply(Digits.small(RULE))), Digits.arrays(network));
        }
    }

    @Test
    void eachEpochIsToldOfAndItsCostFalls() {
        List<Epoch> epochs = new ArrayList<>();
        List<Evaluation> evaluations = new ArrayList<>();
        try (LearningNetwork network = Digits.small(RULE).threads(2).build()) {
            network.train(TRAIN, 3, epoch -> {
                epochs.add(epoch);
                evaluations.add(network.evaluate(TRAIN));
            });
            network.train(TRAIN, 1, epochs::add);
        }
        assertEquals(List.of(1, 2, 3, 4), epochs.stream().map(Epoch::number).toList());
        assertTrue(epochs.get(3).cost() < epochs.get(0).cost(), epochs::toString);
        assertTrue(evaluations.get(2).cost() < evaluations.get(0).cost(), evaluations::toString);
    }

    @Test
    void unshuffledItGoesThroughTheExamplesInTheirOrder() {
        assertNotEquals(
                Digits.trained(Digits.small(RULE)),
                Digits.trained(Digits.small(RULE).unshuffled()));
    }

    @Test
    void theOutputsAreWhatIsEvaluated() {
        try (LearningNetwork network = Digits.small(RULE).build()) {
            network.train(TRAIN, 2);
            int[] mistakes = new int[1];
            network.outputs(TRAIN, (index, outputs) -> {
                int best = 0;
                for (int i = 1; i < outputs.length; i++) {
                    best = outputs[i] > outputs[best] ? i : best;
                }
                mistakes[0] += best == TRAIN.label(index) ? 0 : 1;
            });
            assertEquals(network.evaluate(TRAIN).error(), 100.0 * mistakes[0] / TRAIN.count(), 1e-9);
        }
    }

    @Test
    void messagesAreListenedTo() {
        List<Message> heard = Collections.synchronizedList(new ArrayList<>());
        NetworkBuilder builder = Digits.small(RULE).threads(2).listen((to, message, time) -> heard.add(message));
        assertEquals(Digits.trained(Digits.small(RULE)), Digits.trained(builder));
        int presentations = 2 * 7;
        assertEquals(presentations * (1 + 4 + 3), heard.size());
        assertEquals(
                presentations * 3,
                heard.stream()
                        .filter(message -> message.kind() == MessageKind.TARGET)
                        .count());
    }

    @Test
    void aListenersFailureNamesLayerAndStep() {
        NetworkBuilder builder = Digits.small(RULE).threads(2).listen((to, message, time) -> {
            if (to == 2 && message.kind() == MessageKind.TARGET) {
                throw new UnsupportedOperationException("no room");
            }
        });
        try (LearningNetwork network = builder.build()) {
            ListenerFailedException failure =
                    assertThrows(ListenerFailedException.class, () -> network.train(TRAIN, 1));
            assertEquals(
                    "the message listener failed at the target (layer-3:2, presentation 1) to layer 2:"
                            + " java.lang.UnsupportedOperationException: no room",
                    failure.getMessage());
        }
    }

    @Test
    void arraysAreCopiedAndMayBeWritten() {
        try (LearningNetwork network = Digits.small(RULE).threads(1).build()) {
            float[] bias = {1, 2, 3, 4, 5, 6, 7, 8};
            network.array(3, "b")[0] = 9;
            assertArrayEquals(new float[8], network.array(3, "b"));
            network.visit(layer -> {
                if (layer.place() == 3) {
                    layer.arrays().get("b").write(bias);
                }
            });
            assertArrayEquals(bias, network.array(3, "b"));
            assertEquals(10 * 8, network.array(3, "V").length);
        }
    }
}
