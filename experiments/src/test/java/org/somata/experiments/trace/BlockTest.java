package org.somata.experiments.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.PageSink.Chunk;
import org.somata.actors.recording.PageSink.PageEncoder;
import org.somata.actors.recording.RandomPages;

/** What a page has, its block has, whatever the numbers are. */
class BlockTest {
    private static final int BLOCKS = 100;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"LOCKSTEP, false", "LOCKSTEP, true", "VIRTUAL, false", "WALL, true"})
    void whateverPagesHaveIsReadBack(TraceHeader.Clock clock, boolean withContents) throws IOException {
        RandomPages pages = new RandomPages(7);
        List<List<Half>> wanted = new ArrayList<>();
        TraceSettings settings = TraceSettings.metadata(1L << 30);
        try (TraceWriter writer = new TraceWriter(new TraceFolder(folder), header(clock, settings), settings)) {
            writer.open();
            for (int i = 0; i < BLOCKS; i++) {
                int place = i % 702 - 1;
                PageEncoder encoder = writer.encoder(place);
                List<Half> halves = new ArrayList<>();
                for (int j = 0; j <= i % 10; j++) {
                    Page page = pages.next(place, withContents);
                    encoder.add(page);
                    halves.addAll(Halves.of(page, clock));
                }
                Chunk chunk = encoder.take();
                assertEquals(halves.size(), chunk == null ? 0 : chunk.rows());
                assertNull(encoder.take());
                if (chunk != null) {
                    chunk.write();
                    wanted.add(halves);
                }
            }
        }
        Part part = Part.read(new TraceFolder(folder).part(1));
        assertEquals(List.of(), part.gaps());
        assertEquals(wanted.size(), part.blocks().size());
        for (int i = 0; i < wanted.size(); i++) {
            List<Half> read = part.blocks().get(i).halves();
            assertEquals(Halves.inWords(wanted.get(i)), Halves.inWords(read));
            requireRanges(part.blocks().get(i).head(), read);
        }
        assertTrue(part.rows() > 10_000, () -> "only " + part.rows());
    }

    private TraceHeader header(TraceHeader.Clock clock, TraceSettings settings) {
        TraceHeader lockstep = new Lesson(folder, settings).header();
        return new TraceHeader(
                lockstep.name(),
                lockstep.seed(),
                lockstep.rule(),
                lockstep.level(),
                clock,
                lockstep.units(),
                lockstep.batch(),
                lockstep.period(),
                0);
    }

    private static void requireRanges(BlockHead head, List<Half> halves) {
        for (Half half : halves) {
            assertTrue(head.hasPresentation(half.presentation(), half.presentation()), half::toString);
            assertTrue(head.firstTime() <= half.time() && half.time() <= head.lastTime(), half::toString);
            if (half instanceof Half.Arrival arrival) {
                assertTrue(head.firstTime() <= arrival.started(), half::toString);
            }
        }
    }

    @Test
    void aHeadIsReadBackAndAnyOtherByteIsSeen() {
        BlockHead head = new BlockHead(-1, 77, 0x89abcdef, 12, 3, Long.MAX_VALUE / 4, 1, 2, 0, Long.MAX_VALUE);
        byte[] sound = head.encode().array();
        assertEquals(BlockHead.SIZE, sound.length);
        assertEquals(head, BlockHead.at(ByteBuffer.wrap(sound), 0));
        assertNull(BlockHead.at(ByteBuffer.wrap(sound), 1));
        for (int i = 0; i < sound.length; i++) {
            byte[] damaged = sound.clone();
            damaged[i] ^= 1 << i % 8;
            assertNull(BlockHead.at(ByteBuffer.wrap(damaged), 0), "byte " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 127, 128, 1L << 62, Long.MAX_VALUE, Long.MIN_VALUE})
    void numbersAreReadBack(long number) {
        Bytes bytes = new Bytes(1);
        bytes.room(2);
        bytes.putSigned(number);
        bytes.putUnsigned(number);
        ByteBuffer from = bytes.asBuffer();
        assertEquals(number, Bytes.signed(from));
        assertEquals(number, Bytes.unsigned(from));
        assertEquals(0, from.remaining());
        assertTrue(bytes.length() <= 20);
    }
}
