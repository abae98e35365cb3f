package org.somata.experiments.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code somata resume}: goes on with a run or trials that were stopped or killed. */
@Command(
        name = "resume",
        description = "Go on with a run or with trials where they stopped; what is done is left as it is.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN_DIR", description = "The directory of a run, or of trials.")
    private Path folder;

    @Mixin
    private EngineOptions engine;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new Session(spec, engine).run(trials -> trials.resume(folder));
    }
}
