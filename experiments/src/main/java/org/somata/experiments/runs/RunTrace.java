package org.somata.experiments.runs;

import java.util.Optional;
import java.util.function.Consumer;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.trace.Recording;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceSettings;
import org.somata.model.network.Network;

/** A run's trace, where it is recorded. */
final class RunTrace implements AutoCloseable {
    private final Optional<Recording> recording;

    /** @param note hears what goes wrong */
    RunTrace(RunDirectory directory, ExperimentConfig config, Assembly assembly, Engine engine, Consumer<String> note) {
        recording = engine.trace()
                .map(settings -> new Recording(directory.folder(), settings, header(config, assembly, settings), note));
    }

    private static TraceHeader header(ExperimentConfig config, Assembly assembly, TraceSettings settings) {
        TraceHeader lockstep = TraceHeader.lockstep(
                config.name(),
                config.seed(),
                config.learning().rule().toString(),
                settings.level(),
                assembly.units(),
                config.training().batch(),
                assembly.schedule());
        return assembly.asynchrony()
                .map(how -> lockstep.without(how.clock(), config.schedule().memory()))
                .orElse(lockstep);
    }

    /** Whose messages are recorded, if any are. */
    Network network(Assembly assembly, Engine engine) {
        return recording
                .map(trace -> assembly.actors(engine, trace.listener()))
                .orElseGet(() -> assembly.network(engine));
    }

    /** As {@link Recording#start}. */
    void start(long presentation, double seconds) {
        recording.ifPresent(trace -> trace.start(presentation, seconds));
    }

    /** As {@link Recording#mark}. */
    void mark(long presentations, boolean confirm) {
        recording.ifPresent(trace -> trace.mark(presentations, confirm));
    }

    /** As {@link Recording#flush}. */
    void flush(boolean confirm) {
        recording.ifPresent(trace -> trace.flush(confirm));
    }

    @Override
    public void close() {
        recording.ifPresent(Recording::close);
    }
}
