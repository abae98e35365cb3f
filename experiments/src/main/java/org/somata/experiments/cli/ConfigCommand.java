package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.somata.config.ConfigSchema;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.UnknownDatasetException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code somata config}: looks at experiments without running them. */
@Command(
        name = "config",
        description = "Experiment files: check them, show them in full, describe their form.",
        mixinStandardHelpOptions = true)
final class ConfigCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given: validate, print or schema");
    }

    @Command(
            name = "validate",
            description = "Check a file; exit status 2 if anything in it is wrong.",
            mixinStandardHelpOptions = true)
    void validate(@Mixin ConfigOptions options) {
        ExperimentConfig config = options.read();
        Optional<String> absent = checkData(options, config);
        PrintWriter out = out();
        out.println(options.file() + ": valid");
        absent.ifPresent(note -> out.println("data.set: " + note));
        config.remarks().forEach(out::println);
        out.flush();
    }

    /** What can be known without reading any data. */
    private static Optional<String> checkData(ConfigOptions options, ExperimentConfig config) {
        try {
            return Datasets.ofUser().check(config.data().set());
        } catch (UnknownDatasetException unknown) {
            throw unknown.at(options.file() + ": data.set");
        }
    }

    @Command(
            name = "print",
            description = "Print a file with every default spelled out, as a run records it.",
            mixinStandardHelpOptions = true)
    void print(@Mixin ConfigOptions options) {
        out().print(ConfigWriter.yaml(options.read()));
        out().flush();
    }

    @Command(
            name = "schema",
            description = "Print the JSON Schema of experiment files, for editors that complete and check.",
            mixinStandardHelpOptions = true)
    void schema(@Option(names = "--sweep", description = "That of sweep files instead.") boolean sweep) {
        out().println(sweep ? ConfigSchema.ofSweeps() : ConfigSchema.json());
        out().flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
