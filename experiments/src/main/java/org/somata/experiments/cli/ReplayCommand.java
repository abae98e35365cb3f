package org.somata.experiments.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.somata.config.ExperimentConfig;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.RunDirectory;
import org.somata.experiments.trace.RecordedTimetable;
import org.somata.experiments.trace.RecordedTrace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata replay}: repeats a run, byte for byte. */
@Command(
        name = "replay",
        description =
                "Repeat a run in a new directory: by the wall's clock as its trace has it, else as it would run again.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The directory of a run.")
    private Path run;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go; runs/NAME/DATE-TIME-seedN unless told.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private EngineOptions engine;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RecordedRun recorded = RecordedRun.read(run);
        ExperimentConfig config = recorded.config();
        Engine driving =
                recorded.manifest().tracing().map(engine.engine()::tracing).orElseGet(engine::engine);
        boolean wall = config.schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS
                && config.schedule().clock() == ScheduleConfig.Clock.WALL;
        Engine repeating = wall ? driving.repeating(RecordedTimetable.of(RecordedTrace.of(run))) : driving;
        Path folder = out.orElseGet(() -> RunDirectory.defaultFolder(config, LocalDateTime.now()));
        return new Session(spec, repeating, engine.quiet())
                .run(trials -> trials.repeat(config, folder, recorded.manifest()));
    }
}
