package org.somata.experiments.trials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.WrongFolderException;
import org.somata.experiments.trials.Comparison.Group;
import org.somata.experiments.trials.Comparison.Pairing;

class ComparisonTest {
    @TempDir
    private static Path folder;

    private static Path first;
    private static Path other;

    /** Seeds 1 to 3, and 2 to 4 of another noise. */
    @BeforeAll
    static void run() {
        first = folder.resolve("first");
        other = folder.resolve("other");
        Seeds.begin(first);
        Seeds.begin(other, "seed=2", "learning.noise=0.5", "name=other");
    }

    private static double testError(Path trials, int seed) {
        return RecordedRun.read(trials.resolve("seed-" + seed))
                .result()
                .orElseThrow()
                .atEnd()
                .testError();
    }

    @Test
    void groupsAreLabelledByWhatDiffersAndPairedBySeed() {
        Comparison comparison = Comparison.of(List.of(first, other));
        assertEquals(List.of(), comparison.notes());
        Group a = comparison.groups().get(0);
        Group b = comparison.groups().get(1);
        assertEquals(Map.of("learning.noise", "0.2"), a.settings());
        assertEquals(Map.of("learning.noise", "0.5"), b.settings());
        assertEquals(RecordedTrials.read(first).summary().atEnd(), a.atEnd());
        assertEquals(RecordedTrials.read(other).summary().selected(), b.selected());
        Pairing pairing = comparison.differences().get(0);
        assertEquals(List.of("B", "A", 2), List.of(pairing.group(), pairing.to(), pairing.pairs()));
        double two = testError(other, 2) - testError(first, 2);
        double three = testError(other, 3) - testError(first, 3);
        PairedDifference error = pairing.atEnd().get("test_error");
        assertEquals((two + three) / 2, error.mean(), 1e-12);
        assertEquals(Math.abs(two - three) / 2, error.standardError(), 1e-12);
        assertEquals(2, error.n());
    }

    @Test
    void runsOneByOneOrTheirFolderAreTheSameAsTheirTrials() {
        Comparison whole = Comparison.of(List.of(first));
        assertEquals(whole, Comparison.of(List.of(first.resolve("seed-1"), first.resolve("seed-2"), first)));
        Comparison all = Comparison.of(List.of(folder));
        assertEquals(2, all.groups().size());
        assertEquals(List.of(), whole.differences());
        assertEquals(Map.of(), whole.groups().get(0).settings());
    }

    @Test
    void whatIsNotCompletedIsShownAndDoesNotCount(@TempDir Path own) throws IOException {
        Path trials = own.resolve("trials");
        Seeds.begin(trials, "trials=2");
        Files.delete(trials.resolve("seed-2/result.json"));
        Group group = Comparison.of(List.of(trials)).groups().get(0);
        assertEquals("unfinished", group.runs().get(1).status());
        assertEquals(2, group.runs().get(1).epoch());
        assertEquals(1, group.completed());
        assertEquals(1, group.atEnd().get("test_error").n());
        Files.delete(trials.resolve("seed-2/config.yaml"));
        group = Comparison.of(List.of(trials)).groups().get(0);
        assertEquals("unfinished", group.runs().get(1).status());
        assertEquals(0, group.runs().get(1).epoch());
    }

    @Test
    void theSameSeedTwiceCountsOnce(@TempDir Path own) {
        Path again = own.resolve("again");
        Seeds.begin(again, "trials=1", "seed=2");
        Comparison comparison = Comparison.of(List.of(first, again));
        assertEquals(3, comparison.groups().get(0).completed());
        assertEquals(
                List.of(again + " is left out: it is of the same configuration and seed as " + first + "/seed-2"),
                comparison.notes());
    }

    @Test
    void groupsWithoutACommonSeedHaveNoPairs(@TempDir Path own) {
        Path far = own.resolve("far");
        Seeds.begin(far, "trials=1", "seed=9", "learning.noise=0.5");
        Pairing pairing = Comparison.of(List.of(first, far)).differences().get(0);
        assertEquals(0, pairing.pairs());
        assertEquals(0, pairing.atEnd().get("test_error").n());
    }

    @Test
    void lettersGoOnAfterZ() {
        assertEquals(
                List.of("A", "Z", "AA", "AZ", "BA"),
                List.of(0, 25, 26, 51, 52).stream().map(Grouping::letter).toList());
    }

    @Test
    void aFolderOfNothingIsRefused(@TempDir Path own) {
        WrongFolderException none = assertThrows(WrongFolderException.class, () -> Comparison.of(List.of(first, own)));
        assertTrue(none.getMessage().startsWith(own + ": is no run's directory"), none::getMessage);
    }
}
