package org.somata.experiments.tensorboard;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/**
 * Reads event files as TensorBoard does, by the classes that TensorFlow generates from its own event.proto and
 * summary.proto; the checksums are computed bit by bit.
 */
public final class EventReader {
    private EventReader() {}

    /** Every whole record of a file; throws for a checksum that is wrong, or a message that is no event. */
    static List<Event> events(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<Event> events = new ArrayList<>();
        while (bytes.remaining() >= 12) {
            byte[] length = take(bytes, 8);
            requireChecksum(file, length, bytes.getInt());
            long count = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (bytes.remaining() < count + 4) {
                break;
            }
            byte[] content = take(bytes, (int) count);
            requireChecksum(file, content, bytes.getInt());
            events.add(event(content));
        }
        return events;
    }

    /** No field may be one that TensorFlow does not know. */
    private static Event event(byte[] content) throws InvalidProtocolBufferException {
        Event event = Event.parseFrom(content);
        boolean known = event.getUnknownFields().asMap().isEmpty()
                && event.getSummary().getUnknownFields().asMap().isEmpty()
                && event.getSummary().getValueList().stream()
                        .allMatch(value -> value.getUnknownFields().asMap().isEmpty());
        if (!known) {
            throw new IllegalStateException("unknown fields in " + event);
        }
        return event;
    }

    /** What TensorBoard shows of a folder: numbers by tag and step. */
    public static Map<String, SortedMap<Long, Float>> scalars(Path folder) {
        Map<String, SortedMap<Long, Float>> shown = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (Event event : events(file)) {
                    show(event, shown);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return shown;
    }

    private static void show(Event event, Map<String, SortedMap<Long, Float>> shown) {
        if (event.getSessionLog().getStatus() == SessionLog.SessionStatus.START) {
            shown.values().forEach(steps -> steps.tailMap(event.getStep()).clear());
        }
        for (Summary.Value value : event.getSummary().getValueList()) {
            Float before = shown.computeIfAbsent(value.getTag(), tag -> new TreeMap<>())
                    .put(event.getStep(), value.getSimpleValue());
            if (before != null) {
                throw new IllegalStateException(value.getTag() + " is there twice at step " + event.getStep());
            }
        }
    }

    private static byte[] take(ByteBuffer from, int count) {
        byte[] taken = new byte[count];
        from.get(taken);
        return taken;
    }

    private static void requireChecksum(Path file, byte[] content, int masked) {
        int crc = Integer.rotateLeft(masked - 0xa282ead8, 15);
        if (crc != crc32c(content)) {
            throw new IllegalStateException(file + ": a checksum is wrong");
        }
    }

    /** Castagnoli's polynomial, bits reversed. */
    static int crc32c(byte[] bytes) {
        int crc = -1;
        for (byte each : bytes) {
            crc ^= each & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc >>> 1 ^ ((crc & 1) == 0 ? 0 : 0x82f63b78);
            }
        }
        return ~crc;
    }
}
