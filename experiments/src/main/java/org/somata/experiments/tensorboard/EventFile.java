package org.somata.experiments.tensorboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A file of scalars that TensorBoard shows as it grows: every step is one write, with nothing kept back. One folder may
 * have many, of which TensorBoard reads the oldest first, by name; so going on after a stop is a new file, and files are
 * never changed, even where a process was killed while it wrote.
 */
public final class EventFile {
    private static final String PREFIX = "events.out.tfevents.";

    private final Path file;

    private EventFile(Path file) {
        this.file = file;
    }

    /**
     * Begins a file after all that the folder has; TensorBoard forgets what they have of {@code firstStep} and later.
     *
     * @param folder created if it is not there
     */
    public static EventFile begin(Path folder, long firstStep) throws IOException {
        Files.createDirectories(folder);
        double now = now();
        // ten digits of seconds as in TensorFlow's own, so that names sort by age, whatever the clock has done
        long stamp = Math.max((long) now, newest(folder).orElse(0) + 1);
        EventFile begun =
                new EventFile(folder.resolve(PREFIX + String.format(Locale.ROOT, "%010d", stamp) + ".somata"));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(TfRecord.of(Event.fileVersion(now)));
        head.writeBytes(TfRecord.of(Event.started(now, firstStep)));
        Files.write(begun.file, head.toByteArray(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return begun;
    }

    /** Adds the scalars of a step by tag; what is no number is left out. */
    public void add(long step, Map<String, Double> scalars) throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>(scalars);
        numbers.values().removeIf(number -> number.isNaN());
        if (!numbers.isEmpty()) {
            Files.write(file, TfRecord.of(Event.scalars(now(), step, numbers)), StandardOpenOption.APPEND);
        }
    }

    public Path file() {
        return file;
    }

    private static OptionalLong newest(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names =
                    entries.map(entry -> entry.getFileName().toString()).toList();
            return names.stream()
                    .filter(name -> name.matches("events\\.out\\.tfevents\\.\\d{10}\\..*"))
                    .mapToLong(name -> Long.parseLong(name.substring(PREFIX.length(), PREFIX.length() + 10)))
                    .max();
        }
    }

    /** Seconds since 1970. */
    private static double now() {
        Instant now = Instant.now();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }
}
