package org.somata.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.somata.experiments.sweeps.RecordedSweep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata resume}: goes on with a run, trials or a sweep that was stopped or killed. */
@Command(
        name = "resume",
        description = "Go on with a run, trials or a sweep where they stopped; what is done is left as it is.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "RUN_OR_TRIALS_OR_SWEEP_DIR",
            description = "The directory of a run, of trials or of a sweep.")
    private Path folder;

    @Mixin
    private EngineOptions engine;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions jobs;

    @Override
    public Integer call() {
        if (RecordedSweep.isSweep(folder)) {
            return new SweepSession(spec, engine, jobs).run(sweeps -> sweeps.resume(folder));
        }
        jobs.requireNone();
        return new Session(spec, engine.engine(), engine.quiet()).run(trials -> trials.resume(folder));
    }
}
