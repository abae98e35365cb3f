package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.actors.recording.Contents;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Payload;
import org.somata.experiments.trace.Timeless;
import org.somata.experiments.trace.TraceSettings;
import org.somata.model.signals.Encoded;

/** What messages carried: figures of every one, and whole signals of the steps and senders that were chosen. */
class TracedPayloadTest {
    private static final int SAMPLED = 5;
    private static final Contents ALL = Contents.sampled(SAMPLED).whole(0, Long.MAX_VALUE, 0, Integer.MAX_VALUE);

    @TempDir
    private Path folder;

    private Path run(String name, int threads, Contents contents, String... overrides) {
        Engine engine = Engine.actors(threads).tracing(TraceSettings.payload(1 << 28, contents));
        return Trial.in(folder, overrides).completed(name, engine);
    }

    private static Payload payload(MessageRecord message) {
        return message.payload().orElseThrow(() -> new AssertionError("no payload: " + message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"real", "sign", "bits"})
    void figuresAreThoseOfTheSignals(String transmission) {
        Path run = run(
                "run",
                2,
                ALL,
                "links={forward: " + transmission + ", feedback: " + transmission + "}",
                "training.epochs=1");
        Map<Integer, float[]> byDigest = new HashMap<>();
        Map<Encoded, Integer> encodings = new HashMap<>();
        for (MessageRecord message : Timeless.messages(run)) {
            encodings.merge(message.encoded(), 1, Integer::sum);
            Payload payload = payload(message);
            if (message.encoded() == Encoded.CLASSES) {
                assertEquals(0, payload.sample().length);
                assertTrue(Float.isNaN(payload.mean()) && payload.values().isEmpty());
                continue;
            }
            float[] values = payload.values().orElseThrow();
            requireFigures(message, values, payload);
            float[] other = byDigest.putIfAbsent(payload.digest(), values);
            if (other != null) {
                assertArrayEquals(other, values);
            }
        }
        Encoded wanted = Encoded.valueOf(transmission.toUpperCase(java.util.Locale.ROOT));
        assertTrue(encodings.get(wanted) >= 7 * 6, encodings::toString);
        assertEquals(7, encodings.get(Encoded.CLASSES));
        assertTrue(byDigest.size() > 20, () -> "only " + byDigest.size());
    }

    private static void requireFigures(MessageRecord message, float[] values, Payload payload) {
        assertEquals(message.units() * message.batch(), values.length);
        double sum = 0;
        int ones = 0;
        int saturated = 0;
        for (float value : values) {
            sum += value;
            ones += value > 0 ? 1 : 0;
            saturated += Math.abs(value) > 0.99 ? 1 : 0;
            if (message.encoded() != Encoded.REAL) {
                assertTrue(value == 0 || value == 1 || value == -1, () -> "a bit of " + value);
            }
        }
        double mean = sum / values.length;
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        assertEquals(mean, payload.mean(), 1e-6 + 1e-5 * Math.abs(mean));
        double deviation = Math.sqrt(squares / values.length);
        assertEquals(deviation, payload.deviation(), 1e-6 + 1e-4 * deviation);
        assertEquals((float) ones / values.length, payload.ones(), 1e-6);
        assertEquals((float) saturated / values.length, payload.saturated(), 1e-6);
        int units = message.units();
        assertEquals(Math.min(SAMPLED, units), payload.sample().length);
        for (int i = 0; i < payload.sample().length; i++) {
            assertEquals(values[i * units / payload.sample().length], payload.sample()[i]);
        }
    }

    @Test
    void signalsAreWholeOfChosenStepsAndSendersAlone() {
        Path run = run("run", 2, Contents.sampled(0).whole(3, 9, 1, 2), "training.epochs=2");
        int whole = 0;
        for (MessageRecord message : Timeless.messages(run)) {
            boolean chosen = message.presentation() >= 3
                    && message.presentation() <= 9
                    && message.from() >= 1
                    && message.from() <= 2;
            assertEquals(chosen, payload(message).values().isPresent(), message::toString);
            assertEquals(0, payload(message).sample().length);
            whole += chosen ? 1 : 0;
        }
        // layer 1 tells an activation, layer 2 one and a target
        assertEquals(7 * 3, whole);
    }

    @Test
    void digestsFollowFromTheSeedAndNotFromTheThreads() {
        Contents sampled = Contents.sampled(SAMPLED);
        List<String> wanted = Timeless.of(run("one", 1, sampled));
        for (int threads : List.of(2, 4)) {
            assertEquals(wanted, Timeless.of(run("threads-" + threads, threads, sampled)));
        }
        List<Integer> digests = digests(folder.resolve("one"));
        assertNotEquals(digests, digests(run("other", 2, sampled, "seed=2")));
        assertTrue(digests.stream().distinct().count() > digests.size() / 2);
        Trial.assertSame(Trial.in(folder).completed("silent", Engine.loop()), folder.resolve("one"));
    }

    private static List<Integer> digests(Path run) {
        return Timeless.messages(run).stream()
                .map(message -> payload(message).digest())
                .toList();
    }
}
