package org.somata.experiments.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code somata run}: one experiment, from its configuration to its results. */
@Command(name = "run", description = "Run an experiment, all its trials.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ConfigOptions configuration;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private TraceOptions trace;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the results go; runs/NAME/DATE-TIME-seedN unless told.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--init",
            paramLabel = "CHECKPOINT_DIR",
            description = "Begin with the arrays W, b, V and c that this folder has.")
    private Optional<Path> init = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ExperimentConfig config = configuration.read();
        Path folder = out.orElseGet(() -> RunDirectory.defaultFolder(config, LocalDateTime.now()));
        return new Session(spec, trace.record(engine.engine(), config), engine.quiet())
                .run(trials -> trials.begin(config, folder, init));
    }
}
