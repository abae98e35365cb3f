package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Sent;
import org.somata.model.learning.Decaying;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/**
 * A message is the sender's own buffer, one of two: since actors take the next presentation without a barrier, nobody may
 * write into what belongs to one presentation before the next one is over.
 */
class MessageLifetimeTest {
    private static final Table EXAMPLES = Table.corners(1, 40);

    @ParameterizedTest
    @MethodSource("org.somata.model.network.LocalityTest#networks")
    void aMessageStaysUntilTheNextPresentationIsOver(Networks networks) {
        Taught network = networks.fused();
        Pass pass = network.pass(Purpose.LEARN, EXAMPLES);
        Feed feed = new Feed(network.kernels, 4, 10, Decaying.ZERO, 1);
        List<List<Content>> sent = new ArrayList<>();
        for (int index = 0; index < pass.presentations(); index++) {
            sent.add(present(network, pass, feed, index));
            for (Content content : sent.get(Math.max(0, index - 1))) {
                assertArrayEquals(content.asSent(), content.message().toFloats());
            }
        }
        // and then it is used again
        for (Content content : sent.get(0)) {
            assertFalse(Arrays.equals(content.asSent(), content.message().toFloats()));
        }
    }

    private record Content(Matrix message, float[] asSent) {
        Content(Matrix message) {
            this(message, message.toFloats());
        }
    }

    /** All messages of one presentation, with what was in them when they were sent. */
    private static List<Content> present(Taught network, Pass pass, Feed feed, int index) {
        List<Content> contents = new ArrayList<>();
        Map<Turn, Signal> mail = new HashMap<>();
        Signal.Real input = (Signal.Real) feed.input(pass, index);
        contents.add(new Content(input.values()));
        mail.put(new Turn(1, MessageKind.ACTIVATION), input);
        mail.put(new Turn(network.depth(), MessageKind.LABEL), new Labels(10).of(pass, index));
        for (Turn turn : new Lockstep(network.spec).turns(Purpose.LEARN)) {
            Sent sent = new Sent();
            network.layer(turn.place()).handle(turn.kind(), pass.presentation(index), mail.get(turn), sent);
            for (Sent.Message message : sent.messages) {
                contents.add(new Content(message.values()));
                mail.put(new Turn(message.to(), message.kind()), message.signal());
            }
        }
        return contents;
    }
}
