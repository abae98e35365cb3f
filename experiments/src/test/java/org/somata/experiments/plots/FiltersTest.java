package org.somata.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.data.ImageShape;
import org.somata.experiments.runs.RecordedArray;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Watch;

class FiltersTest {
    @TempDir
    private Path folder;

    private static RecordedArray weights(int units, int features, float... values) {
        return new RecordedArray(1, new int[] {units, features}, values);
    }

    /** The sample of a pixel of a filter, by the filter's place in the grid; tiles of 28 × 28 pixels a weight. */
    private static int[] sample(BufferedImage picture, int tileX, int tileY, int x, int y) {
        int left = 2 + tileX * (2 * 28 + 2) + x * 28;
        int top = 2 + tileY * (2 * 28 + 2) + y * 28;
        int[] first = picture.getRaster().getPixel(left, top, (int[]) null);
        assertArrayEquals(first, picture.getRaster().getPixel(left + 27, top + 27, (int[]) null));
        return first;
    }

    @Test
    void eachFilterIsAnImageOfItsOwnScale() {
        BufferedImage picture = Filters.picture(
                weights(3, 4, -2, 0, 1, 2, 0.1f, 0, 0, 0, Float.NaN, 0, 0, -3), new ImageShape(2, 2, 1));
        assertEquals(2 + 2 * 58, picture.getWidth());
        assertEquals(2 + 2 * 58, picture.getHeight());
        assertArrayEquals(new int[] {0}, sample(picture, 0, 0, 0, 0));
        assertArrayEquals(new int[] {128}, sample(picture, 0, 0, 1, 0));
        assertArrayEquals(new int[] {191}, sample(picture, 0, 0, 0, 1));
        assertArrayEquals(new int[] {255}, sample(picture, 0, 0, 1, 1));
        assertArrayEquals(new int[] {255}, sample(picture, 1, 0, 0, 0));
        assertArrayEquals(new int[] {128}, sample(picture, 0, 1, 0, 0));
        assertArrayEquals(new int[] {0}, sample(picture, 0, 1, 1, 1));
        // no fourth filter, and white between them
        assertArrayEquals(new int[] {255}, sample(picture, 1, 1, 0, 0));
        assertEquals(255, picture.getRaster().getSample(1, 1, 0));
    }

    @Test
    void coloursLieChannelByChannel() {
        BufferedImage picture = Filters.picture(
                weights(1, 12, 1, 0, 0, 0, /* green */ -1, 0, 0, 0, /* blue */ 0, 0, 0, 1), new ImageShape(2, 2, 3));
        assertArrayEquals(new int[] {255, 0, 128}, sample(picture, 0, 0, 0, 0));
        assertArrayEquals(new int[] {128, 128, 255}, sample(picture, 0, 0, 1, 1));
    }

    @Test
    void layersOfManyUnitsShowTheFirst() {
        BufferedImage picture = Filters.picture(weights(1000, 4, new float[4000]), new ImageShape(2, 2, 1));
        assertEquals(2 + 16 * 58, picture.getWidth());
        assertEquals(2 + 16 * 58, picture.getHeight());
    }

    @Test
    void theNewestCheckpointOfARunIsDrawnAndAlwaysTheSame() throws IOException {
        Path run = new Runs(Engine.loop(), List.of("run"), Watch.NONE)
                .begin(Small.config(List.of("training.epochs=1")), folder.resolve("run"), Optional.empty())
                .folder();
        byte[] png = Filters.of(RecordedRun.read(run)).orElseThrow();
        assertArrayEquals(png, Filters.of(RecordedRun.read(run)).orElseThrow());
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
        // 12 units, four a row
        assertEquals(2 + 4 * 58, picture.getWidth());
        assertEquals(2 + 3 * 58, picture.getHeight());
        RecordedArray first = RecordedRun.read(run).newest(1, "W").orElseThrow();
        assertEquals(List.of(1, 12, 784), List.of(first.epoch(), first.rows(), first.columns()));
        assertTrue(RecordedRun.read(run).newest(1, "V").isEmpty());
    }
}
