package org.somata.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Watch;

class PlotsTest {
    private static final Set<String> OF_EPOCHS_AND_LAYERS =
            Set.of("cost.png", "errors.png", "target-loss.png", "inverse-loss.png", "backprop-angle.png");

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private Path run(String name, String... overrides) {
        return new Runs(Engine.loop(), List.of("run"), Watch.NONE)
                .begin(Small.config(List.of(overrides)), folder.resolve(name), Optional.empty())
                .folder();
    }

    private static void assumeLetters() {
        assumeTrue(Letters.fault().isEmpty(), () -> "skipped: " + Letters.fault());
    }

    @Test
    void aRunHasItsChartsAndFiltersAndTheyAreAlwaysTheSame() throws IOException {
        assumeLetters();
        Path run = run("run");
        RunPlots.write(run, notes::add);
        Map<String, String> first = Small.tree(run.resolve("plots"));
        assertEquals(6, first.size());
        assertTrue(first.keySet().containsAll(OF_EPOCHS_AND_LAYERS) && first.containsKey("filters.png"));
        RunPlots.write(run, notes::add);
        assertEquals(first, Small.tree(run.resolve("plots")));
        assertEquals(List.of(), notes);
        assertDrawn(
                run.resolve("plots/cost.png"), Palette.TRAIN.getRGB(), Palette.VALID.getRGB(), Palette.TEST.getRGB());
        assertDrawn(
                run.resolve("plots/target-loss.png"),
                Palette.layer(1, 4).getRGB(),
                Palette.layer(2, 4).getRGB(),
                Palette.layer(3, 4).getRGB());
    }

    @Test
    void trialsHaveTheirMeansInTheFolderAbove() throws IOException {
        assumeLetters();
        List<RecordedRun> trials = List.of(
                RecordedRun.read(run("seed-1", "training.epochs=2")),
                RecordedRun.read(run("seed-2", "training.epochs=2", "seed=2")));
        TrialsPlots.write(folder, trials, notes::add);
        assertEquals(OF_EPOCHS_AND_LAYERS, Small.tree(folder.resolve("plots")).keySet());
        assertEquals(List.of(), notes);
        assertDrawn(folder.resolve("plots/errors.png"), Palette.TRAIN.getRGB(), Palette.VALID.getRGB());
    }

    @Test
    void whatWasNotMeasuredHasNoPicture() throws IOException {
        assumeLetters();
        Path run = run("bp", "learning.rule=backpropagation", "data.valid=0", "training.epochs=1");
        Files.createDirectories(run.resolve("plots"));
        Files.createFile(run.resolve("plots/inverse-loss.png"));
        RunPlots.write(run, notes::add);
        assertFalse(Files.exists(run.resolve("plots/inverse-loss.png")));
        assertTrue(Files.size(run.resolve("plots/errors.png")) > 0);
        Path none = run("none", "training.epochs=0");
        RunPlots.write(none, notes::add);
        assertEquals(Set.of("filters.png"), Small.tree(none.resolve("plots")).keySet());
        assertEquals(List.of(), notes);
    }

    @Test
    void wherePicturesCannotBeWrittenThereIsANote() throws IOException {
        Path run = run("run", "training.epochs=1");
        Files.createFile(run.resolve("plots"));
        RunPlots.write(run, notes::add);
        RunPlots.write(folder.resolve("nowhere"), notes::add);
        assertEquals(2, notes.size());
        assertTrue(notes.get(0).startsWith(run.resolve("plots") + ": cannot be written"), () -> notes.get(0));
        assertTrue(notes.get(1).contains("there is no such folder"), () -> notes.get(1));
    }

    private static void assertDrawn(Path png, int... colours) throws IOException {
        BufferedImage picture = ImageIO.read(png.toFile());
        assertEquals(1800, picture.getWidth());
        assertEquals(1080, picture.getHeight());
        for (int colour : colours) {
            int found = 0;
            for (int x = 0; x < 1400; x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    found += picture.getRGB(x, y) == colour ? 1 : 0;
                }
            }
            assertTrue(found > 100, () -> png + " has no curve of colour " + Integer.toHexString(colour));
        }
    }
}
