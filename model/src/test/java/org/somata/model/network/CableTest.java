package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Sent;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.RateScaling;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmission;

/** Figure 3: the feedback mapping of layer 2 lives at the lower end of its link, with layer 1. */
class CableTest {
    private static final Table EXAMPLES = Table.corners(1, 34);
    private static final LinkSpec AT_RECEIVER =
            new LinkSpec(Transmission.REAL, Transmission.REAL, Transmission.REAL, true);

    private static LinkSpec cable(Levels levels) {
        Transmission sign = new Transmission.Sign(levels);
        return new LinkSpec(sign, sign, sign, true);
    }

    /**
     * Where V lives makes no difference as long as what crosses is real. (Not so where V learns after the target: f_i of a
     * probe is that of before W_i has learned.)
     */
    @ParameterizedTest
    @CsvSource({"false, 1, 1", "true, 1, 1", "false, 3, 1", "false, 1, 5"})
    void aMappingLearnsTheSameAtEitherEnd(boolean bottomUp, int every, int gathered) {
        for (boolean vanilla : new boolean[] {false, true}) {
            Networks networks = Networks.of(4, 6, 5, 7, 3)
                    .rule(vanilla ? new TargetPropagation(0.5) : new DifferenceTargetPropagation(0.5))
                    .noise(0.2)
                    .bottomUp(bottomUp)
                    .feedbackEvery(every)
                    .coping(Coping.NONE, new Coping(RateScaling.NONE, false, gathered));
            Taught sender = networks.fused().learn(EXAMPLES, 3);
            Taught receiver =
                    networks.link(2, AT_RECEIVER).link(3, AT_RECEIVER).fused().learn(EXAMPLES, 3);
            for (int place = 1; place <= 4; place++) {
                var theirs = new HashMap<>(receiver.layer(place).arrays());
                if (place > 1) {
                    theirs.putAll(receiver.layer(place - 1).arraysOfLayerAbove());
                }
                sender.layer(place)
                        .arrays()
                        .forEach((name, array) -> assertArrayEquals(
                                array.toFloats(), theirs.get(name).toFloats(), name));
                assertEquals(sender.layer(place).arrays().size(), theirs.size());
            }
        }
    }

    /** 784-500-500-10 in small: for each example n_1 + n_1 bits up, n_2 + n_2 + n_2 down, and nothing else. */
    @ParameterizedTest
    @EnumSource
    void nothingButBitsCrossesTheCable(Levels levels) {
        Taught network =
                Networks.of(4, 11, 9, 3).noise(0.3).link(2, cable(levels)).fused();
        Pass pass = network.pass(Purpose.LEARN, EXAMPLES);
        Feed feed = new Feed(network.kernels, 4, 10, Decaying.ZERO, 1);
        List<MessageKind> up = new ArrayList<>();
        List<MessageKind> down = new ArrayList<>();
        long bits = 0;
        for (int index = 0; index < pass.presentations(); index++) {
            Map<Turn, Signal> mail = new HashMap<>();
            mail.put(new Turn(1, MessageKind.ACTIVATION), feed.input(pass, index));
            mail.put(new Turn(3, MessageKind.LABEL), Labels.of(pass, index));
            for (Turn turn : new Lockstep(network.spec).turns(Purpose.LEARN)) {
                Sent sent = new Sent();
                network.layer(turn.place()).handle(turn.kind(), pass.presentation(index), mail.get(turn), sent);
                for (Sent.Message message : sent.messages) {
                    mail.put(new Turn(message.to(), message.kind()), message.signal());
                    if (turn.place() + message.to() == 3) {
                        assertTrue(message.signal() instanceof Signal.Sign, message.toString());
                        (message.to() == 2 ? up : down).add(message.kind());
                        bits += message.signal().bits();
                    }
                }
            }
        }
        assertEquals(List.of(MessageKind.ACTIVATION, MessageKind.PROBE), up.subList(0, 2));
        assertEquals(
                List.of(MessageKind.FEEDBACK_ACTIVATION, MessageKind.PROBE_REPLY, MessageKind.TARGET),
                down.subList(0, 3));
        assertEquals(4 * 2, up.size());
        assertEquals(4 * 3, down.size());
        assertEquals(34 * (2 * 11 + 3 * 9), bits);
    }

    @Test
    void aPassOfVAloneSendsProbesAndOneOfWAloneNone() {
        Taught network =
                Networks.of(4, 11, 9, 3).link(2, cable(Levels.ZERO_ONE)).fused();
        network.present(Purpose.LEARN_FEEDBACK, EXAMPLES);
        assertEquals(4, network.layer(1).tally().count("probe"));
        assertEquals(0, network.layer(2).tally().count("feedback-activation"));
        assertEquals(4, network.layer(1).versions().feedbackAbove());
        network.present(Purpose.LEARN_FORWARD, EXAMPLES);
        assertEquals(4, network.layer(1).tally().count("probe"));
        assertEquals(4, network.layer(2).tally().count("feedback-activation"));
        assertEquals(4, network.layer(1).versions().feedbackAbove());
        assertEquals(4, network.layer(1).versions().forward());
    }

    /** A probe of a presentation that V does not learn from is a word without content. */
    @Test
    void probesThatNobodyLearnsFromTakeNoBits() {
        Taught network = Networks.of(4, 11, 9, 3)
                .feedbackEvery(2)
                .link(2, cable(Levels.ZERO_ONE))
                .fused()
                .present(Purpose.LEARN, EXAMPLES);
        assertEquals(4, network.layer(1).tally().count("probe"));
        assertEquals(20 * 11, network.layer(1).tally().sum("probe"));
        assertEquals(20 * 9, network.layer(2).tally().sum("probe-reply"));
        assertEquals(2, network.layer(1).versions().feedbackAbove());
    }
}
