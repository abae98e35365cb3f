package org.somata.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What every command that reads a configuration takes: the file, and changes to it. */
final class ConfigOptions {
    @Parameters(paramLabel = "CONFIG.yaml", description = "An experiment; see somata config schema.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a setting, such as training.epochs=3; null takes it out. May be given again.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "Short for --set seed=N.")
    private Optional<Long> seed = Optional.empty();

    Path file() {
        return file;
    }

    /** As {@link ConfigReader#read} takes them. */
    List<String> overrides() {
        List<String> overrides = new ArrayList<>(set);
        seed.ifPresent(number -> overrides.add("seed=" + number));
        return overrides;
    }

    /** @throws org.somata.config.ConfigException as {@link ConfigReader#read} does */
    ExperimentConfig read() {
        return ConfigReader.read(file, overrides());
    }
}
