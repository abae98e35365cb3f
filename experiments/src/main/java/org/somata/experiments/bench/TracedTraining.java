package org.somata.experiments.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.trace.Recording;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceSettings;
import org.somata.model.Examples;

/** A network that learns while its messages are recorded; a part of the work is done when its records are written. */
final class TracedTraining implements Contender {
    private final Path folder;
    private final Recording recording;
    private final Training training;
    private long steps;

    TracedTraining(Assembly assembly, int threads, TraceSettings settings, Examples examples, int batch) {
        folder = temporary();
        TraceHeader header = TraceHeader.lockstep(
                "bench", 0, "bench", settings.level(), assembly.units(), batch, assembly.schedule());
        recording = new Recording(folder, settings, header, note -> {
            throw new IllegalStateException(note);
        });
        recording.start(0, 0);
        training = new Training(assembly.actors(threads, recording.listener()), examples, batch);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("somata-bench");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void work(int times) {
        training.work(times);
        recording.flush(false);
        steps += times;
    }

    /** What the trace takes of the disk for a step, so far. */
    double bytesPerStep() {
        return (double) files().stream()
                        .mapToLong(file -> file.toFile().length())
                        .sum()
                / steps;
    }

    private List<Path> files() {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        training.close();
        recording.close();
        files().forEach(file -> file.toFile().delete());
    }
}
