package org.somata.experiments.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.config.ConfigReader;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.DataException;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.RunDirectory;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Runs.Outcome;
import org.somata.experiments.runs.Watch;
import org.somata.experiments.runs.WrongFolderException;

class TrialsTest {
    @TempDir
    private Path folder;

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void eachTrialIsTheRunOfItsSeed() throws IOException {
        Path trials = folder.resolve("trials");
        assertTrue(Seeds.begin(trials, "seed=5").completed());
        assertEquals(Seeds.config("seed=5"), ConfigReader.read(trials.resolve("config.yaml"), List.of()));
        Map<String, String> of6 = Small.reproducible(trials.resolve("seed-6"));
        Path alone = folder.resolve("alone");
        new Runs(Engine.loop(), List.of(), Watch.NONE)
                .begin(Small.config(List.of("training.epochs=2", "seed=6")), alone, Optional.empty());
        assertEquals(Small.reproducible(alone), of6);
        assertEquals(
                Files.readString(alone.resolve("config.yaml")), Files.readString(trials.resolve("seed-6/config.yaml")));
        assertEquals(6, json(trials.resolve("seed-6/manifest.json")).get("seed").asLong());
        assertTrue(Files.exists(trials.resolve("seed-7/result.json")));
        assertTrue(Files.notExists(trials.resolve("seed-8")));
        assertTrue(Files.notExists(trials.resolve("status.json")));
    }

    @Test
    void theSummaryIsOfEveryFigure() throws IOException {
        Path trials = folder.resolve("trials");
        Seeds.begin(trials);
        RecordedTrials recorded = RecordedTrials.read(trials);
        assertEquals(3, recorded.runs().size());
        List<Double> errors = recorded.runs().stream()
                .map(run -> run.result().orElseThrow().atEnd().testError())
                .toList();
        Statistics expected = Statistics.of(errors);
        JsonNode summary = json(trials.resolve("summary.json"));
        JsonNode error = summary.get("final").get("test_error");
        assertEquals(expected.mean(), error.get("mean").asDouble());
        assertEquals(expected.deviation(), error.get("std").asDouble());
        assertEquals(3, error.get("n").asInt());
        assertEquals(7, summary.get("selected").size());
        assertEquals(3, summary.get("statuses").get("completed").asInt());
        assertEquals("completed", summary.get("trials").get(2).get("status").asText());
        List<String> rows = Files.readAllLines(trials.resolve("summary.csv"));
        assertEquals(3, rows.size());
        assertTrue(rows.get(0).startsWith("epoch,train_cost_mean,train_cost_std,train_cost_n,train_error_mean,"));
        assertEquals(1 + 3 * 7, rows.get(2).split(",", -1).length);
        double cost = recorded.runs().stream()
                        .mapToDouble(run -> run.epochs().get(1).trainCost())
                        .sum()
                / 3;
        assertTrue(rows.get(2).startsWith("2," + cost + ","), rows.get(2));
    }

    @Test
    void trialsStoppedAnywhereGoOnAsIfTheyHadNotBeen() throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Seeds.begin(undisturbed);
        Path disturbed = folder.resolve("disturbed");
        Outcome outcome = Seeds.watched(new StopAfter(10)).begin(Seeds.config(), disturbed, Optional.empty());
        assertEquals("interrupted", outcome.status());
        assertEquals("trial 1 of 3, seed 1: stopped on request at step 9", outcome.reason());
        outcome = Seeds.watched(new StopAfter(6)).resume(disturbed);
        assertEquals("trial 2 of 3, seed 2: stopped on request before it", outcome.reason());
        outcome = Seeds.watched(new StopAfter(5)).resume(disturbed);
        assertEquals("interrupted", outcome.status());
        assertTrue(outcome.reason().startsWith("trial 2 of 3, seed 2: stopped"), outcome::reason);
        assertEquals(
                Map.of("completed", 1, "interrupted", 1, "unfinished", 1),
                RecordedTrials.read(disturbed).summary().statuses());
        assertTrue(Seeds.watched(Watch.NONE).resume(disturbed).completed());
        Seeds.assertSame(undisturbed, disturbed);
        Map<String, String> before = Small.tree(disturbed);
        assertTrue(Seeds.watched(Watch.NONE).resume(disturbed).completed());
        assertEquals(before, Small.tree(disturbed));
    }

    private record StopAfter(int[] left) implements Watch {
        StopAfter(int presentations) {
            this(new int[] {presentations});
        }

        @Override
        public boolean stopRequested() {
            return left[0]-- <= 0;
        }
    }

    /** Killed before its configuration was written, or before its first checkpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "manifest.json config.yaml"})
    void whatAKillLeftOfATrialIsMadeWhole(String left) throws IOException {
        Path undisturbed = folder.resolve("undisturbed");
        Seeds.begin(undisturbed);
        Path killed = folder.resolve("killed");
        Seeds.begin(killed);
        keepOnly(killed.resolve("seed-3"), List.of(left.split(" ")));
        Files.delete(killed.resolve("summary.json"));
        assertTrue(Seeds.watched(Watch.NONE).resume(killed).completed());
        Seeds.assertSame(undisturbed, killed);
    }

    private static void keepOnly(Path run, List<String> names) throws IOException {
        try (Stream<Path> all = Files.walk(run)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(run) && !names.contains(run.relativize(each).toString())) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Trials all diverge of a rate that is too high; those after it are run all the same. */
    @Test
    void trialsThatDivergeAreToldAndTheOthersGoOn() throws IOException {
        Path trials = folder.resolve("trials");
        Outcome outcome = Seeds.begin(trials, "learning.forward={optimiser: sgd, rate: 1e30}");
        assertEquals("diverged", outcome.status());
        assertEquals(
                "3 of 3 trials did not complete (seed 1 diverged, seed 2 diverged, seed 3 diverged)", outcome.reason());
        JsonNode summary = json(trials.resolve("summary.json"));
        assertTrue(summary.get("trials").get(1).get("reason").asText().startsWith("diverged in layer"));
        assertEquals(0, summary.get("final").size());
        assertEquals(1, Files.readAllLines(trials.resolve("summary.csv")).size());
        Map<String, String> before = Small.tree(trials);
        assertEquals(outcome, Seeds.watched(Watch.NONE).resume(trials));
        assertEquals(before, Small.tree(trials));
    }

    @Test
    void theFiguresAreThoseOfTheTrialsThatAreCompleted() throws IOException {
        Path trials = folder.resolve("trials");
        Seeds.begin(trials);
        Path result = trials.resolve("seed-2/result.json");
        Files.writeString(result, Files.readString(result).replace("\"completed\"", "\"diverged\""));
        Outcome outcome = Seeds.watched(Watch.NONE).resume(trials);
        assertEquals("1 of 3 trials did not complete (seed 2 diverged)", outcome.reason());
        JsonNode summary = json(trials.resolve("summary.json"));
        assertEquals(2, summary.get("final").get("test_error").get("n").asInt());
        assertEquals("diverged", summary.get("trials").get(1).get("status").asText());
        assertTrue(Files.readAllLines(trials.resolve("summary.csv")).get(1).matches("1,[^,]*,[^,]*,2,.*"));
    }

    @Test
    void everyTrialBeginsWithTheArraysThatAreGivenOnResumingToo() throws IOException {
        Path donor = folder.resolve("donor");
        new Runs(Engine.loop(), List.of(), Watch.NONE)
                .begin(Small.config(List.of("training.epochs=1", "seed=9")), donor, Optional.empty());
        Path init = donor.resolve("checkpoints/epoch-000001");
        Path trials = folder.resolve("trials");
        Seeds.watched(new StopAfter(16)).begin(Seeds.config("checkpoints.keep=9"), trials, Optional.of(init));
        Files.delete(trials.resolve("seed-2/result.json"));
        assertTrue(Seeds.watched(Watch.NONE).resume(trials).completed());
        for (int seed = 1; seed <= 3; seed++) {
            Path first = trials.resolve("seed-" + seed + "/checkpoints/epoch-000000/layer-01/W.npy");
            assertEquals(-1, Files.mismatch(init.resolve("layer-01/W.npy"), first));
        }
        Map<String, String> files = Seeds.reproducible(trials);
        assertNotEquals(files.get("seed-1/metrics.csv"), files.get("seed-2/metrics.csv"));
    }

    @Test
    void arraysThatHaveChangedSinceAreRefused() throws IOException {
        Path donor = folder.resolve("donor");
        new Runs(Engine.loop(), List.of(), Watch.NONE)
                .begin(Small.config(List.of("training.epochs=1", "seed=9")), donor, Optional.empty());
        Path init = donor.resolve("checkpoints/epoch-000001");
        Path trials = folder.resolve("trials");
        Seeds.watched(new StopAfter(9)).begin(Seeds.config(), trials, Optional.of(init));
        Files.copy(
                donor.resolve("checkpoints/epoch-000000/layer-01/W.npy"),
                init.resolve("layer-01/W.npy"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        DataException changed = assertThrows(
                DataException.class, () -> Seeds.watched(Watch.NONE).resume(trials));
        assertTrue(changed.getMessage().contains("has changed since the run was begun with it"), changed::getMessage);
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Path trials = folder.resolve("trials");
        Seeds.begin(trials);
        assertThrows(RunDirectory.ExistsException.class, () -> Seeds.begin(trials));
        WrongFolderException single =
                assertThrows(WrongFolderException.class, () -> RecordedTrials.read(trials.resolve("seed-1")));
        assertTrue(single.getMessage().contains("is a single run"), single::getMessage);
        WrongFolderException several = assertThrows(WrongFolderException.class, () -> RecordedRun.read(trials));
        assertTrue(several.getMessage().contains("has 3 trials"), several::getMessage);
        Path other = trials.resolve("seed-2/config.yaml");
        Files.writeString(other, Files.readString(other).replace("noise: 0.2", "noise: 0.25"));
        WrongFolderException foreign = assertThrows(
                WrongFolderException.class, () -> Seeds.watched(Watch.NONE).resume(trials));
        assertTrue(foreign.getMessage().contains("seed-2: is no trial of "), foreign::getMessage);
    }

    @Test
    void aSingleTrialIsAnOrdinaryRun() {
        Path run = folder.resolve("run");
        assertTrue(Seeds.begin(run, "trials=1").completed());
        assertEquals(2, RecordedRun.read(run).epochs().size());
        assertTrue(Seeds.watched(Watch.NONE).resume(run).completed());
    }
}
