package org.somata.experiments.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.assembly.Engine;

class RecordedRunTest {
    @TempDir
    Path temporary;

    @Test
    void whatARunWroteIsReadBack() {
        Path folder = Trial.in(temporary, "training.epochs=2").completed("run", Engine.loop());
        RecordedRun read = RecordedRun.read(folder);
        int depth = read.config().network().hidden().size() + 1;
        assertEquals("small", read.manifest().name());
        assertEquals(
                IntStream.rangeClosed(1, 2).boxed().toList(),
                read.epochs().stream().map(EpochFigures::epoch).toList());
        assertEquals(Trial.result(folder), read.result().orElseThrow());
        assertEquals(
                read.epochs().get(1).trainError(),
                read.result().orElseThrow().atEnd().trainError());
        assertEquals(2 * depth, read.layers().size());
        LayerFigures last = read.layers().get(read.layers().size() - 1);
        assertEquals(2, last.epoch());
        assertEquals(depth, last.layer());
        assertArrayEquals(
                new RunFiles(folder)
                        .layers().rows(2).get(2 * depth - 1).stream()
                                .map(CsvText::number)
                                .toArray(),
                java.util.Arrays.stream(last.cells())
                        .map(cell -> ((Number) cell).doubleValue())
                        .toArray());
    }

    @Test
    void aRunAtWorkCanBeRead() {
        Path folder = Trial.in(temporary, "training.epochs=1").completed("run", Engine.loop());
        try (RunDirectory held = RunDirectory.open(folder)) {
            held.deleteResult();
            assertEquals(java.util.Optional.empty(), RecordedRun.read(folder).result());
        }
    }

    @Test
    void aFolderWithoutARunIsNone() throws Exception {
        assertThrows(WrongFolderException.class, () -> RecordedRun.read(temporary));
        assertThrows(WrongFolderException.class, () -> RecordedRun.read(temporary.resolve("nowhere")));
        assertEquals(0, Files.list(temporary).count());
    }
}
