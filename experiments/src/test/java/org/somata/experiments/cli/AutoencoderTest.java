package org.somata.experiments.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;

/** A run of an auto-encoder as its user meets it: there is a cost and no error wherever figures are shown. */
class AutoencoderTest {
    @TempDir
    private static Path folder;

    private static Evaluations auto;
    private static Outcome outcome;

    @BeforeAll
    static void run() throws IOException {
        auto = new Evaluations(Files.createDirectories(folder.resolve("auto")));
        outcome = run(auto, Small.AUTOENCODER);
    }

    private static Outcome run(Evaluations where, List<String> settings, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                Small.write(where.folder()).toString(),
                "--out",
                where.run().toString()));
        settings.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        arguments.addAll(List.of(options));
        Outcome done = InProcess.somata(arguments);
        assertEquals(ExitStatus.DONE, done.status(), done::err);
        return done;
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(file));
    }

    @Test
    void theRebuiltInputsComeNearerAndNothingIsSaidOfErrors() throws IOException {
        Map<String, String> first = auto.metrics(1);
        Map<String, String> last = auto.metrics(3);
        for (String set : List.of("train", "valid", "test")) {
            assertEquals("", last.get(set + "_error"));
            double before = Double.parseDouble(first.get(set + "_cost"));
            double after = Double.parseDouble(last.get(set + "_cost"));
            assertTrue(after < before, set + ": " + before + " → " + after);
        }
        assertFalse((outcome.out() + Files.readString(auto.run().resolve("run.log"))).contains("error"));
        assertTrue(outcome.out().contains("epoch 3/3  train cost "), outcome::out);
    }

    @Test
    void theEpochOfLowestValidationCostIsSelected() throws IOException {
        JsonNode selected = json(auto.run().resolve("result.json")).get("selected");
        assertEquals(3, selected.get("epoch").asInt());
        assertTrue(selected.get("valid_error").isNull());
        assertEquals(
                auto.metrics(3).get("valid_cost"), selected.get("valid_cost").asText());
    }

    @Test
    void thereIsAPictureOfItsFiltersAndNoneOfErrors() throws IOException {
        var plots = Small.tree(auto.run().resolve("plots")).keySet();
        assertTrue(plots.contains("filters.png"), plots::toString);
        assertFalse(plots.contains("errors.png"), plots::toString);
    }

    @Test
    void itsLayerTellsBothLossesAndTheAngleToBackpropagation() throws IOException {
        List<String> rows = Files.readAllLines(auto.run().resolve("layers.csv"));
        assertEquals(4, rows.size());
        String[] names = rows.get(0).split(",");
        String[] cells = rows.get(3).split(",", -1);
        for (int i = 0; i < names.length; i++) {
            boolean known = Stream.of(
                            "epoch",
                            "layer",
                            "target_loss",
                            "inverse_loss",
                            "update_norm",
                            "weight_norm",
                            "backprop_angle_deg",
                            "staleness_mean",
                            "staleness_max",
                            "updates",
                            "feedback_updates",
                            "missed",
                            "expired",
                            "duplicates",
                            "lost")
                    .anyMatch(names[i]::equals);
            assertEquals(known, !cells[i].isEmpty(), names[i]);
        }
    }

    @Test
    void evalGivesTheCostsOfItsRunAndRefusesPredictions() throws IOException {
        JsonNode sets = auto.json(auto.checkpoint(3)).get("sets");
        for (String set : List.of("train", "valid", "test")) {
            assertEquals(
                    auto.metrics(3).get(set + "_cost"),
                    sets.get(set).get("cost").asText());
            assertTrue(sets.get(set).get("error").isNull());
        }
        Outcome table = auto.eval(auto.run());
        assertTrue(table.out().lines().anyMatch(line -> line.matches("test +60 +[0-9.]+ +-")), table::out);
        auto.assertRefused(
                ExitStatus.WRONG_USAGE,
                "is an auto-encoder, which rebuilds its inputs and predicts no classes; leave --predictions away",
                auto.run(),
                "--predictions",
                folder.resolve("p.csv").toString());
    }

    /** Section 3.4: fine-tuning takes W and b, and has no use for c. */
    @Test
    void aClassifierBeginsWithItsWeights() throws IOException {
        Evaluations tuned = new Evaluations(Files.createDirectories(folder.resolve("tuned")));
        Outcome begun = run(
                tuned,
                List.of(
                        "network.layers=[{units: 12}]",
                        "network.nonlinearity=sigmoid",
                        "learning.rule=backpropagation",
                        "checkpoints.keep=9"),
                "--init",
                auto.checkpoint(3).toString());
        assertTrue(begun.out().contains("began with 2 arrays of " + auto.checkpoint(3)), begun::out);
        for (String array : List.of("W", "b")) {
            Path own = tuned.checkpoint(0).resolve("layer-01/" + array + ".npy");
            assertEquals(-1, Files.mismatch(auto.checkpoint(3).resolve("layer-01/" + array + ".npy"), own));
        }
        JsonNode init = json(tuned.run().resolve("manifest.json")).get("init");
        assertTrue(init.has("layer-01/W.npy") && !init.has("layer-01/c.npy"));
        comparisonsShowWhatEachHas(tuned);
    }

    private static void comparisonsShowWhatEachHas(Evaluations tuned) throws IOException {
        Outcome alone = InProcess.somata("compare", auto.run().toString());
        assertTrue(alone.out().contains("n  epoch  train cost  valid cost  test cost\n"), alone::out);
        Outcome both =
                InProcess.somata("compare", auto.run().toString(), tuned.run().toString());
        assertTrue(both.out().contains("n  epoch  train cost  train error  valid error  test error\n"), both::out);
        Path page = folder.resolve("report.html");
        Outcome report =
                InProcess.somata("report", auto.run().toString(), tuned.run().toString(), "-o", page.toString());
        assertEquals(ExitStatus.DONE, report.status(), report::err);
        String html = Files.readString(page);
        assertTrue(html.contains("Squared reconstruction error, test"));
        assertTrue(html.contains("Reconstruction errors of the completed runs"));
        assertFalse(html.contains("Differences by seed"));
    }
}
