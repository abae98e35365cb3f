package org.somata.experiments.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.Result;

/** The table of lateness, of runs of a network of three layers. */
class LatenessTest {
    private static final String COLUMNS = "epoch,layer,target_loss,inverse_loss,update_norm,weight_norm,feedback_norm,"
            + "backprop_angle_deg,eq4_share,eq7_share,eq25_share,unchanged_share,staleness_mean,staleness_max,"
            + "feedback_staleness_mean,age_mean_ns,updates,feedback_updates,missed,expired,duplicates,lost,"
            + "feedback_staleness_max\n";

    @TempDir
    private Path folder;

    private Path run(String name, String rows, String... overrides) {
        ExperimentConfig config = Synthetic.config("paper/3.1-mnist-tanh-dtp.yaml", overrides);
        Path run = Synthetic.run(folder.resolve(name), config, Result.COMPLETED, 2);
        Synthetic.write(run, "layers.csv", COLUMNS + rows);
        return run;
    }

    private Path late(String name, String rows, String... overrides) {
        return run(
                name,
                rows,
                Stream.concat(Stream.of("schedule.kind=asynchronous"), Stream.of(overrides))
                        .toArray(String[]::new));
    }

    private static String row(int epoch, int layer, String late) {
        return epoch + "," + layer + ",,,,,,,,,,," + late + "\n";
    }

    private static String text(Path... runs) {
        return Report.of(List.of(runs))
                .html(OffsetDateTime.parse("2026-11-24T12:00:00Z"))
                .replaceAll("(?s)<style>.*?</style>|<script>.*?</script>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    @Test
    void meansAreOverUpdatesAndTheGreatestOverEpochs() {
        String rows = row(1, 1, "2,5,,4000000,10,0,1,2,3,4,")
                + row(1, 2, "1,1,0.5,1000000,10,20,0,0,0,0,3")
                + row(2, 1, "1,3,,1000000,30,0,0,0,1,0,")
                + row(2, 2, ",,,,0,0,0,7,0,0,");
        String page = text(late("a", rows));
        // 1: (2·10 + 1·30) / 40 = 1.25, (4·10 + 1·30) / 40 = 1.75 ms
        assertTrue(page.contains(" 1 1.25 5 – – 1.75 40 0 1 2 4 4 2 1.00 1 0.50 3 1.00 10 20 0 7 0 0 "), page);
        assertTrue(page.contains("Learning without a clock"), page);
    }

    @Test
    void countsAreMeansOverRuns() {
        Path one = late("a", row(1, 1, "1,2,,1000000,10,0,1,2,3,4,"), "seed=1");
        Path other = late("b", row(1, 1, "2,4,,3000000,30,0,3,2,3,5,"), "seed=2");
        assertTrue(text(one, other).contains(" 1 1.75 4 – – 2.50 20 0 2 2 3 4.5 "), () -> text(one, other));
    }

    @Test
    void whatWasLostAndDroppedStandsBesideTheMessages() {
        Path late = late("a", row(1, 1, "1,2,,1000000,10,0,1,2,3,4,") + row(1, 2, "1,2,,1000000,10,0,1,2,3,4,"));
        Path lockstep = run("b", row(1, 1, "0,0,,,10,0,0,0,0,0,"));
        String page = text(late, lockstep);
        assertTrue(page.matches(".* evaluation lost dropped .* 8 10 .* – – .*"), page);
        assertEquals(1, page.split("Lateness of the layers of", -1).length - 1, page);
    }

    @Test
    void inLockstepThereIsNothingOfIt() {
        String page = text(run("a", row(1, 1, "0,0,,,10,0,0,0,0,0,")));
        assertFalse(page.contains("Learning without a clock"), page);
        assertFalse(page.contains("dropped"), page);
    }
}
