package org.somata.experiments.runs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps other processes from working in a folder; the system lets go of it with the process, however that ends. */
public final class FolderLock implements AutoCloseable {
    public static final String FILE = ".lock";

    /**
     * Folders that this process holds. The system's locks are between processes: where one process closes any channel to
     * a file, even one that was refused the lock, it gives up its lock on it.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path held;
    private final FileChannel lockFile;

    private FolderLock(Path folder, Path held, FileChannel lockFile) {
        this.folder = folder;
        this.held = held;
        this.lockFile = lockFile;
    }

    /**
     * @param what is in the folder, for messages: run
     * @throws RunException if another process is at work there, or nothing can be written
     */
    public static FolderLock take(Path folder, String what) {
        try {
            Path held = folder.toRealPath();
            if (!HELD.add(held)) {
                throw taken(folder, what);
            }
            return lock(folder, held, what);
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        }
    }

    private static FolderLock lock(Path folder, Path held, String what) throws IOException {
        boolean locked = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
        } finally {
            if (!locked) {
                HELD.remove(held);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        if (!locked) {
            throw taken(folder, what);
        }
        return new FolderLock(folder, held, channel);
    }

    private static RunException taken(Path folder, String what) {
        return new RunException(folder + ": another process is at work on this " + what + "; wait for it to end");
    }

    /** Lets others work. */
    @Override
    public void close() {
        try {
            // the lock goes with its file
            lockFile.close();
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        } finally {
            HELD.remove(held);
        }
    }

    private static RunException unwritable(Path folder, IOException failure) {
        return new RunException(folder + ": cannot be written (" + failure + "); is there a right to write there?");
    }
}
