package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.actors.Message;
import org.somata.actors.MessageListener;
import org.somata.actors.recording.Contents;
import org.somata.config.ConfigReader;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Recording;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceSettings;
import org.somata.model.Examples;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/** Two networks of stochastic units that are equal but for one draw: layer 2's bits at step 37 are drawn again. */
class OneSampleTest {
    private static final int STEPS = 60;
    private static final int STEP = 37;
    private static final int FEATURES = 6;
    private static final String CONFIGURATION = """
            name: one-sample
            data: {set: made-up}
            network:
              layers: [{units: 8, count: 3}]
              nonlinearity: sigmoid
              feedback-nonlinearity: tanh
            training: {epochs: 1, batch: 2}
            links: {forward: bits}
            learning:
              rule: difference-target-propagation
              target-step: 0.1
              noise: 0.1
              forward: {optimiser: sgd, rate: 0.01}
              feedback: {optimiser: sgd, rate: 0.01}
            """;

    @TempDir
    private Path folder;

    /** Draws the bits of one message again, before anybody else hears of it. */
    private record DrawnAgain(Assembly assembly, MessageListener then) implements MessageListener {
        @Override
        public void sent(int to, Message message, long time) {
            if (message.header().id().sender() == 2
                    && message.header().presentation().number() == STEP
                    && message.kind() == MessageKind.ACTIVATION) {
                PackedBits bits = ((Signal.Bits) message.signal()).packed();
                Matrix even = assembly.kernels().matrix(bits.rows(), bits.columns());
                float[] half = new float[bits.size()];
                Arrays.fill(half, 0.5f);
                even.write(half);
                bits.drawFrom(even, 0, 4711);
            }
            then.sent(to, message, time);
        }

        @Override
        public void delivered(int at, Message message) {
            then.delivered(at, message);
        }

        @Override
        public void started(int at, Message message, long delivered, long started) {
            then.started(at, message, delivered, started);
        }

        @Override
        public void finished(int at, Message message, Outcome outcome, long time) {
            then.finished(at, message, outcome, time);
        }

        @Override
        public void resumed(int at, Message message) {
            then.resumed(at, message);
        }

        @Override
        public void updated(int at, Update update, Message cause, long time) {
            then.updated(at, update, cause, time);
        }
    }

    @Test
    void theFirstMessageThatDiffersIsNamedWithItsCauses() {
        Difference found = Difference.of(trace("as-drawn", false), trace("drawn-again", true));
        assertFalse(found.equal());
        assertEquals("layer-2:" + (2 * STEP - 1), found.message().id());
        assertEquals(STEP, found.message().presentation());
        assertTrue(found.message().fields().stream()
                .anyMatch(field -> field.field().equals("digest")));
        assertEquals(
                List.of("layer-1:" + STEP),
                found.causes().stream().map(Difference.Cause::id).toList());
        assertTrue(found.causes().get(0).same());
    }

    @Test
    void withoutTheOtherDrawNothingDiffers() {
        assertTrue(Difference.of(trace("one", false), trace("another", false)).equal());
    }

    private RecordedTrace trace(String name, boolean drawnAgain) {
        Assembly assembly = Assembly.of(ConfigReader.parse(CONFIGURATION, name, List.of()), FEATURES, 3);
        TraceSettings settings = TraceSettings.payload(TraceSettings.LEAST_BYTES, Contents.sampled(4));
        TraceHeader header =
                TraceHeader.lockstep(name, 1, "dtp", settings.level(), assembly.units(), 2, assembly.schedule());
        Path run = folder.resolve(name);
        Recording recording = new Recording(run, settings, header, note -> {
            throw new AssertionError(note);
        });
        recording.start(0, 0);
        MessageListener listener = drawnAgain ? new DrawnAgain(assembly, recording.listener()) : recording.listener();
        try (Network network = assembly.actors(2, listener)) {
            int[] order = IntStream.range(0, 2 * STEPS).toArray();
            network.learn(
                    new Pass(Purpose.LEARN, new MadeUpExamples(2 * STEPS), order, 2, 0, STEPS, 0),
                    0,
                    Network.Watcher.NONE);
        }
        recording.close();
        return RecordedTrace.of(run);
    }

    /** Each example has other inputs. */
    private record MadeUpExamples(int count) implements Examples {
        @Override
        public int features() {
            return FEATURES;
        }

        @Override
        public int classes() {
            return 3;
        }

        @Override
        public void copyInput(int index, float[] into, int offset) {
            for (int i = 0; i < FEATURES; i++) {
                into[offset + i] = (index * 7 + i * 3) % 10 / 10f;
            }
        }

        @Override
        public int label(int index) {
            return index % 3;
        }
    }
}
