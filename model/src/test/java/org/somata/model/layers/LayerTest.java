package org.somata.model.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Moment;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.InitialWeights;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

class LayerTest {
    private static final Presentation SEVENTH = new Presentation(7, Purpose.LEARN, Moment.START, 1);

    @Test
    void arraysHaveTheirNamesInACheckpoint() {
        Taught network = Networks.of(4, 3, 2, 2)
                .optimiser(new Optimiser.CentredRmsprop(0.95, 0.9, 1e-3))
                .averageDecay(0.9)
                .fused();
        assertEquals(
                "[W, W.momentum, W.mean, W.square, W.average, b, b.momentum, b.mean, b.square, b.average,"
                        + " V, V.momentum, V.mean, V.square, c, c.momentum, c.mean, c.square]",
                network.layer(2).arrays().keySet().toString());
        assertEquals(
                List.of("2 × 3", "1 × 2", "3 × 2", "1 × 3"),
                List.of("W", "b", "V", "c").stream()
                        .map(name -> network.layer(2).arrays().get(name).toString())
                        .toList());
        assertEquals(10, network.layer(1).arrays().size());
        assertEquals(10, network.layer(3).arrays().size());
    }

    @Test
    void aMessageOfNoUseIsAnErrorThatNamesLayerAndMessage() {
        Taught network = Networks.of(4, 3, 2, 2).rule(new Backpropagation()).fused();
        Signal signal = new Signal.Empty(1);
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> network.layer(2).handle(MessageKind.PROBE, SEVENTH, signal, new Sent()));
        assertEquals("HiddenLayer 2 has no use for a message 'probe' of presentation 7 (LEARN)", error.getMessage());
        Signal real = new Signal.Real(network.kernels.matrix(1, 2));
        error = assertThrows(
                IllegalArgumentException.class,
                () -> network.layer(2).handle(MessageKind.TARGET, SEVENTH, real, new Sent()));
        assertEquals("HiddenLayer 2 has no use for a message 'target' of presentation 7 (LEARN)", error.getMessage());
        error = assertThrows(
                IllegalArgumentException.class,
                () -> network.layer(3).handle(MessageKind.TARGET, SEVENTH, real, new Sent()));
        assertEquals("OutputLayer 3 has no use for a message 'target' of presentation 7 (LEARN)", error.getMessage());
        error = assertThrows(
                IllegalArgumentException.class,
                () -> network.layer(1).handle(MessageKind.ACTIVATION, SEVENTH, signal, new Sent()));
        assertEquals("expected values of units, heard Empty", error.getMessage());
    }

    /** Memories are used by turns: a late target must not meet another presentation's activation. */
    @Test
    void aTargetOfAPresentationNotRememberedIsAnError() {
        Taught network = Networks.of(4, 3, 2, 2).bottomUp(true).batch(1).fused().learn(Table.corners(1, 5), 1);
        Signal target = new Signal.Real(network.kernels.matrix(1, 2));
        for (MessageKind kind : new MessageKind[] {MessageKind.TARGET, MessageKind.REFRESH}) {
            var error = assertThrows(
                    IllegalArgumentException.class, () -> network.layer(2).handle(kind, SEVENTH, target, new Sent()));
            assertEquals(
                    "HiddenLayer 2 does not remember presentation 7 (LEARN), of a message '" + kind.label() + "'",
                    error.getMessage());
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> network.layer(3).handle(MessageKind.REFRESH, SEVENTH, target, new Sent()));
    }

    /** A presentation is over when layer 1 has acted on its target; in the bottom-up order, when the output layer has. */
    @Test
    void theLastToActReportsThatAPresentationIsOver() {
        Taught network = Networks.of(4, 3, 2, 2).batch(1).fused().learn(Table.corners(1, 1), 1);
        Sent sent = new Sent();
        Signal target = new Signal.Real(network.kernels.matrix(1, 3));
        Presentation first = new Presentation(1, Purpose.LEARN, Moment.START, 1);
        network.layer(1).handle(MessageKind.TARGET, first, target, sent);
        assertEquals(List.of(new Report.Completed(first)), sent.reports);
        Sent bottomUp = new Sent();
        Taught other = Networks.of(4, 3, 2, 2).batch(1).bottomUp(true).fused().learn(Table.corners(1, 1), 1);
        other.layer(1).handle(MessageKind.TARGET, first, target, bottomUp);
        assertEquals(List.of(), bottomUp.reports);
        assertEquals(MessageKind.REFRESH, bottomUp.last().kind());
        other.layer(3).handle(MessageKind.REFRESH, first, new Signal.Real(other.kernels.matrix(1, 2)), bottomUp);
        assertEquals(List.of(new Report.Completed(first)), bottomUp.reports);
    }

    /** Every mapping has a draw of its own: W of layer i and V of layer i are named by seed and place. */
    @Test
    void initialWeightsAreNamedBySeedPurposeAndPlace() {
        Taught network = Networks.of(4, 4, 4, 2).seed(5).fused();
        float[][] drawn = {
            network.layer(1).forward().weights().toFloats(),
            network.layer(2).forward().weights().toFloats(),
            network.hidden(2).feedback().weights().toFloats(),
            Networks.of(4, 4, 4, 2).seed(6).fused().layer(1).forward().weights().toFloats()
        };
        for (int i = 0; i < drawn.length; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(0, Arrays.mismatch(drawn[i], drawn[j]));
            }
        }
        var expected = network.kernels.matrix(4, 4);
        long key = Chance.key(5, Chance.Purpose.FEEDBACK_WEIGHTS, 2, 0);
        InitialWeights.draw(network.spec.feedback().get(1).orElseThrow().initialisation(), key, expected);
        assertEquals(-1, Arrays.mismatch(expected.toFloats(), drawn[2]));
    }

    @Test
    void specificationsThatMakeNoSenseAreRefused() {
        var error = assertThrows(
                IllegalArgumentException.class,
                () -> new LearningSpec(
                        new DifferenceTargetPropagation(1), InverseLoss.OF_TARGET, Decaying.ZERO, 1, false, false));
        assertEquals("the inverse loss of Eq. 17 needs the target before V can learn", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Networks.of(4).spec());
        error = assertThrows(
                IllegalArgumentException.class, () -> Networks.of(4, 0, 2).spec());
        assertEquals("a mapping from 4 to 0 numbers", error.getMessage());
    }
}
