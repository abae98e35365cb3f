package org.somata.experiments.runs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.somata.experiments.data.DataException;

/** Files and folders as results need them: written so that a file is there whole or not at all, also after a crash. */
public final class Durable {
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Durable() {}

    /** Writes a new file and has the disk confirm it. */
    static void write(Path file, byte[] bytes) {
        write(file, bytes, true);
    }

    /** Writes a new file that a power cut may still take, for a reader who would notice. */
    static void writeUnconfirmed(Path file, byte[] bytes) {
        write(file, bytes, false);
    }

    private static void write(Path file, byte[] bytes, boolean confirm) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (confirm) {
                channel.force(true);
            }
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    /** Has the disk confirm a file, or a folder and all in it. */
    static void confirm(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.toList()) {
                confirmOne(each);
            }
        } catch (IOException failure) {
            throw unwritable(path, failure);
        }
    }

    /** Has the disk confirm the names in a folder, or a file; Windows knows no such thing of a folder. */
    static void confirmOne(Path path) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException failure) {
            if (!Files.isDirectory(path)) {
                throw unwritable(path, failure);
            }
        }
    }

    /** Replaces a file in one step. */
    public static void replace(Path file, byte[] bytes) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        cleanly(aside, () -> {
            write(aside, bytes);
            move(aside, file);
        });
    }

    /** Does something that fills a file or folder; where it fails, as on a full disk, what it left is deleted. */
    static void cleanly(Path unfinished, Runnable deed) {
        try {
            deed.run();
        } catch (RuntimeException | Error failure) {
            try {
                deleteFolder(unfinished);
            } catch (RuntimeException worse) {
                failure.addSuppressed(worse);
            }
            throw failure;
        }
    }

    public static void replaceWithJson(Path file, Object value) {
        replace(file, json(value));
    }

    /** The same for a file that nothing depends on after a power cut. */
    public static void showJson(Path file, Object value) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        cleanly(aside, () -> {
            writeUnconfirmed(aside, json(value));
            move(aside, file);
        });
    }

    /**
     * What {@link #replaceWithJson} wrote.
     *
     * @param instead what would do where the file is damaged, after a semicolon; empty where the caller says it
     * @throws DataException if it is missing or damaged
     */
    public static <T> T readJson(Path file, Class<T> type, String instead) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException damaged) {
            String first =
                    String.valueOf(damaged.getMessage()).lines().findFirst().orElse("");
            throw new DataException(file + ": cannot be read (" + first + ")" + instead, damaged);
        }
    }

    static byte[] json(Object value) {
        try {
            return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Moves a file or folder within its file system in one step. */
    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unwritable(to, failure);
        }
    }

    public static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    public static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw unwritable(file, failure);
        }
    }

    /** Deletes a folder and all in it, where it is there. */
    static void deleteFolder(Path folder) {
        try (Stream<Path> tree = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    /** What is in a folder, sorted by name; nothing where it is not there. */
    public static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return entries.sorted().toList();
        } catch (IOException failure) {
            throw unreadable(folder, failure);
        }
    }

    /** Where a path leads, whatever names and links it takes to get there; also of one where nothing is. */
    public static Path real(Path path) {
        try {
            return Files.exists(path)
                    ? path.toRealPath()
                    : path.toAbsolutePath().normalize();
        } catch (IOException failure) {
            throw unreadable(path, failure);
        }
    }

    private static RunException unreadable(Path path, IOException failure) {
        return new RunException(path + ": cannot be read (" + failure.getMessage() + ")");
    }

    static RunException unwritable(Path path, IOException failure) {
        return new RunException(
                path + ": cannot be written (" + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "); is there room, and a right to write there?");
    }
}
