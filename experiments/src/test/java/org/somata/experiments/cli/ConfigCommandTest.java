package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.config.ConfigReader;
import org.somata.config.ConfigSchema;
import org.somata.config.ExperimentConfig;

class ConfigCommandTest {
    private static final String EXPERIMENT = """
            name: small
            data: {set: mnist-slice}
            network: {layers: [{units: 8}]}
            training: {epochs: 1, batch: 10}
            learning:
              rule: backpropagation
              noise: 0.3
              forward: {optimiser: sgd, rate: 0.1}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("small experiment.yaml"), EXPERIMENT);
    }

    private int config(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "config";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    @Test
    void validateNamesWhatTheRuleDoesNotUse() {
        assertEquals(ExitStatus.DONE, config("validate", file.toString()));
        assertEquals(
                file + ": valid\nlearning.noise is not used by backpropagation\n",
                out.toString().replace(System.lineSeparator(), "\n"));
        assertEquals("", err.toString());
    }

    @Test
    void printedItReadsAsTheSameExperiment() {
        assertEquals(ExitStatus.DONE, config("print", file.toString(), "--set", "training.epochs=3", "--seed", "7"));
        ExperimentConfig printed = ConfigReader.parse(out.toString(), "printed", List.of());
        assertEquals(ConfigReader.read(file, List.of("training.epochs=3", "seed=7", "learning.noise=null")), printed);
    }

    @Test
    void theSchemaIsThatOfTheConfiguration() {
        assertEquals(ExitStatus.DONE, config("schema"));
        assertEquals(ConfigSchema.json(), out.toString().strip());
    }

    @Test
    void whatIsWrongHasStatus2AndItsPlace() throws IOException {
        assertWrong(folder.resolve("none.yaml") + ": there is no such file", folder.resolve("none.yaml"));
        assertWrong("--set seed=-1: seed: is -1", file, "--seed", "-1");
        assertWrong("--set training.epoch=3: training.epoch: ", file, "--set", "training.epoch=3");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), EXPERIMENT.replace("units: 8", "units: -8"));
        assertWrong(wrong + ":3:28: network.layers.0.units: is -8", wrong);
        assertEquals("", out.toString());
    }

    @Test
    void aDatasetThatCannotBeIsWrongAndADirectoryThatIsNotHereIsNoted() {
        assertWrong(
                file + ": data.set: unknown dataset 'mnits': did you mean 'mnist'?", file, "--set", "data.set=mnits");
        assertWrong(file + ": data.set: the dataset '" + file + "' is a file", file, "--set", "data.set=" + file);
        assertEquals(ExitStatus.DONE, config("validate", file.toString(), "--set", "data.set=no/where"));
        assertTrue(out.toString().contains("data.set: there is no directory 'no/where' here"), out::toString);
        out.getBuffer().setLength(0);
        assertEquals(ExitStatus.DONE, config("validate", file.toString(), "--set", "data.set=" + folder));
        assertTrue(!out.toString().contains("data.set"), out::toString);
    }

    private void assertWrong(String message, Path config, String... options) {
        err.getBuffer().setLength(0);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "validate";
        arguments[1] = config.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        assertEquals(ExitStatus.WRONG_USAGE, config(arguments));
        assertTrue(err.toString().startsWith("somata: " + message), err::toString);
        assertEquals(1, err.toString().lines().count(), err::toString);
    }
}
