package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.tensorboard.EventReader;

class CurvesTest {
    @TempDir
    private Path folder;

    /** What the tables say, by tag and epoch. */
    private static Map<String, SortedMap<Long, Float>> tables(RecordedRun run) {
        Map<String, SortedMap<Long, Float>> scalars = new TreeMap<>();
        for (EpochFigures row : run.epochs()) {
            put(scalars, row.epoch(), "train/cost", row.trainCost());
            put(scalars, row.epoch(), "train/error", row.trainError());
            put(scalars, row.epoch(), "valid/cost", row.validCost());
            put(scalars, row.epoch(), "valid/error", row.validError());
            put(scalars, row.epoch(), "test/cost", row.testCost());
            put(scalars, row.epoch(), "test/error", row.testError());
            put(scalars, row.epoch(), "presented/cost", row.presentedCost());
        }
        for (LayerFigures row : run.layers()) {
            String layer = "layer-" + row.layer();
            put(scalars, row.epoch(), layer + "/target_loss", row.targetLoss());
            put(scalars, row.epoch(), layer + "/inverse_loss", row.inverseLoss());
            put(scalars, row.epoch(), layer + "/update_norm", row.updateNorm());
            put(scalars, row.epoch(), layer + "/weight_norm", row.weightNorm());
            put(scalars, row.epoch(), layer + "/feedback_norm", row.feedbackNorm());
            put(scalars, row.epoch(), layer + "/backprop_angle", row.backpropAngleDeg());
            put(scalars, row.epoch(), layer + "/eq4_share", row.eq4Share());
            put(scalars, row.epoch(), layer + "/eq7_share", row.eq7Share());
            put(scalars, row.epoch(), layer + "/eq25_share", row.eq25Share());
            put(scalars, row.epoch(), layer + "/unchanged_share", row.unchangedShare());
            Timeliness late = row.timeliness();
            put(scalars, row.epoch(), layer + "/staleness_mean", late.stalenessMean());
            put(scalars, row.epoch(), layer + "/staleness_max", late.stalenessMax());
            put(scalars, row.epoch(), layer + "/feedback_staleness_mean", late.feedbackStalenessMean());
            put(scalars, row.epoch(), layer + "/age_mean_ns", late.ageMeanNs());
            put(scalars, row.epoch(), layer + "/updates", late.updates());
            put(scalars, row.epoch(), layer + "/feedback_updates", late.feedbackUpdates());
            put(scalars, row.epoch(), layer + "/missed", late.missed());
            put(scalars, row.epoch(), layer + "/expired", late.expired());
            put(scalars, row.epoch(), layer + "/duplicates", late.duplicates());
            put(scalars, row.epoch(), layer + "/lost", late.lost());
            put(scalars, row.epoch(), layer + "/feedback_staleness_max", late.feedbackStalenessMax());
        }
        return scalars;
    }

    private static void put(Map<String, SortedMap<Long, Float>> scalars, long epoch, String tag, double number) {
        if (!Double.isNaN(number)) {
            scalars.computeIfAbsent(tag, absent -> new TreeMap<>()).put(epoch, (float) number);
        }
    }

    private static void assertShowsTheTables(Path run) {
        assertEquals(tables(RecordedRun.read(run)), EventReader.scalars(run.resolve("tb")));
    }

    @Test
    void tensorBoardShowsWhatTheTablesSay() {
        Path run = Trial.in(folder, "evaluation.every=2").completed("run", Engine.loop());
        assertShowsTheTables(run);
        Map<String, SortedMap<Long, Float>> shown = EventReader.scalars(run.resolve("tb"));
        // the last epoch is evaluated in any case
        assertEquals(Set.of(2L, 3L), shown.get("valid/error").keySet());
        assertEquals(Set.of(1L, 2L, 3L), shown.get("presented/cost").keySet());
        assertEquals(Set.of(2L, 3L), shown.get("layer-3/backprop_angle").keySet());
        assertTrue(shown.containsKey("layer-2/inverse_loss"));
    }

    @Test
    void everyEpochIsThereAsSoonAsItIsOver() {
        Set<Integer> looks = new HashSet<>();
        Watch onlooker = new Watch() {
            @Override
            public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
                assertShowsTheTables(folder.resolve("run"));
                looks.add(epoch);
            }
        };
        Trial.in(folder).run("run", Engine.loop(), onlooker);
        assertEquals(Set.of(1, 2, 3), looks);
    }

    @Test
    void epochsAfterTheCheckpointThatARunGoesBackToShowOnce() throws IOException {
        Trial trial = Trial.in(folder);
        Path run = trial.completed("run", Engine.loop());
        Durable.deleteFolder(run.resolve("checkpoints/epoch-000003"));
        Path first = Durable.list(run.resolve("tb")).get(0);
        byte[] bytes = Files.readAllBytes(first);
        // as after a kill in the middle of a write
        Files.write(first, Arrays.copyOf(bytes, bytes.length - 7));
        assertEquals(
                Result.COMPLETED, trial.resume("run", Engine.loop(), Watch.NONE).status());
        assertEquals(2, Durable.list(run.resolve("tb")).size());
        assertShowsTheTables(run);
    }

    @Test
    void aRunThatCannotWriteThemFailsAsWithAnyTable() {
        Watch vandal = new Watch() {
            @Override
            public void epoch(int epoch, double cost, double train, double valid, double test, double wallS) {
                Durable.deleteFolder(folder.resolve("run/tb"));
            }
        };
        RunException failure =
                assertThrows(RunException.class, () -> Trial.in(folder).run("run", Engine.loop(), vandal));
        assertTrue(
                failure.getMessage().startsWith(folder.resolve("run/tb") + ": cannot be written"), failure::getMessage);
        assertEquals(List.of(1, 2), epochs());
    }

    private List<Integer> epochs() {
        return RecordedRun.read(folder.resolve("run")).epochs().stream()
                .map(EpochFigures::epoch)
                .toList();
    }
}
