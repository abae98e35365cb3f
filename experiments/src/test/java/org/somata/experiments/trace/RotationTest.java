package org.somata.experiments.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.actors.recording.PageSink.Chunk;
import org.somata.actors.recording.PageSink.PageEncoder;
import org.somata.actors.recording.RandomPages;
import org.somata.experiments.trace.analysis.Check;

/** A trace in several files: it never takes more than it may, and what had to go is counted. */
class RotationTest {
    private static final TraceSettings LEAST = TraceSettings.metadata(TraceSettings.LEAST_BYTES);

    @TempDir
    private Path folder;

    private TraceFolder trace;
    private TraceHeader header;
    private long written;

    @BeforeEach
    void name() {
        trace = new TraceFolder(folder.resolve("trace"));
        header = new Lesson(folder, LEAST).header();
    }

    private TraceWriter writer() throws IOException {
        TraceWriter writer = new TraceWriter(trace, header, LEAST);
        writer.open();
        return writer;
    }

    private void write(TraceWriter writer, RandomPages pages, int count, boolean withContents) throws IOException {
        for (int i = 0; i < count; i++) {
            int place = i % 5 - 1;
            PageEncoder encoder = writer.encoder(place);
            while (!encoder.isFull()) {
                encoder.add(pages.next(place, withContents));
            }
            Chunk chunk = encoder.take();
            chunk.write();
            written += chunk.rows();
            if (i % 3 == 0) {
                writer.flush(false);
            }
            requireSize();
        }
    }

    private void requireSize() {
        long bytes = Lesson.bytes(folder);
        assertTrue(bytes <= TraceSettings.LEAST_BYTES, bytes + " bytes");
    }

    private long kept() {
        return trace.parts(new ArrayList<>()).stream().mapToLong(Part::rows).sum();
    }

    private long discarded() {
        List<Trace.Gap> gaps = RecordedTrace.of(folder).gaps();
        assertTrue(gaps.size() < 2, gaps::toString);
        return gaps.stream().mapToLong(Trace.Gap::records).sum();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itStaysBelowItsSizeAlwaysAndCountsWhatIsDeleted(boolean withContents) throws IOException {
        RandomPages pages = new RandomPages(3);
        try (TraceWriter writer = writer()) {
            write(writer, pages, 150, withContents);
        }
        assertEquals(written, kept() + discarded());
        assertTrue(discarded() > 0);
        assertTrue(Lesson.bytes(folder) > TraceSettings.LEAST_BYTES / 2, "little is kept of what may be");
        assertTrue(Lesson.files(folder).size() > 2, () -> Lesson.files(folder).toString());
        assertTrue(Files.notExists(trace.part(1)));
    }

    @Test
    void itGoesOnAfterWhatIsThere() throws IOException {
        RandomPages pages = new RandomPages(4);
        for (int i = 0; i < 12; i++) {
            try (TraceWriter writer = writer()) {
                write(writer, pages, 9, false);
                writer.flush(true);
            }
            assertEquals(written, kept() + discarded());
        }
        assertTrue(discarded() > 0);
    }

    /** A kill as the next file was begun leaves one that cannot be read. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 100})
    void aFileThatIsHardlyBegunIsLeftAndTheNextIsBegun(int length) throws IOException {
        RandomPages pages = new RandomPages(5);
        try (TraceWriter writer = writer()) {
            write(writer, pages, 2, false);
        }
        Files.write(trace.part(2), Files.size(trace.part(1)) > length ? new byte[length] : new byte[0]);
        try (TraceWriter writer = writer()) {
            write(writer, pages, 3, false);
        }
        RecordedTrace read = RecordedTrace.of(folder);
        assertEquals(
                List.of(trace.part(2).toString()),
                read.gaps().stream().map(Trace.Gap::where).toList());
        assertEquals(written, kept());
        assertTrue(Files.exists(trace.part(3)));
    }

    @Test
    void theVeryFirstFileMayBeHardlyBegunToo() throws IOException {
        Files.createDirectories(trace.folder());
        Files.createFile(trace.part(1));
        try (TraceWriter writer = writer()) {
            write(writer, new RandomPages(6), 3, false);
        }
        assertEquals(written, kept());
    }

    /** Cut off is what comes after a checkpoint, not the knowledge of what was discarded before it. */
    @Test
    void whatWasDiscardedIsStillKnownWhenTheFilesAfterItAreCutOff() throws IOException {
        try (TraceWriter writer = writer()) {
            write(writer, new RandomPages(8), 150, false);
        }
        long before = discarded();
        trace.cutAfter(-1);
        assertEquals(0, kept());
        assertEquals(before, discarded());
        try (TraceWriter writer = writer()) {
            write(writer, new RandomPages(9), 30, false);
        }
        assertTrue(discarded() >= before);
    }

    @Test
    void aCutTakesAllThatCameAfterAPresentationAndNothingElse() {
        Path whole = Lesson.metadata(folder.resolve("whole"), 5);
        List<TraceRecord> all = Lesson.records(whole);
        for (int passes : List.of(5, 4, 2, 1, 0)) {
            long last = (long) passes * Lesson.PRESENTATIONS;
            cut(whole, last);
            cut(whole, last);
            assertEquals(
                    all.stream().filter(each -> each.presentation() <= last).toList(), Lesson.records(whole));
            assertEquals(List.of(), RecordedTrace.of(whole).gaps());
        }
    }

    /** A kill in the middle of a block leaves a part of it, which goes; a block that is damaged in the middle stays. */
    @Test
    void aCutTakesWhatAKillHasLeftOfABlock() throws IOException {
        Path run = Lesson.metadata(folder.resolve("run"), 2);
        List<TraceRecord> all = Lesson.records(run);
        Path file = Lesson.part(run, 1);
        byte[] sound = Files.readAllBytes(file);
        Files.write(file, new byte[] {0x0c, (byte) 0xb1, (byte) 0xc7, 0x5e, 1, 2, 3}, StandardOpenOption.APPEND);
        assertEquals(1, RecordedTrace.of(run).gaps().size());
        cut(run, Long.MAX_VALUE);
        assertEquals(sound.length, Files.size(file));
        assertEquals(all, Lesson.records(run));
        byte[] damaged = sound.clone();
        damaged[(int) Part.read(file).blocks().get(2).offset() + BlockHead.SIZE] ^= 1;
        Files.write(file, damaged);
        cut(run, Long.MAX_VALUE);
        assertEquals(1, RecordedTrace.of(run).gaps().size());
    }

    private static void cut(Path run, long presentation) {
        try {
            new TraceFolder(Lesson.folder(run)).cutAfter(presentation);
        } catch (IOException unwritable) {
            throw new AssertionError(unwritable);
        }
    }

    @Test
    void otherFilesInTheFolderAreNobodysBusiness() throws IOException {
        Path run = Lesson.metadata(folder.resolve("run"), 1);
        Files.writeString(Lesson.folder(run).resolve("part-one.trace"), "mine");
        Files.writeString(Lesson.folder(run).resolve("notes.txt"), "mine");
        RecordedTrace read = RecordedTrace.of(run);
        assertEquals(List.of(), read.gaps());
        assertTrue(RecordedTrace.isIn(run));
        assertEquals(Lesson.records(run), Lesson.records(RecordedTrace.of(Lesson.folder(run)), Window.ALL));
        try (Stream<Path> left = Files.list(Lesson.folder(run))) {
            assertEquals(3, left.count());
        }
    }

    /** The oldest that is left begins anywhere in a presentation; what is told begins with a whole one. */
    @Test
    void whatIsLeftOfATraceIsCleanAndInWholePresentations() {
        int passes = 2_000;
        new Lesson(folder, LEAST).learn(passes);
        RecordedTrace left = RecordedTrace.of(folder);
        long last = (long) passes * Lesson.PRESENTATIONS;
        assertTrue(
                left.firstPresentation() > 1 && left.firstPresentation() < last, () -> "" + left.firstPresentation());
        Check check = Check.of(left, Optional.empty());
        assertEquals(
                List.of(),
                check.findings().stream()
                        .flatMap(each -> each.examples().stream())
                        .toList());
        assertTrue(check.clean() && !check.damaged());
        assertEquals(6 * (last - left.firstPresentation() + 1), check.messages());
        assertTrue(
                check.gaps().get(0).deleted() && check.gaps().size() == 1,
                () -> check.gaps().toString());
    }
}
