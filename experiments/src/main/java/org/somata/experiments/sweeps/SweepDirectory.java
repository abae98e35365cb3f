package org.somata.experiments.sweeps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;
import org.somata.config.SweepConfig;
import org.somata.config.SweepFile;
import org.somata.config.SweepReader;
import org.somata.experiments.data.Sha256;
import org.somata.experiments.runs.Durable;
import org.somata.experiments.runs.FolderLock;
import org.somata.experiments.runs.RunException;
import org.somata.experiments.runs.WrongFolderException;

/** The files of a sweep, by name; while it is open no other process can work on it. */
final class SweepDirectory implements AutoCloseable {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String SWEEP = "sweep.yaml";
    private static final String MANIFEST = "manifest.json";

    private final Path folder;
    private final FolderLock lock;

    private SweepDirectory(Path folder) {
        this.folder = folder;
        this.lock = FolderLock.take(folder, "sweep");
    }

    /** Where a sweep goes that was given no folder. */
    static Path defaultFolder(SweepConfig config, LocalDateTime now) {
        return Path.of("runs", config.name(), STAMP.format(now));
    }

    static boolean isSweep(Path folder) {
        return Files.exists(folder.resolve(SWEEP));
    }

    /** Where a point is, or will be. */
    static Path point(Path folder, String id) {
        return folder.resolve("points").resolve(id);
    }

    /** @throws WrongFolderException if there is no sweep */
    static SweepFile file(Path folder) {
        if (!isSweep(folder)) {
            throw new WrongFolderException(folder, "is no sweep's directory, it has no sweep.yaml; give one that has");
        }
        return SweepReader.read(folder.resolve(SWEEP));
    }

    /** @throws WrongFolderException if a sweep in this folder would write over something */
    static void requireNew(Path folder) {
        boolean file = Files.exists(folder) && !Files.isDirectory(folder);
        if (file || !Durable.list(folder).stream().allMatch(SweepDirectory::isOfNoSweep)) {
            throw new WrongFolderException(
                    folder,
                    "is there already; a sweep never overwrites anything: choose another --out, or go on with"
                            + " 'somata resume " + folder + "'");
        }
    }

    /** What is left where a process was killed before its sweep was begun. */
    private static boolean isOfNoSweep(Path entry) {
        return Set.of(FolderLock.FILE, MANIFEST, "." + MANIFEST + ".new", "." + SWEEP + ".new")
                .contains(entry.getFileName().toString());
    }

    static SweepDirectory create(Path folder, SweepFile sweep) {
        requireNew(folder);
        Durable.createFolder(folder);
        SweepDirectory directory = new SweepDirectory(folder);
        try {
            // another process may have been faster
            requireNew(folder);
            directory.write(SweepManifest.first(
                    sweep.config().name(),
                    Sha256.ofText(sweep.identity()),
                    sweep.baseFile().map(Path::toString).orElse(""),
                    sweep.baseFile().map(SweepDirectory::hash).orElse("")));
            // last, for with it the folder is a sweep, and one that can be gone on with
            Durable.replace(folder.resolve(SWEEP), sweep.yaml().getBytes(StandardCharsets.UTF_8));
            return directory;
        } catch (RuntimeException failure) {
            directory.close();
            throw failure;
        }
    }

    private static String hash(Path file) {
        try {
            return Sha256.of(Files.readAllBytes(file));
        } catch (IOException gone) {
            throw new RunException(file + ": cannot be read (" + gone + "); it was there a moment ago");
        }
    }

    static SweepDirectory open(Path folder) {
        return new SweepDirectory(folder);
    }

    /**
     * The sweep that was begun here.
     *
     * @throws WrongFolderException if it has become another since
     */
    SweepFile file() {
        SweepFile sweep = file(folder);
        if (!Sha256.ofText(sweep.identity()).equals(manifest().sweepSha256())) {
            throw new WrongFolderException(
                    folder.resolve(SWEEP),
                    "is not the sweep that was begun here (manifest.json has its SHA-256); put it back, or begin"
                            + " another with 'somata sweep' in a folder of its own. Only 'points' may be raised");
        }
        return sweep;
    }

    /** @throws WrongFolderException if there are points of another sweep, or of another version of the program */
    void requireNoOthers(Plan plan) {
        Set<String> ids = plan.points().stream().map(Point::id).collect(Collectors.toSet());
        Durable.list(folder.resolve("points")).stream()
                .filter(point -> !ids.contains(point.getFileName().toString()))
                .findFirst()
                .ifPresent(stray -> {
                    throw new WrongFolderException(
                            stray,
                            "is no point of this sweep, which was begun by version "
                                    + manifest().version() + "; with fewer 'points' in sweep.yaml than before, or with"
                                    + " another version of the program, begin a sweep in a folder of its own");
                });
    }

    SweepManifest manifest() {
        return Durable.readJson(folder.resolve(MANIFEST), SweepManifest.class, "; begin the sweep anew");
    }

    void write(SweepManifest manifest) {
        Durable.replaceWithJson(folder.resolve(MANIFEST), manifest);
    }

    Path folder() {
        return folder;
    }

    Path point(Point point) {
        return point(folder, point.id());
    }

    /** For what a point's process is given and what it says. */
    Path aside(String name) {
        return folder.resolve(".work").resolve(name);
    }

    SweepTable table(SweepConfig config) {
        return new SweepTable(folder, config.space().keySet());
    }

    /** The row of a point, as its folder tells it. */
    Row row(Point point, SweepConfig config) {
        PointFolder own = new PointFolder(point(point));
        if (own.config().map(Point::id).filter(id -> !id.equals(point.id())).isPresent()) {
            throw new WrongFolderException(
                    own.folder(),
                    "has become another experiment, its config.yaml was changed; put it back, or delete the folder");
        }
        return Row.of(point, own.runs(), config.objective());
    }

    /** Lets others work. */
    @Override
    public void close() {
        lock.close();
    }
}
