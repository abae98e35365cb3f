package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.Small;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.NpyHeader;
import org.somata.model.Examples;

class EvalCommandTest {
    @TempDir
    private Path folder;

    private Path run;

    @BeforeEach
    void name() {
        run = folder.resolve("run");
    }

    private void train(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("run", Small.write(folder).toString(), "--out", run.toString(), "--quiet", "--threads", "2"));
        arguments.addAll(List.of(options));
        Outcome outcome = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
    }

    private Outcome eval(Path of, String... options) {
        List<String> arguments = new ArrayList<>(List.of("eval", of.toString(), "--threads", "2"));
        arguments.addAll(List.of(options));
        return InProcess.somata(arguments);
    }

    private JsonNode json(Path of, String... options) throws IOException {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--json";
        Outcome outcome = eval(of, all);
        assertEquals(ExitStatus.DONE, outcome.status(), outcome::err);
        return new ObjectMapper().readTree(outcome.out());
    }

    private void assertRefused(int status, String message, Path of, String... options) {
        Outcome outcome = eval(of, options);
        assertEquals(status, outcome.status(), outcome::err);
        assertTrue(outcome.err().contains(message), outcome::err);
        assertEquals(1, outcome.err().lines().count(), outcome::err);
    }

    private Path checkpoint(int epoch) {
        return run.resolve("checkpoints/epoch-%06d".formatted(epoch));
    }

    /** By column, as text. */
    private Map<String, String> metrics(int epoch) throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));
        String[] names = lines.get(0).split(",");
        String[] cells = lines.get(epoch).split(",", -1);
        Map<String, String> row = new java.util.HashMap<>();
        for (int i = 0; i < names.length; i++) {
            row.put(names[i], cells[i]);
        }
        return row;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learning.rule=difference-target-propagation --engine loop",
                "evaluation.weights=averaged --set evaluation.average-decay=0.9",
                "numerics.kernels=nd4j",
                "learning.rule=backpropagation --set network.output=binomial-cross-entropy",
                "network.output=mean-squared-error --set data.train=405"
            })
    void theFiguresAreThoseOfTheMetricsAndOfThePredictions(String options) throws IOException {
        train(("--set training.epochs=2 --set " + options).split(" "));
        for (int epoch : List.of(1, 2)) {
            Map<String, String> expected = metrics(epoch);
            JsonNode found = json(checkpoint(epoch));
            assertEquals(epoch, found.get("epoch").asInt());
            for (String set : List.of("train", "valid", "test")) {
                JsonNode figures = found.get("sets").get(set);
                assertEquals(
                        expected.get(set + "_cost"),
                        String.valueOf(figures.get("cost").doubleValue()),
                        set);
                assertEquals(
                        expected.get(set + "_error"),
                        String.valueOf(figures.get("error").doubleValue()),
                        set);
            }
        }
        Path file = folder.resolve("predictions.csv");
        for (String set : List.of("train", "valid", "test")) {
            JsonNode figures = json(checkpoint(2), "--predictions", file.toString(), "--split", set, "--force")
                    .get("sets")
                    .get(set);
            List<String> rows = Files.readAllLines(file);
            assertEquals("index,label,prediction,p_0,p_1,p_2,p_3,p_4,p_5,p_6,p_7,p_8,p_9", rows.get(0));
            assertEquals(figures.get("examples").asInt(), rows.size() - 1);
            long mistakes = rows.stream()
                    .skip(1)
                    .map(row -> row.split(","))
                    .filter(row -> !row[1].equals(row[2]))
                    .count();
            assertEquals(figures.get("error").doubleValue(), 100.0 * mistakes / (rows.size() - 1), set);
        }
    }

    @Test
    void theCostFollowsFromTheProbabilitiesAndTheIndexLeadsToTheExample() throws IOException {
        train();
        Dataset slice = Datasets.load("mnist-slice", line -> {});
        Path file = folder.resolve("p.csv");
        double cost = json(run, "--predictions", file.toString(), "--split", "valid")
                .get("sets")
                .get("valid")
                .get("cost")
                .doubleValue();
        double sum = 0;
        List<String> rows = Files.readAllLines(file);
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = rows.get(i).split(",");
            int label = Integer.parseInt(cells[1]);
            assertEquals(3_940 + i - 1, Integer.parseInt(cells[0]), "the last 60 of 4,000");
            assertEquals(slice.train().label(Integer.parseInt(cells[0])), label);
            double all = 0;
            int best = 0;
            for (int c = 0; c < 10; c++) {
                all += Float.parseFloat(cells[3 + c]);
                best = Float.parseFloat(cells[3 + c]) > Float.parseFloat(cells[3 + best]) ? c : best;
            }
            assertEquals(1, all, 1e-6);
            assertEquals(best, Integer.parseInt(cells[2]));
            sum -= Math.log(Float.parseFloat(cells[3 + label]));
        }
        assertEquals(cost, sum / 60, 1e-12);
    }

    @Test
    void aRunIsEvaluatedWhereItsValidationErrorWasLowestOrElseAtItsEnd() throws IOException {
        train("--set", "checkpoints.keep=9");
        int selected = new ObjectMapper()
                .readTree(run.resolve("result.json").toFile())
                .get("selected")
                .get("epoch")
                .asInt();
        JsonNode best = json(run);
        assertEquals("lowest validation error", best.get("chosen").asText());
        assertEquals(checkpoint(selected).toString(), best.get("checkpoint").asText());
        Files.delete(checkpoint(selected).resolve("checkpoint.json"));
        JsonNode newest = json(run);
        assertEquals(
                "the newest; that of epoch " + selected + ", of the lowest validation error, is not kept",
                newest.get("chosen").asText());
        Outcome table = eval(checkpoint(0));
        assertTrue(table.out().startsWith(checkpoint(0) + " (as given): epoch 0, step 0, on mnist-slice"), table::out);
        assertTrue(
                table.out().matches("(?s).*\ntrain +260 +2\\.\\d+ +\\d+\\.\\d\\d\nvalid +60 .*\ntest +60 .*"),
                table::out);
        assertEquals("", eval(run, "--quiet").out());
    }

    @Test
    void otherDataAreEvaluatedWhole() throws IOException {
        train("--set", "training.epochs=1");
        JsonNode named = json(run, "--data", "mnist-slice");
        assertEquals(4_000, named.get("sets").get("train").get("examples").asInt());
        assertEquals(1_000, named.get("sets").get("test").get("examples").asInt());
        assertEquals(2, named.get("sets").size());
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Dataset slice = Datasets.load("mnist-slice", line -> {});
        write(copy, "train", slice.train(), 10);
        write(copy, "test", slice.test(), 10);
        assertEquals(named.get("sets"), json(run, "--data", copy.toString()).get("sets"));
        // fewer classes than the network knows
        write(copy, "train", slice.train(), 5);
        write(copy, "test", slice.test(), 3);
        Outcome few = eval(run, "--data", copy.toString());
        assertEquals(ExitStatus.DONE, few.status(), few::err);
        assertTrue(few.out().contains("has only 5 of the network's 10 classes"), few::out);
    }

    /** Those of the first few classes, as uint8 in NumPy's format. */
    private static void write(Path to, String name, Examples examples, int classes) throws IOException {
        int[] chosen = IntStream.range(0, examples.count())
                .filter(i -> examples.label(i) < classes)
                .toArray();
        int count = chosen.length;
        byte[] header = NpyHeader.encode("|u1", count, 28, 28);
        ByteBuffer images = ByteBuffer.allocate(header.length + count * 784).put(header);
        byte[] labelsHeader = NpyHeader.encode("|u1", count);
        ByteBuffer labels = ByteBuffer.allocate(labelsHeader.length + count).put(labelsHeader);
        float[] input = new float[784];
        for (int i : chosen) {
            examples.copyInput(i, input, 0);
            for (float number : input) {
                images.put((byte) Math.round(number * 255));
            }
            labels.put((byte) examples.label(i));
        }
        Files.write(to.resolve(name + "-images.npy"), images.array());
        Files.write(to.resolve(name + "-labels.npy"), labels.array());
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
        train(
                "--set",
                "data={set: " + data + ", valid: 40}",
                "--set",
                "training.epochs=1",
                "--set",
                "evaluation.probe=10");
        JsonNode found = json(run);
        assertEquals(260, found.get("sets").get("train").get("examples").asInt());
        assertEquals(
                metrics(1).get("test_error"),
                String.valueOf(found.get("sets").get("test").get("error").doubleValue()));
        assertRefused(
                ExitStatus.WRONG_USAGE,
                "mnist-slice: has inputs of 784 numbers and 10 classes, but the network of " + checkpoint(1)
                        + " takes 2 and knows 3; give data like those of its run, " + data,
                run,
                "--data",
                "mnist-slice");
        csv(rows.toString(), "3,1,1\n");
        assertRefused(ExitStatus.WRONG_USAGE, "has inputs of 2 numbers and 4 classes", run, "--data", data.toString());
        assertRefused(ExitStatus.DATA_UNUSABLE, "was taught with other data than " + data + " now has", run);
        Outcome resumed = InProcess.somata("resume", run.toString());
        assertEquals(ExitStatus.DONE, resumed.status(), "it has ended, and needs no data");
        Files.delete(run.resolve("result.json"));
        resumed = InProcess.somata("resume", run.toString());
        assertEquals(ExitStatus.DATA_UNUSABLE, resumed.status());
        assertTrue(resumed.err().contains("was begun with other data than " + data + " now has"), resumed::err);
    }

    @Test
    void whatCannotBeEvaluatedIsNamed() throws IOException {
        train("--set", "training.epochs=1", "--set", "data.valid=0");
        Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
        assertRefused(
                ExitStatus.WRONG_USAGE,
                file + ": is there already; choose another name, or give --force",
                run,
                "--predictions",
                file.toString());
        assertEquals("mine", Files.readString(file));
        String nowhere = folder.resolve("no/where.csv").toString();
        assertRefused(
                ExitStatus.WRONG_USAGE, "there is no directory " + folder.resolve("no"), run, "--predictions", nowhere);
        assertRefused(ExitStatus.WRONG_USAGE, "is a directory", run, "--predictions", folder.toString());
        String fresh = folder.resolve("new.csv").toString();
        assertRefused(
                ExitStatus.WRONG_USAGE,
                "no examples to predict in the set 'valid'; there are train and test",
                run,
                "--predictions",
                fresh,
                "--split",
                "valid");
        assertTrue(Files.notExists(Path.of(fresh)));
        assertRefused(ExitStatus.WRONG_USAGE, "/there/is/none: there is no such folder", Path.of("/there/is/none"));
        assertRefused(ExitStatus.WRONG_USAGE, "has neither a checkpoint.json nor a config.yaml", folder);
        assertRefused(ExitStatus.WRONG_USAGE, "unknown dataset 'mnits'", run, "--data", "mnits");
        Files.write(checkpoint(1).resolve("layer-02/W.npy"), new byte[100]);
        assertRefused(
                ExitStatus.DATA_UNUSABLE,
                "layer-02/W.npy: is damaged, its SHA-256 is not the one noted",
                checkpoint(1));
        Outcome before = eval(run);
        assertEquals(ExitStatus.DONE, before.status(), before::err);
        assertTrue(before.out().contains("going back to the checkpoint before it"), before::out);
        assertTrue(before.out().contains("epoch-000000 (the newest): epoch 0"), before::out);
        Files.delete(run.resolve("config.yaml"));
        assertRefused(ExitStatus.WRONG_USAGE, "no folder above it has the config.yaml", checkpoint(0));
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
        assertRefused(ExitStatus.WRONG_USAGE, message, folder, options.split(" "));
    }
}
