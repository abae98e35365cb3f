package org.somata.experiments.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.somata.config.SweepFile;
import org.somata.config.SweepReader;
import org.somata.experiments.sweeps.Sweeps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata sweep}: many runs that vary one experiment. */
@Command(
        name = "sweep",
        description = "Run an experiment with many settings, and find the best.",
        mixinStandardHelpOptions = true)
final class SweepCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SWEEP.yaml", description = "A sweep; see somata config schema --sweep.")
    private Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the results go; runs/NAME/DATE-TIME unless told.")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private JobOptions jobs;

    @Mixin
    private EngineOptions engine;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SweepFile sweep = SweepReader.read(file);
        Path folder = out.orElseGet(() -> Sweeps.defaultFolder(sweep.config(), LocalDateTime.now()));
        return new SweepSession(spec, engine, jobs).run(sweeps -> sweeps.begin(sweep, folder));
    }
}
