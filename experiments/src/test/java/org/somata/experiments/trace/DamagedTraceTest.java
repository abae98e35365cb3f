package org.somata.experiments.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.data.DataException;

/** Whatever becomes of a trace's file, what is sound in it is read, and where it is not is told. */
class DamagedTraceTest {
    @TempDir
    private static Path shared;

    private static byte[] sound;
    private static List<Block> blocks;
    private static int first;

    @TempDir
    private Path run;

    private Path file;

    @BeforeAll
    static void record() throws IOException {
        Path whole = Lesson.part(Lesson.metadata(shared, 2), 1);
        sound = Files.readAllBytes(whole);
        blocks = Part.read(whole).blocks();
        first = (int) blocks.get(0).offset();
        assertTrue(blocks.size() >= 8, blocks::toString);
    }

    @BeforeEach
    void name() throws IOException {
        file = Lesson.part(run, 1);
        Files.createDirectories(file.getParent());
    }

    private static long end(Block block) {
        return block.offset() + BlockHead.SIZE + block.head().length();
    }

    /** All, but of the many of the beginning's text a few. */
    private static int[] offsets() {
        return IntStream.range(0, sound.length)
                .filter(offset -> offset < 40 || offset % 16 == 0 || offset >= first)
                .toArray();
    }

    private static List<Long> offsets(List<Block> some) {
        return some.stream().map(Block::offset).toList();
    }

    private String byteOf(long offset) {
        return file + ", byte " + offset;
    }

    @Test
    void oneDamagedByteCostsItsBlockAndNoMore() throws IOException {
        for (int offset : offsets()) {
            byte[] damaged = sound.clone();
            damaged[offset] ^= (byte) (1 + offset % 255);
            Files.write(file, damaged);
            int at = offset;
            if (offset < first) {
                DataException failure = assertThrows(DataException.class, () -> RecordedTrace.of(run), "byte " + at);
                assertTrue(failure.getMessage().startsWith(file + ", byte "), failure::getMessage);
                assertTrue(Long.parseLong(failure.getMessage().split(", byte |: ")[1]) <= at, failure::getMessage);
                continue;
            }
            Block hit =
                    blocks.stream().filter(block -> at < end(block)).findFirst().orElseThrow();
            List<Block> others = new ArrayList<>(blocks);
            others.remove(hit);
            Part part = Part.read(file);
            assertEquals(offsets(others), offsets(part.blocks()), "byte " + at);
            boolean inHead = at < hit.offset() + BlockHead.SIZE;
            assertEquals(
                    List.of(byteOf(inHead ? hit.offset() : hit.offset() + BlockHead.SIZE)),
                    part.gaps().stream().map(Trace.Gap::where).toList());
            assertEquals(inHead ? -1 : hit.head().rows(), part.gaps().get(0).records());
        }
    }

    /** The whole way to the records, in each block once. */
    @Test
    void recordsOfOtherBlocksAreToldAndTheGapIsKnown() throws IOException {
        List<String> all =
                Lesson.records(shared).stream().map(TraceRecord::name).toList();
        for (Block hit : blocks) {
            byte[] damaged = sound.clone();
            damaged[(int) end(hit) - 1] ^= 1;
            Files.write(file, damaged);
            RecordedTrace trace = RecordedTrace.of(run);
            List<String> left = Lesson.records(trace, Window.ALL).stream()
                    .map(TraceRecord::name)
                    .toList();
            assertTrue(all.containsAll(left), left::toString);
            assertTrue(left.size() >= all.size() - hit.head().rows(), left::toString);
            assertTrue(left.size() < all.size() || trace.gaps().size() == 1, left::toString);
            assertEquals(
                    byteOf(hit.offset() + BlockHead.SIZE), trace.gaps().get(0).where());
            List<TraceRecord> windowed = new ArrayList<>();
            trace.read(new Window(0, 10, 1, 3, 1), windowed::add);
            assertTrue(left.containsAll(windowed.stream().map(TraceRecord::name).toList()));
        }
    }

    @Test
    void cutShortAnywhereItIsReadUpToTheLastWholeBlock() throws IOException {
        for (int length : offsets()) {
            Files.write(file, Arrays.copyOf(sound, length));
            int cut = length;
            if (length < first) {
                assertThrows(DataException.class, () -> RecordedTrace.of(run), "length " + cut);
                continue;
            }
            List<Block> whole =
                    blocks.stream().filter(block -> end(block) <= cut).toList();
            long end = whole.isEmpty() ? first : end(whole.get(whole.size() - 1));
            Part part = Part.read(file);
            assertEquals(offsets(whole), offsets(part.blocks()), "length " + cut);
            assertEquals(
                    end == cut ? List.of() : List.of(byteOf(end)),
                    part.gaps().stream().map(Trace.Gap::where).toList());
            assertEquals(end, part.end());
        }
        Files.write(file, Arrays.copyOf(sound, sound.length - 1));
        RecordedTrace trace = RecordedTrace.of(run);
        assertTrue(Lesson.records(trace, Window.ALL).size() > 0);
        assertTrue(
                trace.gaps().get(0).reason().contains("cut short"),
                () -> trace.gaps().toString());
    }

    @Test
    void rubbishBetweenBlocksIsPassedOver() throws IOException {
        byte[] with = new byte[sound.length + 500];
        int middle = (int) blocks.get(3).offset();
        System.arraycopy(sound, 0, with, 0, middle);
        // what looks like a block's beginning and is none
        ByteBuffer.wrap(with).order(ByteOrder.LITTLE_ENDIAN).putInt(middle + 100, BlockHead.MARK);
        System.arraycopy(sound, middle, with, middle + 500, sound.length - middle);
        Files.write(file, with);
        RecordedTrace trace = RecordedTrace.of(run);
        assertEquals(
                Lesson.records(shared).toString(),
                Lesson.records(trace, Window.ALL).toString());
        assertEquals(List.of(new Trace.Gap(byteOf(middle), "damaged", -1)), trace.gaps());
    }

    @Test
    void ofSeveralFilesTheOthersAreRead() throws IOException {
        Files.write(file, sound);
        Path second = Lesson.part(run, 2);
        Files.write(second, Arrays.copyOf(sound, 20));
        RecordedTrace trace = RecordedTrace.of(run);
        assertEquals(
                Lesson.records(shared).size(), Lesson.records(trace, Window.ALL).size());
        assertEquals(
                List.of(second.toString()),
                trace.gaps().stream().map(Trace.Gap::where).toList());
    }

    /** Its beginning is sound and its number is another; the rest may be anything. */
    @Test
    void aFormatOfTheFutureIsRefusedInClearWords() throws IOException {
        int length = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).getInt(Part.MAGIC.length());
        byte[] json = Arrays.copyOfRange(sound, first - length, first);
        ObjectNode beginning = (ObjectNode) new ObjectMapper().readTree(json);
        beginning.removeAll();
        beginning.put("format", 7).put("news", "from the future");
        byte[] future = beginning.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes =
                ByteBuffer.allocate(Part.MAGIC.length() + 8 + future.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(Part.MAGIC.getBytes(StandardCharsets.US_ASCII)).putInt(future.length);
        bytes.putInt(BlockHead.check(ByteBuffer.wrap(future))).put(future);
        Files.write(file, bytes.array());
        DataException failure = assertThrows(DataException.class, () -> RecordedTrace.of(run));
        assertTrue(
                failure.getMessage()
                        .contains(
                                file + ": is a trace of format 7, and this program reads formats 1 to 2; read it with"),
                failure::getMessage);
    }

    @Test
    void whatIsNoTraceIsRefused() throws IOException {
        Files.writeString(file, "something else that is long enough to be looked at");
        DataException failure = assertThrows(DataException.class, () -> RecordedTrace.of(run));
        assertTrue(failure.getMessage().startsWith(file + ", byte 0: is no trace of somata"), failure::getMessage);
        Files.delete(file);
        assertThrows(NoTraceException.class, () -> RecordedTrace.of(run));
        assertThrows(NoTraceException.class, () -> RecordedTrace.of(run.resolve("nowhere")));
    }
}
