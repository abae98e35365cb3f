package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.experiments.Small;

class RunErrorsTest {
    @TempDir
    private Path folder;

    private Path config;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        config = Small.write(folder);
        out = folder.resolve("run");
    }

    private void assertRefused(int status, String message, List<String> arguments) {
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(status, outcome.status(), outcome::err);
        assertTrue(outcome.err().startsWith("somata: "), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
    }

    private List<String> run(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("run", config.toString(), "--out", out.toString(), "--quiet", "--set", "training.epochs=0"));
        arguments.addAll(List.of(options));
        return arguments;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--threads 0 | --threads must be at least 1, not 0",
                "--threads x | Invalid value for option '--threads': 'x' is not an int",
                "--engine foo | --engine must be one of actors, loop, not foo",
                "--backend cuda | somata: --backend cuda: ",
                "--set network.layers.0.units=100000 --set network.layers.1.units=100000 | a matrix of 10,000,000,000 numbers",
                "--set network.layers.0.units=40000 --set network.layers.1.units=40000 | this run needs about ",
                "--backend tpu | --backend must be one of cpu, cuda, not tpu",
                "--set nonsense | --set nonsense: ",
                "--set a.b=1 | --set a.b=1: a",
                "--set training.batch=1000 | more than the 260 examples of data.train",
                "--set data.set=mnist-slic | did you mean 'mnist-slice'?",
                "--set data.set=there/is/none | there is no directory 'there/is/none' to read a dataset from; looked for /",
                "--set data.train=4001 | 4001 training and 60 validation examples are 4061, but mnist-slice has 4000",
                "--set data.test=1001 | 1001 test examples, but mnist-slice has 1000",
                "--seed x | Invalid value for option '--seed': 'x' is not a long",
                "--seed -1 | seed: is -1",
                "--thread 2 | Unknown option",
                "--out | Missing required parameter for option '--out' (DIR)",
                "--init /there/is/none | /there/is/none: there is no such folder; give a checkpoint's",
                "another.yaml | Unmatched argument"
            })
    void aWrongOptionIsOneMessageAndStatus2AndLeavesNothing(String options, String message) {
        assertRefused(ExitStatus.WRONG_USAGE, message, run(options.split(" ")));
        assertTrue(Files.notExists(out));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rum | Unmatched argument at index 0: 'rum'; did you mean run?",
                "run | Missing required parameter: 'CONFIG.yaml'",
                "run /none.yaml | /none.yaml: there is no such file",
                "resume | Missing required parameter: 'RUN_DIR'",
                "resume /there/is/none | /there/is/none: there is no such folder; give the directory of a run",
                "resume / | /: is no run's directory, it has no config.yaml"
            })
    void aWrongCommandLineIsOneMessageAndStatus2(String line, String message) {
        assertRefused(ExitStatus.WRONG_USAGE, message, List.of(line.split(" ")));
    }

    @Test
    void aFolderThatIsThereIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectories(out.resolve("sub"));
        Files.writeString(out.resolve("sub/mine.txt"), "mine");
        Files.writeString(out.resolve("notes"), "too");
        Map<String, String> before = Small.tree(out);
        assertRefused(ExitStatus.WRONG_USAGE, out + ": is there already; a run never overwrites one", run());
        assertEquals(before, Small.tree(out));
        out = out.resolve("notes");
        assertRefused(ExitStatus.WRONG_USAGE, out + ": is there already", run());
        assertEquals("too", Files.readString(out));
    }

    @Test
    void anEmptyFolderIsAsGoodAsNone() throws IOException {
        Files.createDirectories(out);
        assertEquals(ExitStatus.DONE, InProcess.somata(run()).status());
        assertRefused(ExitStatus.WRONG_USAGE, out + ": is there already", run());
    }

    @Test
    void initialArraysThatDoNotFitOrAreDamagedLeaveNothing() throws IOException {
        assertEquals(ExitStatus.DONE, InProcess.somata(run()).status());
        Path init = out.resolve("checkpoints/epoch-000000");
        out = folder.resolve("second");
        assertRefused(ExitStatus.WRONG_USAGE, "has no arrays for this network", run("--init", folder.toString()));
        assertRefused(
                ExitStatus.WRONG_USAGE,
                "layer-02/W.npy: has shape [10, 12], but the layer needs [11, 12]",
                run("--init", init.toString(), "--set", "network.layers=[{units: 12}, {units: 11}, {units: 8}]"));
        Files.write(init.resolve("layer-01/W.npy"), new byte[100]);
        assertRefused(ExitStatus.DATA_UNUSABLE, "layer-01/W.npy: is no NumPy array", run("--init", init.toString()));
        assertTrue(Files.notExists(out));
    }

    @Test
    void aFolderWithoutADatasetOrWithADamagedOneIsStatus3AndLeavesNothing() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        assertRefused(
                ExitStatus.DATA_UNUSABLE, data + ": has no training set; looked for", run("--set", "data.set=" + data));
        Files.writeString(data.resolve("train.csv"), "1,2\n0,3,4\n");
        Files.writeString(data.resolve("test.csv"), "1,2\n");
        assertRefused(ExitStatus.DATA_UNUSABLE, data + "/train.csv:2: has 3 columns", run("--set", "data.set=" + data));
        assertTrue(Files.notExists(out));
    }

    @Test
    void whereNothingCanBeWrittenTheRunFailsWithOneMessage() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        out = file.resolve("run");
        assertRefused(ExitStatus.RUN_FAILED, out + ": cannot be written", run());
    }
}
