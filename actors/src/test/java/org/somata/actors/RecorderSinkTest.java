package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.somata.actors.Patience.inTime;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.actors.recording.TraceRecorder;
import org.somata.model.layers.Versions;
import org.somata.model.network.Network;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** What a recorder does with its sink, whatever the sink does. */
class RecorderSinkTest {
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4);
    /** Chunks that may wait to be written, and some in hand. */
    private static final int MOST_CHUNKS = 256 + 8;

    private Set<Thread> before;

    private static Set<Thread> clerks() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("somata-trace"))
                .collect(Collectors.toSet());
    }

    @BeforeEach
    void countThreads() {
        before = clerks();
    }

    @AfterEach
    void noThreadIsLeftOver() {
        Set<Thread> left = clerks();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    private static TraceRecorder recorder(KeptPages sink) {
        return new TraceRecorder(SPECIMEN.depth(), Optional.empty(), sink);
    }

    private static void learn(Network network, int pass) {
        network.learn(Specimen.pass(Purpose.LEARN, pass), 0, Network.Watcher.NONE);
    }

    private static void raise(Throwable failure) throws IOException {
        if (failure instanceof IOException expected) {
            throw expected;
        }
        TamperedKernels.raise(failure);
    }

    static Stream<Arguments> failures() {
        return Stream.of(new IOException("full"), new IllegalStateException("test"), new AssertionError("test"))
                .flatMap(failure -> Stream.of(0, 1, 7).map(sound -> arguments(failure, sound)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aSinkThatFailsDisturbsNobodyAndWhatItLacksIsCounted(Throwable failure, int sound) {
        KeptPages failing = new KeptPages() {
            private int left = sound;

            @Override
            synchronized void write(List<Doing> rows) throws IOException {
                if (left-- == 0) {
                    raise(failure);
                }
                super.write(rows);
            }
        };
        KeptPages whole = new KeptPages();
        List<String> wanted = inTime(() -> lesson(whole));
        TraceRecorder recorder = recorder(failing);
        assertEquals(wanted, inTime(() -> lesson(recorder)));
        assertSame(failure, recorder.failure().orElseThrow());
        assertEquals(whole.doings().size(), failing.doings().size() + recorder.givenUp());
        assertEquals(sound == 0, failing.doings().isEmpty());
        assertEquals(sound, failing.asked().stream().filter("write"::equals).count());
        assertEquals("close", failing.asked().get(failing.asked().size() - 1));
    }

    private static List<String> lesson(KeptPages sink) {
        return lesson(recorder(sink));
    }

    private static List<String> lesson(TraceRecorder recorder) {
        List<String> heard;
        try (recorder;
                Network network = SPECIMEN.actors(2, recorder)) {
            for (int pass = 0; pass < 3; pass++) {
                learn(network, pass);
                recorder.flush(true);
            }
            heard = Journal.of(network);
        }
        return heard;
    }

    static Stream<Throwable> kinds() {
        return Stream.of(new IOException("full"), new IllegalStateException("test"), new AssertionError("test"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void soDoesOneThatCannotConfirm(Throwable failure) {
        KeptPages failing = new KeptPages() {
            @Override
            public synchronized void flush(boolean confirm) throws IOException {
                super.flush(confirm);
                raise(failure);
            }
        };
        TraceRecorder recorder = recorder(failing);
        assertEquals(inTime(() -> lesson(new KeptPages())), inTime(() -> lesson(recorder)));
        assertSame(failure, recorder.failure().orElseThrow());
        assertTrue(recorder.givenUp() > 0);
        assertEquals(1, failing.asked().stream().filter("flush true"::equals).count());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void soDoesOneThatCannotBeClosed(Throwable failure) {
        KeptPages failing = new KeptPages() {
            @Override
            public synchronized void close() throws IOException {
                super.close();
                raise(failure);
            }
        };
        TraceRecorder recorder = recorder(failing);
        assertEquals(inTime(() -> lesson(new KeptPages())), inTime(() -> lesson(recorder)));
        assertSame(failure, recorder.failure().orElseThrow());
        assertEquals(0, recorder.givenUp());
    }

    @Test
    void aFlushComesAfterAllThatWasRecordedAndNothingAfterTheClose() {
        KeptPages kept = new KeptPages();
        inTime(() -> {
            try (TraceRecorder recorder = recorder(kept);
                    Network network = SPECIMEN.actors(2, recorder)) {
                learn(network, 0);
                recorder.flush(true);
                List<Doing> rows = kept.doings();
                assertEquals("flush true", kept.asked().get(kept.asked().size() - 1));
                recorder.flush(false);
                assertEquals("flush false", kept.asked().get(kept.asked().size() - 1));
                assertEquals(rows, kept.doings());
                learn(network, 1);
            }
        });
        List<String> asked = kept.asked();
        assertEquals(List.of("flush false", "close"), asked.subList(asked.size() - 2, asked.size()));
        assertEquals(1, asked.stream().filter("close"::equals).count());
    }

    @Test
    void closingTwiceIsClosingOnce() {
        KeptPages kept = new KeptPages();
        inTime(() -> {
            TraceRecorder recorder = recorder(kept);
            for (int i = 0; i < 300; i++) {
                recorder.close();
            }
        });
        assertEquals(List.of("flush false", "close"), kept.asked());
    }

    @Test
    void whereNothingIsPresentedNothingIsWritten() {
        KeptPages kept = new KeptPages();
        inTime(() -> {
            try (TraceRecorder recorder = recorder(kept);
                    Network network = SPECIMEN.actors(2, recorder)) {
                network.evaluate(Specimen.EXAMPLES);
                network.learn(
                        Specimen.pass(Purpose.LEARN, 0, new SyntheticExamples(0, Specimen.FEATURES, Specimen.CLASSES)),
                        0,
                        Network.Watcher.NONE);
                assertEquals(0, recorder.givenUp());
            }
        });
        assertEquals(List.of("flush false", "close"), kept.asked());
    }

    /** A checkpoint that is written now relies on the pages before it. */
    @Test
    void anInterruptedThreadFlushesAndClosesAllTheSame() {
        KeptPages whole = new KeptPages();
        KeptPages kept = new KeptPages();
        inTime(() -> {
            lesson(whole);
            TraceRecorder recorder = recorder(kept);
            try (Network network = SPECIMEN.actors(2, recorder)) {
                for (int pass = 0; pass < 3; pass++) {
                    learn(network, pass);
                    Thread.currentThread().interrupt();
                    recorder.flush(true);
                    assertTrue(Thread.interrupted());
                    assertEquals("flush true", kept.asked().get(kept.asked().size() - 1));
                }
                Thread.currentThread().interrupt();
                recorder.close();
                assertTrue(Thread.interrupted());
            }
        });
        assertEquals(whole.byPlace(), kept.byPlace());
        assertEquals("close", kept.asked().get(kept.asked().size() - 1));
    }

    private static Message message(long number, Signal signal) {
        Header header = new Header(new MessageId(1, number), List.of(), Bench.presentation(1), new Versions(0, 0));
        return Message.of(MessageKind.ACTIVATION, header, signal);
    }

    /** Tells a recorder of messages, of an actor's own thread. */
    private static Thread talking(TraceRecorder recorder, Signal signal, long messages, AtomicLong told) {
        Thread actor = new Thread(() -> {
            for (long i = 1; i <= messages; i++) {
                recorder.sent(2, message(i, signal), i);
                told.incrementAndGet();
            }
        });
        actor.start();
        return actor;
    }

    @Test
    void aSlowSinkIsWaitedForInBoundedMemoryAndNothingIsLost() {
        CountDownLatch open = new CountDownLatch(1);
        KeptPages slow = new KeptPages() {
            @Override
            void write(List<Doing> rows) throws IOException {
                Patience.await(open);
                super.write(rows);
            }
        };
        long messages = 2L * MOST_CHUNKS * KeptPages.MOST_ROWS;
        AtomicLong told = new AtomicLong();
        inTime(() -> {
            try (TraceRecorder recorder = recorder(slow)) {
                Thread actor = talking(recorder, new Signal.Empty(1), messages, told);
                while (actor.getState() != Thread.State.WAITING) {
                    assertTrue(actor.isAlive(), "it did not wait");
                    Thread.onSpinWait();
                }
                assertTrue(told.get() < (long) MOST_CHUNKS * KeptPages.MOST_ROWS, told::toString);
                assertEquals(List.of(), slow.asked());
                open.countDown();
                actor.join();
                recorder.flush(false);
                assertEquals(0, recorder.givenUp());
            }
        });
        List<Doing> rows = slow.doings();
        assertEquals(messages, rows.size());
        assertEquals(messages, rows.get(rows.size() - 1).what().id().sequence());
    }
}
