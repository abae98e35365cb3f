package org.somata.experiments.tensorboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;

class EventFileTest {
    @TempDir
    private Path folder;

    @Test
    void tensorFlowsOwnDefinitionsReadEveryEvent() throws IOException {
        double before = Instant.now().getEpochSecond();
        EventFile file = EventFile.begin(folder.resolve("tb"), 1);
        file.add(1, new TreeMap<>(Map.of("train/cost", 0.5, "layer-3/target_loss", 1e-20, "valid/error", Double.NaN)));
        file.add(300, Map.of("train/cost", -2.0));
        List<Event> events = EventReader.events(file.file());
        assertEquals(4, events.size());
        assertEquals("brain.Event:2", events.get(0).getFileVersion());
        assertEquals(
                SessionLog.SessionStatus.START, events.get(1).getSessionLog().getStatus());
        assertEquals(1, events.get(1).getStep());
        assertEquals(1, events.get(2).getStep());
        assertEquals(2, events.get(2).getSummary().getValueCount());
        assertEquals(
                "layer-3/target_loss", events.get(2).getSummary().getValue(0).getTag());
        assertEquals(1e-20f, events.get(2).getSummary().getValue(0).getSimpleValue());
        assertEquals(0.5f, events.get(2).getSummary().getValue(1).getSimpleValue());
        assertEquals(300, events.get(3).getStep());
        for (Event event : events) {
            assertTrue(event.getWallTime() >= before && event.getWallTime() < before + 3600, event::toString);
        }
    }

    @Test
    void theChecksumsAreCastagnolis() throws IOException {
        assertEquals(0xe3069283, EventReader.crc32c("123456789".getBytes(StandardCharsets.US_ASCII)));
        EventFile file = EventFile.begin(folder, 1);
        byte[] bytes = Files.readAllBytes(file.file());
        bytes[20] ^= 1;
        Files.write(file.file(), bytes);
        assertThrows(IllegalStateException.class, () -> EventReader.events(file.file()));
    }

    @Test
    void stepsThatAreGoneOverAgainShowOnce() throws IOException {
        EventFile first = EventFile.begin(folder, 1);
        for (int step = 1; step <= 5; step++) {
            first.add(step, Map.of("a", 1.0 * step));
        }
        EventFile second = EventFile.begin(folder, 4);
        second.add(4, Map.of("a", 40.0));
        assertEquals(Map.of("a", new TreeMap<>(Map.of(1L, 1f, 2L, 2f, 3L, 3f, 4L, 40f))), EventReader.scalars(folder));
    }

    @Test
    void aRecordThatWasNotFinishedHidesNothing() throws IOException {
        EventFile first = EventFile.begin(folder, 1);
        first.add(1, Map.of("a", 1.0));
        byte[] whole = Files.readAllBytes(first.file());
        first.add(2, Map.of("a", 2.0));
        byte[] longer = Files.readAllBytes(first.file());
        EventFile second = EventFile.begin(folder, 2);
        second.add(2, Map.of("a", 3.0));
        for (int length = whole.length; length < longer.length; length++) {
            Files.write(first.file(), Arrays.copyOf(longer, length));
            assertEquals(Map.of("a", new TreeMap<>(Map.of(1L, 1f, 2L, 3f))), EventReader.scalars(folder));
        }
    }

    @Test
    void namesSortByAgeWhateverTheClockDoes() throws IOException {
        Path ahead = folder.resolve("events.out.tfevents.9000000000.somata");
        Files.createFile(ahead);
        Path next = EventFile.begin(folder, 1).file();
        Path last = EventFile.begin(folder, 1).file();
        assertEquals(
                List.of(ahead, next, last),
                List.of(last, next, ahead).stream().sorted().toList());
    }

    @Test
    void filesAreOnlyEverAddedTo() throws IOException {
        EventFile file = EventFile.begin(folder, 1);
        byte[] head = Files.readAllBytes(file.file());
        file.add(1, Map.of("a", Double.NaN));
        assertArrayEquals(head, Files.readAllBytes(file.file()));
        file.add(1, Map.of("a", 1.0));
        assertArrayEquals(head, Arrays.copyOf(Files.readAllBytes(file.file()), head.length));
        assertThrows(
                FileAlreadyExistsException.class,
                () -> Files.write(file.file(), head, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        Files.delete(file.file());
        assertThrows(IOException.class, () -> file.add(2, Map.of("a", 1.0)));
        Path occupied = Files.createFile(folder.resolve("file"));
        assertThrows(IOException.class, () -> EventFile.begin(occupied, 1));
    }
}
