package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.NpyHeader;
import org.somata.model.Examples;

class EvalCommandTest {
    @TempDir
    private Path folder;

    private Path run;
    private Evaluations small;

    @BeforeEach
    void name() {
        small = new Evaluations(folder);
        run = small.run();
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
        small.train(("--set training.epochs=2 --set " + options).split(" "));
        for (int epoch : List.of(1, 2)) {
            Map<String, String> expected = small.metrics(epoch);
            JsonNode found = small.json(small.checkpoint(epoch));
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
            JsonNode figures = small.json(
                            small.checkpoint(2), "--predictions", file.toString(), "--split", set, "--force")
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
        small.train();
        Dataset slice = Datasets.load("mnist-slice", line -> {});
        Path file = folder.resolve("p.csv");
        double cost = small.json(run, "--predictions", file.toString(), "--split", "valid")
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
        small.train("--set", "checkpoints.keep=9");
        int selected = new ObjectMapper()
                .readTree(run.resolve("result.json").toFile())
                .get("selected")
                .get("epoch")
                .asInt();
        JsonNode best = small.json(run);
        assertEquals("lowest validation error", best.get("chosen").asText());
        assertEquals(
                small.checkpoint(selected).toString(), best.get("checkpoint").asText());
        Files.delete(small.checkpoint(selected).resolve("checkpoint.json"));
        JsonNode newest = small.json(run);
        assertEquals(
                "the newest; that of epoch " + selected + ", of the lowest validation error, is not kept",
                newest.get("chosen").asText());
        Outcome table = small.eval(small.checkpoint(0));
        assertTrue(
                table.out().startsWith(small.checkpoint(0) + " (as given): epoch 0, step 0, on mnist-slice"),
                table::out);
        assertTrue(
                table.out().matches("(?s).*\ntrain +260 +2\\.\\d+ +\\d+\\.\\d\\d\nvalid +60 .*\ntest +60 .*"),
                table::out);
        assertEquals("", small.eval(run, "--quiet").out());
    }

    @Test
    void otherDataAreEvaluatedWhole() throws IOException {
        small.train("--set", "training.epochs=1");
        JsonNode named = small.json(run, "--data", "mnist-slice");
        assertEquals(4_000, named.get("sets").get("train").get("examples").asInt());
        assertEquals(1_000, named.get("sets").get("test").get("examples").asInt());
        assertEquals(2, named.get("sets").size());
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Dataset slice = Datasets.load("mnist-slice", line -> {});
        write(copy, "train", slice.train(), 10);
        write(copy, "test", slice.test(), 10);
        assertEquals(
                named.get("sets"), small.json(run, "--data", copy.toString()).get("sets"));
        // fewer classes than the network knows
        write(copy, "train", slice.train(), 5);
        write(copy, "test", slice.test(), 3);
        Outcome few = small.eval(run, "--data", copy.toString());
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
}
