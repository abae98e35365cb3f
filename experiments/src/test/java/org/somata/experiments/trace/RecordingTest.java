package org.somata.experiments.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.actors.recording.Contents;

/** What goes wrong with a trace is told and counted, and ends nothing. */
class RecordingTest {
    private static final TraceSettings LEAST = TraceSettings.metadata(TraceSettings.LEAST_BYTES);

    @TempDir
    private Path folder;

    @Test
    void aFileInItsPlaceIsToldAndTheNetworkLearns() throws IOException {
        Files.writeString(Lesson.folder(folder), "mine");
        List<String> notes = new Lesson(folder, LEAST).learn(2).notes();
        assertEquals(3, notes.size(), notes::toString);
        assertTrue(notes.get(0).startsWith("the trace cannot be written ("), notes::toString);
        assertTrue(notes.get(0).endsWith("; the run goes on without"), notes::toString);
        assertTrue(notes.get(1).matches("the trace lacks \\d+ records that could not be written .*"), notes::toString);
        assertTrue(notes.get(2).startsWith("nor could it be noted in the trace ("), notes::toString);
        assertEquals("mine", Files.readString(Lesson.folder(folder)));
    }

    /** A device that is full from the beginning: not even the first file's beginning can be written. */
    @Test
    void aFullDeviceIsToldAndCounted() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no " + full);
        Files.createDirectories(Lesson.folder(folder));
        Files.createSymbolicLink(Lesson.part(folder, 1), full);
        assertEquals(List.of(), new Lesson(folder, LEAST).learn(1).notes());
        // what is no file of ours is left alone, and the next is begun
        assertTrue(Files.exists(Lesson.part(folder, 2)));
    }

    /** The folder goes, and comes back when the run is over: what was lost in between is known. */
    @Test
    void whatCannotBeWrittenAnyMoreIsCounted() {
        Contents whole = Contents.sampled(4).whole(0, Long.MAX_VALUE, 0, 9);
        Lesson lesson = new Lesson(folder, TraceSettings.payload(TraceSettings.LEAST_BYTES, whole));
        Path aside = folder.resolve("aside");
        int passes = 200;
        lesson.learn(passes, done -> {
            if (done == 3) {
                move(Lesson.folder(folder), aside);
            } else if (done == passes) {
                move(aside, Lesson.folder(folder));
            }
        });
        assertEquals(2, lesson.notes().size(), () -> lesson.notes().toString());
        assertTrue(
                lesson.notes().get(0).startsWith("the trace can no longer be written (java.nio.file.NoSuchFile"),
                () -> lesson.notes().toString());
        RecordedTrace trace = RecordedTrace.of(folder);
        List<Trace.Gap> gaps = trace.gaps();
        assertEquals(1, gaps.size(), gaps::toString);
        assertEquals(Lesson.folder(folder).toString(), gaps.get(0).where());
        assertTrue(gaps.get(0).reason().startsWith("could not be written ("), gaps::toString);
        Part part = Part.read(Lesson.part(folder, 1));
        // each presentation: a label, three activations and two targets in two halves each, and four updates
        assertEquals(
                (long) passes * Lesson.PRESENTATIONS * (6 * 2 + 3 + 1),
                part.rows() + gaps.get(0).records());
        assertTrue(Lesson.records(trace, Window.ALL).size() > 0);
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void whatWasNotKeptAddsUp() throws IOException {
        Path run = Lesson.metadata(folder, 1);
        Path trace = Lesson.folder(run);
        new NotKept(5, "first").write(trace);
        new NotKept(7, "second").write(trace);
        assertEquals(
                List.of(new Trace.Gap(trace.toString(), "could not be written (second)", 12)),
                RecordedTrace.of(run).gaps());
        Path file = trace.resolve("not-kept.json");
        Files.writeString(file, "{");
        assertEquals(
                List.of(new Trace.Gap(file.toString(), "says what could not be written, and is damaged", -1)),
                RecordedTrace.of(run).gaps());
        new NotKept(7, "third").write(trace);
        assertEquals(7, RecordedTrace.of(run).gaps().get(0).records());
    }

    @Test
    void aFileSaysHowItWasRecorded() {
        Contents contents = Contents.sampled(3).whole(4, 9, 1, 2);
        TraceSettings settings = TraceSettings.payload(3L << 20, contents);
        new Lesson(folder, settings).learn(1);
        assertEquals(settings, Part.read(Lesson.part(folder, 1)).beginning().settings());
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> TraceSettings.metadata(TraceSettings.LEAST_BYTES - 1));
        assertThrows(IllegalArgumentException.class, () -> TraceSettings.payload(1 << 20, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TraceSettings(TraceHeader.Level.METADATA, 1 << 20, Contents.sampled(1)));
    }
}
