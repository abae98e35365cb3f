package org.somata.experiments.trace.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.Window;
import org.somata.model.signals.MessageId;

class ExportTest {
    private static final MadeUpTrace TRACE = MadeUpTrace.lockstep(3, 40);

    @TempDir
    private Path folder;

    private static Export bounded(Format format, long bytes) {
        return new Export(format, Window.ALL, false, false, bytes, true);
    }

    /** Whatever the room is: what is there is whole, nothing that would have had room is missing, and it is said. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void aFullFileEndsWithAWholeRecord(Format format) throws IOException {
        Path file = folder.resolve("bounded");
        byte[] all = new Exports(folder).bytes(Exports.all(format), TRACE);
        byte[] none = new Exports(folder).bytes(Exports.all(format), TRACE.with(List.of()));
        for (int room = none.length; room < all.length + 2; room += 997) {
            Exported exported = bounded(format, room).write(TRACE, file);
            byte[] bytes = Files.readAllBytes(file);
            assertEquals(bytes.length, exported.bytes());
            assertTrue(bytes.length <= room, "at most");
            assertEquals(exported.records(), read(format, bytes));
            assertEquals(room < all.length, exported.cut().isPresent());
            if (exported.cut().isPresent()) {
                assertTrue(exported.cut().get().handled());
                TraceRecord next = TRACE.records().stream()
                        .sorted(Comparator.comparing(TraceRecord::time))
                        .skip(exported.records())
                        .findFirst()
                        .orElseThrow();
                long done =
                        next instanceof MessageRecord message ? message.times().finished() : next.time();
                assertEquals(done, exported.cut().get().done());
                assertTrue(bytes.length + 1_200 > room, "room for one more was left");
            }
        }
        assertArrayEquals(all, new Exports(folder).bytes(bounded(format, all.length), TRACE));
    }

    private static long read(Format format, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return switch (format) {
            case JSONL -> {
                ObjectMapper json = new ObjectMapper();
                for (String line : text.lines().toList()) {
                    json.readTree(line);
                }
                yield text.lines().count();
            }
            case CSV -> text.lines().count() - 1;
            case PERFETTO -> records(PerfettoReader.read(bytes));
            case CHROME -> records(ChromeReader.read(bytes));
        };
    }

    private static long records(Picture picture) {
        return picture.slices().stream()
                .filter(slice -> !slice.name().startsWith("send"))
                .count();
    }

    @Test
    void messagesThatWereNeverHandledAreLeftOutLast() throws IOException {
        int all = new Exports(folder).bytes(Exports.all(Format.JSONL), Messy.trace()).length;
        Exported exported = bounded(Format.JSONL, all - 1).write(Messy.trace(), folder.resolve("bounded"));
        assertEquals(Optional.of(new Exported.Cut(3_170, false)), exported.cut());
    }

    @Test
    void aWindowHasWhatCameToSomethingInIt() throws IOException {
        List<String> all = lines(Window.ALL);
        assertEquals(all.stream().filter(line -> within(line, 12, 18)).toList(), lines(new Window(12, 18, 1, 9, 1)));
        assertEquals(
                all.stream()
                        .filter(line -> line.matches(".*\"(to|at)\":\"layer-[23]\".*"))
                        .toList(),
                lines(new Window(0, Long.MAX_VALUE, 2, 3, 1)));
        assertEquals(
                all.stream()
                        .filter(line -> line.matches(".*\"presentation\":\\d*0,.*"))
                        .toList(),
                lines(new Window(0, Long.MAX_VALUE, 1, 9, 10)));
        assertEquals(List.of(), lines(new Window(1_000_000, 2_000_000, 1, 9, 1)));
    }

    private List<String> lines(Window window) throws IOException {
        byte[] bytes = new Exports(folder).bytes(Exports.within(Format.JSONL, window), TRACE);
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static boolean within(String line, long from, long to) {
        long time = Long.parseLong(line.replaceFirst(".*\"(?:started|at)_ns\":(\\d+).*", "$1"));
        return time >= from && time < to;
    }

    /** Senders outside of the window keep their tracks, for the arrows to come from. */
    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"PERFETTO", "CHROME"})
    void aPictureOfAWindowHasWhatCameToSomethingInIt(Format format) throws IOException {
        byte[] bytes = new Exports(folder).bytes(Exports.within(format, new Window(12, 18, 2, 2, 1)), TRACE);
        Picture picture = format == Format.PERFETTO ? PerfettoReader.read(bytes) : ChromeReader.read(bytes);
        assertEquals(
                List.of("activation", "update V2", "target", "update W2"),
                picture.on("layer-2").stream().map(Picture.Slice::name).toList());
        assertEquals(
                List.of("layer-1", "layer-3"),
                picture.arrows().stream().map(arrow -> arrow.from().track()).toList());
    }

    @Test
    void arrowsOfDifferentSendersAreDifferent() {
        long[] numbers = TRACE.records().stream()
                .filter(MessageRecord.class::isInstance)
                .map(MessageRecord.class::cast)
                .mapToLong(Arrow::number)
                .toArray();
        assertEquals(numbers.length, Arrays.stream(numbers).distinct().count());
        assertTrue(Arrays.stream(numbers).allMatch(number -> number > 0), MessageId.class::getName);
    }

    @Test
    void aFileIsReplacedOnlyWhereThatWasSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("there"), "mine");
        Export careful = new Export(Format.CSV, Window.ALL, false, false, Exports.MUCH, false);
        ExportException refused = assertThrows(ExportException.class, () -> careful.write(TRACE, file));
        assertEquals(file + ": is there already; choose another name, or give --force", refused.getMessage());
        assertEquals("mine", Files.readString(file));
        Exports.all(Format.CSV).write(TRACE, file);
        assertTrue(Files.readString(file).startsWith("type,id,causes,cause,kind,"));
        assertThrows(ExportException.class, () -> careful.write(TRACE, folder));
        assertThrows(ExportException.class, () -> careful.write(TRACE, folder.resolve("no/such")));
        assertThrows(ExportException.class, () -> bounded(Format.CHROME, 20).write(TRACE, folder.resolve("small")));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList(), "nothing else is left behind");
        }
        assertFalse(Files.exists(folder.resolve("small")));
    }

    @Test
    void picturesHaveNoRoomForArrays() {
        assertThrows(
                ExportException.class, () -> new Export(Format.PERFETTO, Window.ALL, false, true, Exports.MUCH, false));
    }
}
