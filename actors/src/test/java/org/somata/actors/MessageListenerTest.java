package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.actors.Patience.failsInTime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.network.Network;
import org.somata.model.network.Network.Watcher;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

class MessageListenerTest {
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4, 7);
    private static final int N = Specimen.PRESENTATIONS;
    private static final int M = SPECIMEN.depth();

    /** What was heard of one message. */
    private record Heard(int to, Message message) {}

    private final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
    private final MessageListener listener = (to, message, time) -> heard.add(new Heard(to, message));

    @Test
    void everyMessageIsHeardOfOnceAndAfterItsCauses() {
        try (ActorNetwork network = SPECIMEN.actors(2, listener)) {
            learn(network);
            assertEquals(N + N * M + N * (M - 1), heard.size());
            requireOrder(heard);
            heard.clear();
            network.evaluate(Specimen.EXAMPLES);
            int batches = 3;
            assertEquals(batches * (M + 1), heard.size());
            requireOrder(heard);
        }
    }

    /** Messages of learning are counted by themselves, and so are those of evaluation. */
    private static void requireOrder(List<Heard> all) {
        Set<MessageId> before = new HashSet<>();
        Map<Integer, Long> sequences = new HashMap<>();
        for (Heard each : all) {
            MessageId id = each.message().header().id();
            assertTrue(before.containsAll(each.message().header().causes()), each::toString);
            assertTrue(before.add(id), each::toString);
            assertEquals(sequences.getOrDefault(id.sender(), 0L) + 1, id.sequence(), each::toString);
            sequences.put(id.sender(), id.sequence());
        }
    }

    @Test
    void itHearsWhereEachGoes() {
        try (ActorNetwork network = SPECIMEN.actors(2, listener)) {
            learn(network);
        }
        for (Heard each : heard) {
            int from = each.message().header().id().sender();
            switch (each.message().kind()) {
                case LABEL -> assertEquals(List.of(MessageId.TEACHER, M), List.of(from, each.to()));
                case ACTIVATION -> assertEquals(from + 1, each.to());
                case TARGET -> assertEquals(from - 1, each.to());
                default -> throw new AssertionError(each);
            }
        }
    }

    /** The second minibatch of evaluation begins with example 7. */
    @Test
    void theNumbersAreThereToBeCopied() {
        List<float[]> inputs = Collections.synchronizedList(new ArrayList<>());
        MessageListener copying = (to, message, time) -> {
            if (to == 1 && message.kind() == MessageKind.ACTIVATION) {
                inputs.add(((Signal.Real) message.signal()).values().toFloats());
            }
        };
        try (ActorNetwork network = SPECIMEN.actors(2, copying)) {
            network.evaluate(Specimen.EXAMPLES);
        }
        float[] wanted = new float[Specimen.FEATURES];
        Specimen.EXAMPLES.copyInput(7, wanted, 0);
        float[] second = inputs.get(1);
        assertArrayEquals(wanted, Arrays.copyOf(second, Specimen.FEATURES));
    }

    @Test
    void listeningChangesNoNumber() {
        try (Network silent = SPECIMEN.actors(2);
                Network heardOf = SPECIMEN.actors(2, listener)) {
            assertEquals(Curriculum.of(silent), Curriculum.of(heardOf));
        }
        assertFalse(heard.isEmpty());
    }

    static Stream<Arguments> failures() {
        return Stream.of(new ArithmeticException("test"), new AssertionError("test"), new StackOverflowError("test"))
                .flatMap(cause -> Stream.of(MessageId.TEACHER, MessageId.INPUT, 1, 2, M)
                        .map(sender -> Arguments.of(sender, cause)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void itsFailureNamesSenderAndStep(int sender, Throwable cause) {
        MessageListener failing = (to, message, time) -> {
            if (message.header().id().sender() == sender
                    && message.header().presentation().number() == 3) {
                TamperedKernels.raise(cause);
            }
        };
        ActorNetwork network = SPECIMEN.actors(2, failing);
        ListenerFailedException failure = failsInTime(ListenerFailedException.class, () -> learn(network));
        assertSame(cause, failure.getCause());
        assertEquals(sender, failure.place());
        assertEquals(3, failure.step());
        String name = new MessageId(sender, 0).toString().replace(":0", "");
        String text = failure.getMessage();
        assertTrue(text.startsWith("the message listener failed at the "), text);
        assertTrue(text.contains(" (" + name + ":") && text.contains(", presentation 3) to layer "), text);
        IllegalStateException ended = failsInTime(IllegalStateException.class, () -> learn(network));
        assertSame(failure, ended.getCause());
    }

    private static int learn(Network network) {
        return network.learn(Specimen.pass(Purpose.LEARN, 0), 0, Watcher.NONE);
    }
}
