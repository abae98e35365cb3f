package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;

class ReportTest {
    private static final String DTP = "paper/3.1-mnist-tanh-dtp.yaml";

    @TempDir
    private Path folder;

    private Path run(String name, String status, int epochs, String... overrides) {
        return Synthetic.run(folder.resolve(name), Synthetic.config(DTP, overrides), status, epochs);
    }

    private static String html(Path... folders) {
        return Report.of(List.of(folders)).html(OffsetDateTime.parse("2026-11-24T12:00:00Z"));
    }

    /** What a reader reads, without tags. */
    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    private static Gathered gathered(Path... folders) {
        return Gathered.of(Sources.read(List.of(folders)).runs());
    }

    @Test
    void runsOfOneConfigurationAreOneGroup() {
        run("a", Result.COMPLETED, 3, "seed=2");
        run("b", Result.COMPLETED, 3, "seed=1");
        run("c", Result.COMPLETED, 3, "seed=5");
        run("d", Result.COMPLETED, 3, "learning.noise=0.1");
        List<Group> groups = gathered(folder).groups();
        assertEquals(List.of("1, 2, 5", "1"), groups.stream().map(Group::seeds).toList());
        assertEquals(List.of("A", "B"), groups.stream().map(Group::letter).toList());
        assertEquals(
                List.of("3.1-mnist-tanh-dtp, noise 0.359829566008", "3.1-mnist-tanh-dtp, noise 0.1"),
                groups.stream().map(Group::name).toList());
    }

    @Test
    void theSameSeedAgainIsNoFurtherTrial() {
        Path first = run("a", Result.COMPLETED, 3);
        Path again = run("b", Result.COMPLETED, 3);
        Gathered both = gathered(first, again);
        assertEquals(
                List.of(first), both.runs().stream().map(RecordedRun::folder).toList());
        assertTrue(text(html(first, again))
                .contains(again + " is left out: it is of the same configuration and seed as " + first));
        // one folder under two names is nothing to speak of
        assertEquals(List.of(), gathered(first, folder.resolve("b/../a")).notes());
    }

    @Test
    void ofTwoRunsOfASeedTheCompletedOneCounts() {
        Path cut = run("a", Result.INTERRUPTED, 2);
        Path whole = run("b", Result.COMPLETED, 3);
        assertEquals(
                List.of(whole),
                gathered(cut, whole).runs().stream().map(RecordedRun::folder).toList());
    }

    @Test
    void meansStandBesideThePapers() {
        ExperimentConfig config = Synthetic.config(DTP, "trials=4", "training.epochs=5");
        String page = text(html(Synthetic.trials(folder.resolve("trials"), config)));
        assertTrue(
                page.matches(
                        ".*A 3.1-mnist-tanh-dtp 4 1\\.9\\d ± 0\\.0\\d .* 9.60 ± 0.00 × 10 −5 .* 1.94 4.022 × 10 −6 .*"),
                page);
        assertTrue(page.contains("A: section 3.1, mean of 10 trials"));
    }

    @Test
    void differencesArePairedBySeed() {
        for (int seed = 1; seed <= 3; seed++) {
            run("a" + seed, Result.COMPLETED, 3, "seed=" + seed);
            Synthetic.run(
                    folder.resolve("b" + seed),
                    Synthetic.config("paper/3.1-mnist-tanh-bp.yaml", "seed=" + (seed + 1)),
                    Result.COMPLETED,
                    3);
        }
        String page = text(html(folder));
        assertTrue(page.matches(".*B − A 2 [+−]?0\\.0\\d\\d ± 0\\.0\\d\\d .*"), page);
    }

    @Test
    void whatWasNotCompletedIsShownAsSuchAndCountsNothing() {
        run("a", Result.COMPLETED, 20, "training.epochs=20", "seed=1");
        run("b", Result.DIVERGED, 7, "training.epochs=20", "seed=2");
        run("c", Result.FAILED, 4, "training.epochs=20", "seed=3");
        run("d", "", 11, "training.epochs=20", "seed=4");
        String page = text(html(folder));
        assertTrue(page.contains("3 of 4 runs were not completed."), page);
        assertTrue(page.contains("seed 2: diverged after 7 of 20 epochs – the training cost of epoch 7 is no number"));
        assertTrue(page.contains("seed 3: failed after 4 of 20 epochs"));
        assertTrue(page.contains("seed 4: unfinished after 11 of 20 epochs"));
        assertTrue(page.contains("1 of 4 completed"));
    }

    @Test
    void aRunThatHasJustBegunIsAPageToo() {
        String page = text(html(run("a", "", 0)));
        assertTrue(page.contains("No run has been completed, so there are no figures yet"), page);
        assertTrue(page.contains("Nothing has been evaluated yet."));
        assertFalse(page.contains("Messages, bits and time"));
        assertFalse(page.contains("NaN"));
    }

    @Test
    void trialsThatHaveNotBegunAreNamed() throws Exception {
        Path trials = Synthetic.trials(folder.resolve("t"), Synthetic.config(DTP, "trials=3", "training.epochs=2"));
        Files.move(trials.resolve("seed-3"), folder.resolve("aside"));
        assertTrue(text(html(trials)).contains(trials + ": 1 of 3 trials have not begun"));
    }

    @Test
    void aRunThatStoppedEarlyIsCompleteAndSaidToBeShort() {
        String page = text(html(run("a", Result.COMPLETED, 12)));
        assertTrue(page.contains("1 completed, stopped early 12"), page);
        assertTrue(page.contains("Where some runs stopped early"));
        assertFalse(page.contains("not completed"));
    }

    @Test
    void aFlatFigureIsSaidInWords() {
        String page = text(html(run("a", Result.COMPLETED, 3)));
        assertTrue(page.contains("The same throughout: staleness 0."), page);
    }

    @Test
    void aLongListOfDifferencesComesAfterTheResults() {
        Path many = run(
                "many",
                Result.COMPLETED,
                3,
                "training.batch=50",
                "data.train=40000",
                "data.shuffle=false",
                "learning.noise=0.1",
                "learning.target-step=0.1",
                "learning.input-noise=0.1",
                "learning.feedback-every=2",
                "learning.feedback.rate=0.1",
                "evaluation.probe=50");
        String page = html(run("a", Result.COMPLETED, 3), many);
        assertTrue(page.indexOf("<h2>Settings that differ") > page.indexOf("<h2>Curves"));
        String small = html(run("b", Result.COMPLETED, 3, "learning.noise=0.2"), folder.resolve("a"));
        assertFalse(small.contains("<h2>Settings that differ"));
        assertTrue(small.indexOf("<code>learning.<wbr>noise") < small.indexOf("<h2>Results"));
    }

    @Test
    void everySettingIsSomewhere() {
        Path bp = Synthetic.run(
                folder.resolve("bp"), Synthetic.config("paper/3.1-mnist-tanh-bp.yaml"), Result.COMPLETED, 3);
        String page = text(html(run("a", Result.COMPLETED, 3), bp));
        assertTrue(page.contains("Further settings of A"), page);
        assertTrue(page.contains("learning.target-step 0.327736332653"));
        assertFalse(page.contains("Further settings of B"));
        assertTrue(page.contains("Settings common to all"));
        assertTrue(text(html(bp)).contains("All settings"));
    }
}
