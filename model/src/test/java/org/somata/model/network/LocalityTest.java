package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Sent;
import org.somata.model.learning.Decaying;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** While a layer handles a message it changes its own arrays at most, and tells nobody of them. */
class LocalityTest {
    private static final Table EXAMPLES = Table.corners(1, 10);

    static Stream<Networks> networks() {
        return Stream.of(
                        new DifferenceTargetPropagation(1),
                        new TargetPropagation(1),
                        new TargetPropagationThroughOptimization(1, 1),
                        new Backpropagation())
                .flatMap(rule -> Stream.of(of(rule), of(rule).bottomUp(true), of(rule).inverseLossOfTarget()));
    }

    private static Networks of(Rule rule) {
        return Networks.of(4, 6, 5, 4, 3).rule(rule).noise(0.1);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aLayerTouchesNoArrayButItsOwnAndSendsNone(Networks networks) {
        Taught network = networks.fused();
        int learned = 0;
        for (Purpose purpose : new Purpose[] {Purpose.LEARN, Purpose.OBSERVE, Purpose.EVALUATE}) {
            Pass pass = network.pass(purpose, EXAMPLES);
            Feed feed = new Feed(network.kernels, 4, 10, Decaying.ZERO, 1);
            Map<Turn, Signal> mail = new HashMap<>();
            mail.put(new Turn(1, MessageKind.ACTIVATION), feed.input(pass, 0));
            mail.put(new Turn(network.depth(), MessageKind.LABEL), Labels.of(pass, 0));
            for (Turn turn : new Lockstep(network.depth(), network.spec.learning()).turns(purpose)) {
                learned += handle(network, turn, pass.presentation(0), mail);
            }
        }
        assertTrue(learned >= network.depth(), "nothing was learned that could have been seen");
    }

    /** Takes one turn; returns 1 if the layer's own arrays changed. */
    private static int handle(Taught network, Turn turn, Presentation presentation, Map<Turn, Signal> mail) {
        Signal signal = mail.remove(turn);
        assertNotNull(signal, turn.toString());
        float[] heard = signal instanceof Signal.Real real ? real.values().toFloats() : new float[0];
        List<List<float[]>> before = snapshot(network);
        Sent sent = new Sent();
        network.layer(turn.place()).handle(turn.kind(), presentation, signal, sent);
        List<List<float[]>> after = snapshot(network);
        int changed = 0;
        for (Layer layer : network.layers) {
            int at = layer.place() - 1;
            if (layer.place() != turn.place()) {
                assertSame(before.get(at), after.get(at), turn + " changed layer " + layer.place());
            } else if (!Arrays.deepEquals(
                    before.get(at).toArray(), after.get(at).toArray())) {
                changed = 1;
            }
        }
        if (signal instanceof Signal.Real real) {
            assertArrayEquals(heard, real.values().toFloats(), turn + " wrote into what it heard");
        }
        for (Sent.Message message : sent.messages) {
            assertEquals(1, Math.abs(message.to() - turn.place()), "only neighbours hear of it");
            if (message.signal() instanceof Signal.Real) {
                assertNotStoredIn(network, message.values());
            }
            mail.put(new Turn(message.to(), message.kind()), message.signal());
        }
        return changed;
    }

    /** Writing over a message changes nobody's arrays: it is on storage of its own. */
    private static void assertNotStoredIn(Taught network, Matrix message) {
        float[] content = message.toFloats();
        List<List<float[]>> before = snapshot(network);
        float[] other = content.clone();
        Arrays.fill(other, 777);
        message.write(other);
        List<List<float[]>> after = snapshot(network);
        message.write(content);
        for (int i = 0; i < before.size(); i++) {
            assertSame(before.get(i), after.get(i), "a message shares storage with an array");
        }
    }

    private static List<List<float[]>> snapshot(Taught network) {
        List<List<float[]>> snapshot = new ArrayList<>();
        for (Layer layer : network.layers) {
            snapshot.add(layer.arrays().values().stream().map(Matrix::toFloats).toList());
        }
        return snapshot;
    }

    private static void assertSame(List<float[]> expected, List<float[]> found, String otherwise) {
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), found.get(i), otherwise);
        }
    }
}
