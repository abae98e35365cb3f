package org.somata.experiments.runs;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.somata.config.ConfigWriter;
import org.somata.config.ExperimentConfig;

/** The files of a run, by name; while it is open no other process can write them. */
public final class RunDirectory implements AutoCloseable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Holds room on the disk for what there is to say when all else of it is full. */
    private static final String ROOM = ".room";

    private static final int ROOM_BYTES = 1 << 15;

    private final Path folder;
    private final RunFiles files;
    private final FolderLock lock;

    private RunDirectory(Path folder) {
        this.folder = folder;
        this.files = new RunFiles(folder);
        this.lock = FolderLock.take(folder, "run");
        try {
            Durable.cleanly(file(ROOM), () -> Durable.writeUnconfirmed(file(ROOM), new byte[ROOM_BYTES]));
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** Where a run goes that was given no folder: {@code runs/NAME/YYYYMMDD-HHMMSS-seedN}. */
    public static Path defaultFolder(ExperimentConfig config, LocalDateTime now) {
        return Path.of("runs", config.name(), STAMP.format(now) + "-seed" + config.seed());
    }

    /** @throws ExistsException if a run in this folder would write over something */
    public static void requireNew(Path folder) {
        boolean file = Files.exists(folder) && !Files.isDirectory(folder);
        if (file || !Durable.list(folder).stream().allMatch(RunDirectory::isOfNoRun)) {
            throw new ExistsException(folder);
        }
    }

    /** What is left where a process was killed before its run was begun. */
    private static boolean isOfNoRun(Path entry) {
        return Set.of(
                        FolderLock.FILE,
                        ROOM,
                        RunFiles.MANIFEST,
                        "." + RunFiles.MANIFEST + ".new",
                        "." + RunFiles.CONFIG + ".new")
                .contains(entry.getFileName().toString());
    }

    /**
     * A new run's directory, with its configuration.
     *
     * @throws ExistsException if there is something already
     */
    public static RunDirectory create(Path folder, ExperimentConfig config, Manifest manifest) {
        requireNew(folder);
        Durable.createFolder(folder);
        RunDirectory directory = new RunDirectory(folder);
        try {
            // another process may have been faster
            requireNew(folder);
            directory.write(manifest);
            // last, for with it the folder is a run, and one that can be gone on with
            Durable.replace(directory.files.config(), ConfigWriter.yaml(config).getBytes(StandardCharsets.UTF_8));
            return directory;
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    /** @throws WrongFolderException if there is no run */
    public static RunDirectory open(Path folder) {
        requireRun(folder);
        return new RunDirectory(folder);
    }

    /** @throws WrongFolderException if there is no run */
    public static void requireRun(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new WrongFolderException(folder, "there is no such folder; give the directory of a run");
        }
        if (!Files.exists(folder.resolve(RunFiles.CONFIG))) {
            throw new WrongFolderException(folder, "is no run's directory, it has no config.yaml; give one that has");
        }
    }

    public Path folder() {
        return folder;
    }

    RunFiles files() {
        return files;
    }

    /** The configuration that the run was begun with, resolved. */
    public ExperimentConfig config() {
        return files.resolvedConfig();
    }

    /** Where it came from, and who worked on it. */
    public Manifest manifest() {
        return files.manifest();
    }

    Path file(String name) {
        return files.file(name);
    }

    /** @param exact whether what is under way in the network belongs to them */
    Checkpoints checkpoints(int every, int keep, boolean exact) {
        return new Checkpoints(file("checkpoints"), every, keep, exact);
    }

    public void write(Manifest manifest) {
        Durable.replaceWithJson(file(RunFiles.MANIFEST), manifest);
    }

    void write(Result result) {
        Durable.replaceWithJson(file(Result.FILE), result);
    }

    /** Writes a result where the disk may be full. */
    void writeAtLast(Result result) {
        Durable.deleteFile(file(ROOM));
        write(result);
    }

    void deleteResult() {
        Durable.deleteFile(file(Result.FILE));
    }

    /** Lets others write. */
    @Override
    public void close() {
        try {
            Durable.deleteFile(file(ROOM));
        } finally {
            lock.close();
        }
    }

    /** An existing directory is never written over. */
    public static final class ExistsException extends WrongFolderException {
        private static final long serialVersionUID = 1;

        ExistsException(Path folder) {
            super(
                    folder,
                    "is there already; a run never overwrites one: choose another --out, or go on with"
                            + " 'somata resume " + folder + "'");
        }
    }
}
