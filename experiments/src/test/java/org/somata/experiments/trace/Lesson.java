package org.somata.experiments.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Assembly;
import org.somata.model.Examples;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.signals.Presentation.Purpose;

/** A network of 4-3-2-3 units that learns and is traced: passes of three presentations, the last of a single example. */
final class Lesson {
    static final int PRESENTATIONS = 3;
    private static final int FEATURES = 4;
    private static final int CLASSES = 3;
    private static final int BATCH = 2;

    private final Path run;
    private final TraceSettings settings;
    private final Assembly assembly;
    private final List<String> notes = new ArrayList<>();

    Lesson(Path run, TraceSettings settings, String... overrides) {
        List<String> all = new ArrayList<>(
                List.of("network.layers=[{units: 3}, {units: 2}]", "training.batch=" + BATCH, "name=lesson"));
        all.addAll(List.of(overrides));
        this.run = run;
        this.settings = settings;
        this.assembly = Assembly.of(Small.config(all), FEATURES, CLASSES);
    }

    static Path metadata(Path run, int passes) {
        new Lesson(run, TraceSettings.metadata(TraceSettings.LEAST_BYTES)).learn(passes);
        return run;
    }

    TraceHeader header() {
        return TraceHeader.lockstep(
                "lesson", 1, "rule", settings.level(), assembly.units(), BATCH, assembly.schedule());
    }

    Recording recording() {
        return new Recording(run, settings, header(), notes::add);
    }

    Lesson learn(int passes) {
        return learn(passes, done -> {});
    }

    /** @param afterPass hears how many passes are over, and written */
    Lesson learn(int passes, IntConsumer afterPass) {
        try (Recording recording = recording();
                Network network = assembly.actors(2, recording.listener())) {
            recording.start(0, 0);
            for (int pass = 0; pass < passes; pass++) {
                network.learn(pass(pass), 0, Network.Watcher.NONE);
                recording.flush(pass % 2 == 0);
                afterPass.accept(pass + 1);
            }
        }
        return this;
    }

    private static Pass pass(int number) {
        Examples examples = new Made();
        int[] order = IntStream.range(0, examples.count()).toArray();
        return new Pass(Purpose.LEARN, examples, order, BATCH, (long) number * PRESENTATIONS, 10_000, number);
    }

    List<String> notes() {
        return notes;
    }

    static List<TraceRecord> records(Trace trace, Window window) {
        List<TraceRecord> records = new ArrayList<>();
        trace.read(window, records::add);
        return records;
    }

    static List<TraceRecord> records(Path run) {
        return records(RecordedTrace.of(run), Window.ALL);
    }

    static Path folder(Path run) {
        return run.resolve(RecordedTrace.FOLDER);
    }

    static Path part(Path run, int number) {
        return new TraceFolder(folder(run)).part(number);
    }

    static List<Path> files(Path run) {
        return new TraceFolder(folder(run)).files();
    }

    static long bytes(Path run) {
        return files(run).stream().mapToLong(Lesson::size).sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private record Made() implements Examples {
        @Override
        public int count() {
            return BATCH * PRESENTATIONS - 1;
        }

        @Override
        public int features() {
            return FEATURES;
        }

        @Override
        public int classes() {
            return CLASSES;
        }

        @Override
        public void copyInput(int index, float[] into, int offset) {
            for (int i = 0; i < FEATURES; i++) {
                into[offset + i] = (float) Math.sin(index * FEATURES + i);
            }
        }

        @Override
        public int label(int index) {
            return index % CLASSES;
        }
    }
}
