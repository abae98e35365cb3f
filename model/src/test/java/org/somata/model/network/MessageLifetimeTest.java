package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Sent;
import org.somata.model.learning.Decaying;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.DirectFeedbackAlignment;
import org.somata.model.rules.FeedbackAlignment;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmission;

/**
 * A message is the sender's own buffer, one of two: since actors take the next presentation without a barrier, nobody may
 * write into what belongs to one presentation before the next one is over.
 */
class MessageLifetimeTest {
    private static final Table EXAMPLES = Table.corners(1, 40);

    static Stream<Networks> networks() {
        Transmission sign = new Transmission.Sign(Levels.PLUS_MINUS_ONE);
        Transmission bits = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
        Stream<Networks> cables = Stream.of(sign, bits, Transmission.REAL)
                .flatMap(crossing -> Stream.of(false, true).map(receiver -> {
                    LinkSpec link = new LinkSpec(crossing, crossing, crossing, receiver);
                    return of(new DifferenceTargetPropagation(1)).link(2, link).link(3, link);
                }));
        LinkSpec drawn = new LinkSpec(bits, Transmission.REAL, bits, false);
        Stream<Networks> others = Stream.of(
                of(new Backpropagation()).link(2, drawn).link(4, drawn).samples(3),
                of(new TargetPropagation(1)).link(3, drawn),
                of(new FeedbackAlignment()),
                of(new FeedbackAlignment()).link(3, new LinkSpec(sign, sign, sign, false)),
                of(new DirectFeedbackAlignment()),
                of(new DirectFeedbackAlignment()).link(2, drawn).link(4, new LinkSpec(sign, sign, sign, false)));
        return Stream.of(LocalityTest.networks(), cables, others).flatMap(all -> all);
    }

    private static Networks of(Rule rule) {
        return Networks.of(4, 6, 5, 4, 3).rule(rule).noise(0.1);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void aMessageStaysUntilTheNextPresentationIsOver(Networks networks) {
        Taught network = networks.fused();
        Pass pass = network.pass(Purpose.LEARN, EXAMPLES);
        Feed feed = new Feed(network.kernels, 4, 10, Decaying.ZERO, 1);
        List<List<Content>> sent = new ArrayList<>();
        for (int index = 0; index < pass.presentations(); index++) {
            sent.add(present(network, pass, feed, index));
            for (Content content : sent.get(Math.max(0, index - 1))) {
                assertArrayEquals(content.asSent(), content.now());
            }
        }
        // and then it is used again
        for (Content content : sent.get(0)) {
            assertFalse(Arrays.equals(content.asSent(), content.now()));
        }
    }

    /** A message, and the numbers that it was heard as when it was sent. */
    private record Content(Signal message, Matrix room, float[] asSent) {
        static Content of(Signal message, Matrix room) {
            return new Content(message, room, message.heard(room).toFloats());
        }

        float[] now() {
            return message.heard(room).toFloats();
        }
    }

    private static Content content(Taught network, Signal message) {
        if (message instanceof Signal.Sign sign) {
            return Content.of(message, room(network, sign.packed()));
        } else if (message instanceof Signal.Bits bits) {
            return Content.of(message, room(network, bits.packed()));
        }
        return Content.of(message, null);
    }

    private static Matrix room(Taught network, PackedBits bits) {
        return network.kernels.matrix(bits.rows(), bits.columns());
    }

    /** All messages of one presentation, with what was in them when they were sent. */
    private static List<Content> present(Taught network, Pass pass, Feed feed, int index) {
        List<Content> contents = new ArrayList<>();
        Map<Turn, Signal> mail = new HashMap<>();
        Signal input = feed.input(pass, index);
        contents.add(content(network, input));
        mail.put(new Turn(1, MessageKind.ACTIVATION), input);
        mail.put(new Turn(network.depth(), MessageKind.LABEL), Labels.of(pass, index));
        for (Turn turn : new Lockstep(network.spec).turns(Purpose.LEARN)) {
            Sent sent = new Sent();
            network.layer(turn.place()).handle(turn.kind(), pass.presentation(index), mail.get(turn), sent);
            for (Sent.Message message : sent.messages) {
                contents.add(content(network, message.signal()));
                mail.put(new Turn(message.to(), message.kind()), message.signal());
            }
        }
        return contents;
    }
}
