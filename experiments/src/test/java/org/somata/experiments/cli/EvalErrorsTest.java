package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvalErrorsTest {
    @TempDir
    private Path folder;

    private Path run;
    private Evaluations small;

    @BeforeEach
    void name() {
        small = new Evaluations(folder);
        run = small.run();
    }

    private Path csv(String train, String test) throws IOException {
        Path data = Files.createDirectories(folder.resolve("csv"));
        Files.writeString(data.resolve("train.csv"), train);
        Files.writeString(data.resolve("test.csv"), test);
        return data;
    }

    @Test
    void aRunOnAFolderIsEvaluatedAndNoticesThatItHasChanged() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append(i % 3)
                    .append(',')
                    .append(i % 3 * 0.5)
                    .append(',')
                    .append(i % 7)
                    .append('\n');
        }
        Path data = csv(rows.toString(), rows.substring(0, rows.length() / 2).replaceFirst("[^\n]*$", ""));
        small.train(
                "--set",
                "data={set: " + data + ", valid: 40}",
                "--set",
                "training.epochs=1",
                "--set",
                "evaluation.probe=10");
        JsonNode found = small.json(run);
        assertEquals(260, found.get("sets").get("train").get("examples").asInt());
        assertEquals(
                small.metrics(1).get("test_error"),
                String.valueOf(found.get("sets").get("test").get("error").doubleValue()));
        small.assertRefused(
                ExitStatus.WRONG_USAGE,
                "mnist-slice: has inputs of 784 numbers and 10 classes, but the network of " + small.checkpoint(1)
                        + " takes 2 and knows 3; give data like those of its run, " + data,
                run,
                "--data",
                "mnist-slice");
        csv(rows.toString(), "3,1,1\n");
        small.assertRefused(
                ExitStatus.WRONG_USAGE, "has inputs of 2 numbers and 4 classes", run, "--data", data.toString());
        small.assertRefused(ExitStatus.DATA_UNUSABLE, "was taught with other data than " + data + " now has", run);
        Outcome resumed = InProcess.somata("resume", run.toString());
        assertEquals(ExitStatus.DONE, resumed.status(), "it has ended, and needs no data");
        Files.delete(run.resolve("result.json"));
        resumed = InProcess.somata("resume", run.toString());
        assertEquals(ExitStatus.DATA_UNUSABLE, resumed.status());
        assertTrue(resumed.err().contains("was begun with other data than " + data + " now has"), resumed::err);
    }

    @Test
    void trialsAreEvaluatedOneByOne() throws IOException {
        small.train("--set", "training.epochs=1", "--set", "trials=2");
        small.assertRefused(
                ExitStatus.WRONG_USAGE, run + ": has 2 trials; for a single run give the folder of one", run);
        assertEquals(ExitStatus.DONE, small.eval(run.resolve("seed-1")).status());
    }

    @Test
    void whatCannotBeEvaluatedIsNamed() throws IOException {
        small.train("--set", "training.epochs=1", "--set", "data.valid=0");
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
        small.assertRefused(
                ExitStatus.WRONG_USAGE,
                file + ": is there already; choose another name, or give --force",
                run,
                "--predictions",
                file.toString());
        assertEquals("mine", Files.readString(file));
        String nowhere = folder.resolve("no/where.csv").toString();
        small.assertRefused(
                ExitStatus.WRONG_USAGE, "there is no directory " + folder.resolve("no"), run, "--predictions", nowhere);
        small.assertRefused(ExitStatus.WRONG_USAGE, "is a directory", run, "--predictions", folder.toString());
        String fresh = folder.resolve("new.csv").toString();
        small.assertRefused(
                ExitStatus.WRONG_USAGE,
                "no examples to predict in the set 'valid'; there are train and test",
                run,
                "--predictions",
                fresh,
                "--split",
                "valid");
        assertTrue(Files.notExists(Path.of(fresh)));
        small.assertRefused(
                ExitStatus.WRONG_USAGE, "/there/is/none: there is no such folder", Path.of("/there/is/none"));
        small.assertRefused(ExitStatus.WRONG_USAGE, "has neither a checkpoint.json nor a config.yaml", folder);
        small.assertRefused(ExitStatus.WRONG_USAGE, "unknown dataset 'mnits'", run, "--data", "mnits");
        Files.write(small.checkpoint(1).resolve("layer-02/W.npy"), new byte[100]);
        small.assertRefused(
                ExitStatus.DATA_UNUSABLE,
                "layer-02/W.npy: is damaged, its SHA-256 is not the one noted",
                small.checkpoint(1));
        Outcome before = small.eval(run);
        assertEquals(ExitStatus.DONE, before.status(), before::err);
        assertTrue(before.out().contains("going back to the checkpoint before it"), before::out);
        assertTrue(before.out().contains("epoch-000000 (the newest): epoch 0"), before::out);
        Files.delete(run.resolve("config.yaml"));
        small.assertRefused(ExitStatus.WRONG_USAGE, "no folder above it has the config.yaml", small.checkpoint(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--split both --predictions x.csv | --split must be one of test, valid, train, not both",
                "--split test | --split is of use only with --predictions FILE.csv",
                "--force | --force is of use only with --predictions FILE.csv",
                "--data mnist --split valid --predictions x.csv | --split valid is for the run's own data",
                "--engine foo | --engine must be one of actors, loop, not foo"
            })
    void aWrongCommandLineIsOneMessageAndStatus2(String options, String message) {
        small.assertRefused(ExitStatus.WRONG_USAGE, message, folder, options.split(" "));
    }
}
