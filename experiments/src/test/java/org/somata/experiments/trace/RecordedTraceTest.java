package org.somata.experiments.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.model.signals.MessageId;

/** What a trace tells, whichever way it is asked. */
class RecordedTraceTest {
    private static final int PASSES = 4;

    @TempDir
    private Path folder;

    private RecordedTrace trace(String... overrides) {
        new Lesson(folder, TraceSettings.metadata(TraceSettings.LEAST_BYTES), overrides).learn(PASSES);
        return RecordedTrace.of(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seed=1",
                "schedule.order=bottom-up",
                "learning.rule=backpropagation",
                "learning.rule=direct-feedback-alignment",
                "links={forward: sign, feedback: sign, feedback-at: receiver}"
            })
    void recordsComeInTheOrderInWhichThingsWereDoneEachAfterItsCauses(String override) {
        RecordedTrace trace = trace(override);
        List<TraceRecord> records = Lesson.records(trace, Window.ALL);
        Set<MessageId> before = new HashSet<>();
        long done = 0;
        for (TraceRecord each : records) {
            if (each instanceof MessageRecord message) {
                assertEquals(Outcome.HANDLED, message.outcome());
                assertTrue(before.containsAll(message.causes()), each::toString);
                assertTrue(before.add(message.id()), each::toString);
                assertTrue(message.times().finished() >= done, each::toString);
                assertEquals(message.times().started() + 1, message.times().finished());
                assertEquals(0, message.times().latency());
                done = message.times().finished();
            } else if (each instanceof UpdateRecord update) {
                assertTrue(before.contains(update.cause()), each::toString);
                assertEquals(done, update.time(), each::toString);
            }
        }
        assertEquals(PASSES * Lesson.PRESENTATIONS * trace.header().period(), done);
        assertEquals(List.of(), trace.gaps());
        assertEquals(List.of(4, 3, 2, 3), trace.header().units());
    }

    @Test
    void aWindowHasWhatTheFilterOfAllHas() {
        RecordedTrace trace = trace("schedule.order=bottom-up");
        List<TraceRecord> all = Lesson.records(trace, Window.ALL);
        long end = PASSES * Lesson.PRESENTATIONS * trace.header().period();
        Random random = new Random(5);
        int some = 0;
        for (int i = 0; i < 400; i++) {
            long from = random.nextLong(end + 5);
            int firstLayer = 1 + random.nextInt(3);
            Window window = new Window(
                    from,
                    random.nextInt(5) == 0 ? Long.MAX_VALUE : from + 1 + random.nextLong(end / 2),
                    firstLayer,
                    random.nextBoolean() ? Integer.MAX_VALUE : firstLayer + random.nextInt(3),
                    1 + random.nextInt(3));
            List<TraceRecord> wanted = all.stream().filter(window::contains).toList();
            assertEquals(wanted, Lesson.records(trace, window), window::toString);
            some += wanted.isEmpty() ? 0 : 1;
        }
        assertTrue(some > 200, "only " + some);
    }

    @Test
    void messagesAndUpdatesAreFoundByTheirNames() {
        RecordedTrace trace = trace("links={forward: sign, feedback: sign, feedback-at: receiver}");
        List<TraceRecord> all = Lesson.records(trace, Window.ALL);
        assertTrue(all.size() > 100);
        for (TraceRecord each : all) {
            if (each instanceof MessageRecord message) {
                assertEquals(Optional.of(message), trace.message(message.id()));
            } else if (each instanceof UpdateRecord update) {
                assertEquals(Optional.of(update), trace.update(update.id()));
            }
        }
        long past = all.size();
        for (int place = -2; place < 6; place++) {
            assertTrue(trace.message(new MessageId(place, past)).isEmpty());
            assertTrue(trace.message(new MessageId(place, 0)).isEmpty());
            assertTrue(trace.message(new MessageId(place, -1)).isEmpty());
            for (UpdateId.Mapping mapping : UpdateId.Mapping.values()) {
                assertTrue(trace.update(new UpdateId(place, mapping, past)).isEmpty());
            }
        }
    }

    /** As after a kill, before a checkpoint: the senders' halves are there and some receivers' are not. */
    @Test
    void whatHasNotBeenHandledIsInFlightAndComesLast() throws IOException {
        trace();
        Path file = Lesson.part(folder, 1);
        Part part = Part.read(file);
        long lastOfLayer1 = part.blocks().stream()
                .filter(block -> block.head().place() == 1)
                .mapToLong(Block::offset)
                .max()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) lastOfLayer1] ^= 1;
        Files.write(file, bytes);
        RecordedTrace trace = RecordedTrace.of(folder);
        List<TraceRecord> records = Lesson.records(trace, Window.ALL);
        List<MessageRecord> flying = records.stream()
                .filter(MessageRecord.class::isInstance)
                .map(MessageRecord.class::cast)
                .filter(message -> message.outcome() == Outcome.IN_FLIGHT)
                .toList();
        assertFalse(flying.isEmpty());
        assertEquals(flying, records.subList(records.size() - flying.size(), records.size()));
        assertTrue(flying.stream().allMatch(message -> message.to() == 1), flying::toString);
        for (MessageRecord message : flying) {
            assertEquals(Times.UNKNOWN, message.times().finished());
            assertFalse(message.times().isComplete());
            assertEquals(message.times().sent(), message.time());
            assertEquals(Optional.of(message), trace.message(message.id()));
        }
        assertEquals(2, trace.gaps().size(), () -> trace.gaps().toString());
        assertEquals(3, trace.gaps().get(1).records());
    }
}
