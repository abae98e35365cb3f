package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.model.network.Network;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** What a pass of N presentations sends in a network of M layers. */
class MessageCountTest {
    private static final long N = Specimen.PRESENTATIONS;
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4, 7);
    private static final long M = SPECIMEN.depth();

    private final Map<MessageKind, Long> counts = new EnumMap<>(MessageKind.class);

    @ParameterizedTest(name = "{0}, bottom-up {1}")
    @CsvSource({
        "LEARN, false, TARGET",
        "LEARN, true, TARGET",
        "LEARN_FORWARD, false, TARGET",
        "OBSERVE, true, TARGET",
        "LEARN_FEEDBACK, false, CONTROL",
        "LEARN_FEEDBACK, true, CONTROL",
    })
    void everyPresentationGoesUpOnceAndDownOnceAndTheBottomUpOrderGoesUpOnceMore(
            Purpose purpose, boolean bottomUp, MessageKind down) {
        mailRoom(bottomUp ? SPECIMEN.bottomUp() : SPECIMEN).learn(Specimen.pass(purpose, 0), 0, Network.Watcher.NONE);
        Map<MessageKind, Long> wanted =
                new EnumMap<>(Map.of(MessageKind.LABEL, N, MessageKind.ACTIVATION, N * M, down, N * (M - 1)));
        if (bottomUp && purpose.sendsCredit()) {
            wanted.put(MessageKind.REFRESH, N * (M - 1));
        }
        assertEquals(wanted, counts);
    }

    @Test
    void anEvaluationOnlyGoesUp() {
        mailRoom(SPECIMEN).evaluate(Specimen.EXAMPLES);
        long batches = 3;
        assertEquals(Map.of(MessageKind.LABEL, batches, MessageKind.ACTIVATION, batches * M), counts);
    }

    @Test
    void theTalliesAgreeAndKnowTheBits() {
        try (ActorNetwork network = SPECIMEN.actors(2)) {
            network.learn(Specimen.pass(Purpose.LEARN, 0), 0, Network.Watcher.NONE);
            network.visit(layer -> {
                boolean top = layer.place() == M;
                boolean bottom = layer.place() == 1;
                long examples = Specimen.EXAMPLES.count();
                assertEquals(top ? 0 : N, layer.tally().count("activation"));
                assertEquals(
                        top ? 0 : 32 * examples * SPECIMEN.width(layer.place()),
                        layer.tally().sum("activation"));
                assertEquals(bottom ? 0 : N, layer.tally().count("target"));
                assertEquals(
                        bottom ? 0 : 32 * examples * SPECIMEN.width(layer.place() - 1),
                        layer.tally().sum("target"));
            });
            assertEquals(N, network.input().count("activation"));
        }
    }

    private Network mailRoom(Specimen specimen) {
        return new MailRoom(specimen, specimen.layers(), 3, new MailRoom.Clerk() {
            @Override
            public void sent(MailRoom.Link link, Object message) {
                if (message instanceof Message mail) {
                    counts.merge(mail.kind(), 1L, Long::sum);
                }
            }
        });
    }
}
