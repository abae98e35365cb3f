package org.somata.experiments.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.plots.Diagram.Line;
import org.somata.experiments.plots.Diagram.Point;
import org.somata.experiments.plots.Diagram.Scale;

class DiagramTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void fontsAreThere() {
        assumeTrue(Letters.fault().isEmpty(), "skipped: Java has no fonts here");
    }

    private static Diagram powerLaw(List<Line> more) {
        List<Line> lines = new ArrayList<>(List.of(
                Line.measured("falls", List.of(new Point(1e-6, 1e-7), new Point(1e-3, 1e-4), new Point(1, 0.1))),
                Line.control("stays", List.of(new Point(1e-6, 0.5), new Point(1, 0.4))),
                Line.level("bound", 1e-3, 1e-6, 1)));
        lines.addAll(more);
        return new Diagram("A power law", Scale.logarithmic("step"), Scale.logarithmic("distance"), lines);
    }

    @Test
    void theSameDiagramIsTheSamePicture() throws IOException {
        List<String> notes = new ArrayList<>();
        powerLaw(List.of()).write(folder, "one", notes::add);
        powerLaw(List.of()).write(folder, "two", notes::add);
        assertEquals(List.of(), notes);
        assertArrayEquals(Files.readAllBytes(folder.resolve("one.png")), Files.readAllBytes(folder.resolve("two.png")));
        BufferedImage picture = ImageIO.read(folder.resolve("one.png").toFile());
        assertEquals(1800, picture.getWidth());
    }

    /** A logarithmic axis has no place for 0, nor any axis for what is no number. */
    @Test
    void whatCannotBeShownIsLeftOut() {
        Line none = Line.measured("none", List.of(new Point(1, 0), new Point(0, 1), new Point(1, Double.NaN)));
        Diagram without = new Diagram("Nothing", Scale.logarithmic("x"), Scale.logarithmic("y"), List.of(none));
        List<String> notes = new ArrayList<>();
        without.write(folder, "none", notes::add);
        assertFalse(Files.exists(folder.resolve("none.png")));
        powerLaw(List.of(none)).write(folder, "some", notes::add);
        assertTrue(Files.exists(folder.resolve("some.png")));
        assertEquals(List.of(), notes);
    }

    @Test
    void aLevelLineAloneHasAPicture() {
        Diagram flat = new Diagram("Flat", Scale.linear("x"), Scale.linear("y"), List.of(Line.level("flat", 2, 0, 1)));
        List<String> notes = new ArrayList<>();
        flat.write(folder, "flat", notes::add);
        assertEquals(List.of(), notes);
        assertTrue(Files.exists(folder.resolve("flat.png")));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoted() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        List<String> notes = new ArrayList<>();
        powerLaw(List.of()).write(file, "one", notes::add);
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).contains("cannot be written"), notes.get(0));
    }
}
