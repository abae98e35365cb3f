package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.somata.config.ConfigReader;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.data.DataException;

/** The files of a run, by name; while it is open no other process can write them. */
public final class RunDirectory implements AutoCloseable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private RunDirectory(Path folder) {
        this.folder = folder;
        try {
            lockFile = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = tryLock(lockFile);
        } catch (IOException failure) {
            throw new RunException(folder + ": cannot be written (" + failure.getMessage() + ")");
        }
        if (lock == null) {
            throw new RunException(folder + ": another process is at work on this run; wait for it to end");
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    /** Where a run goes that was given no folder: {@code runs/NAME/YYYYMMDD-HHMMSS-seedN}. */
    public static Path defaultFolder(ExperimentConfig config, LocalDateTime now) {
        return Path.of("runs", config.name(), STAMP.format(now) + "-seed" + config.seed());
    }

    /**
     * A new run's directory, with its configuration.
     *
     * @throws ExistsException if there is something already
     */
    public static RunDirectory create(Path folder, ExperimentConfig config) {
        if (Files.exists(folder.resolve("config.yaml")) || !Durable.list(folder).isEmpty()) {
            throw new ExistsException(folder);
        }
        Durable.createFolder(folder);
        RunDirectory directory = new RunDirectory(folder);
        Durable.replace(directory.file("config.yaml"), ConfigWriter.yaml(config).getBytes(StandardCharsets.UTF_8));
        return directory;
    }

    /** @throws DataException if there is no run */
    public static RunDirectory open(Path folder) {
        if (!Files.exists(folder.resolve("config.yaml"))) {
            throw new DataException(folder + ": is no run's directory, it has no config.yaml");
        }
        return new RunDirectory(folder);
    }

    public Path folder() {
        return folder;
    }

    /** The configuration that the run was begun with, resolved. */
    public ExperimentConfig config() {
        return ConfigReader.read(file("config.yaml"), java.util.List.of());
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Table metrics() {
        return new Table(file("metrics.csv"), EpochFigures.COLUMNS);
    }

    Table layers() {
        return new Table(file("layers.csv"), LayerRow.COLUMNS);
    }

    Table timing() {
        return new Table(file("timing.csv"), "epoch", "wall_s", "samples_per_s");
    }

    Checkpoints checkpoints(int keep) {
        return new Checkpoints(file("checkpoints"), keep);
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockFile.close();
        } catch (IOException failure) {
            throw new RunException(folder + ": " + failure.getMessage());
        }
    }

    /** An existing directory is never written over. */
    public static final class ExistsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ExistsException(Path folder) {
            super(folder + ": is there already; a run never overwrites one: choose another --out, or go on with"
                    + " 'somata resume " + folder + "'");
        }
    }
}
