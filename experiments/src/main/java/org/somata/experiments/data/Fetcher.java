package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fills the cache. A file is in the cache whole and checked, or not at all. */
record Fetcher(DataCache cache, Means means) {
    /**
     * Tries the origins in their order, {@code from} before all others.
     *
     * @throws DataException naming each origin and why it failed
     */
    void fetch(KnownDataset dataset, Optional<Path> from) {
        prepare();
        List<String> failures = new ArrayList<>();
        for (Origin origin : origins(dataset, from)) {
            long start = System.nanoTime();
            means.log().accept(dataset.name() + ": trying " + origin.label());
            try {
                fetch(dataset, origin);
                means.log()
                        .accept(String.format(
                                "%s: complete in %s, from %s (%.1f s)",
                                dataset.name(),
                                cache.folder(dataset),
                                origin.label(),
                                (System.nanoTime() - start) / 1e9));
                return;
            } catch (DataException e) {
                means.log().accept(dataset.name() + ": not from there: " + e.getMessage());
                failures.add(origin.label() + ": " + e.getMessage());
            }
        }
        throw new DataException(dataset.name() + " could not be had from any of its sources:\n  "
                + String.join("\n  ", failures)
                + "\nBring its files (" + String.join(", ", names(dataset))
                + ") into a directory and run: somata data fetch " + dataset.name() + " --from DIR");
    }

    private static List<Origin> origins(KnownDataset dataset, Optional<Path> from) {
        return Stream.concat(from.map(folder -> (Origin) new FolderOrigin(folder)).stream(), dataset.origins().stream())
                .toList();
    }

    private static List<String> names(KnownDataset dataset) {
        return dataset.files().stream().map(KnownFile::name).toList();
    }

    private void fetch(KnownDataset dataset, Origin origin) {
        try {
            Path work = Files.createTempDirectory(cache.root(), ".fetch-");
            Thread cleaner = new Thread(() -> clean(work));
            Runtime.getRuntime().addShutdownHook(cleaner);
            try {
                Path raw = Files.createDirectory(work.resolve("raw"));
                Path ready = Files.createDirectory(work.resolve("ready"));
                dataset.format().convert(dataset.files(), origin.supply(dataset, raw, means), ready);
                check(dataset, ready);
                moveIn(dataset, ready);
            } finally {
                Folders.delete(work);
                forget(cleaner);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** No source can help where the cache cannot be written. */
    private void prepare() {
        try {
            Files.createDirectories(cache.root());
            if (!Files.isWritable(cache.root())) {
                throw new AccessDeniedException(cache.root().toString());
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private DataException unwritable(IOException e) {
        return new DataException(
                "cannot write to the cache " + cache.root() + " (" + Reason.of(e)
                        + "); make room or set SOMATA_DATA to another directory",
                e);
    }

    private static void check(KnownDataset dataset, Path ready) {
        for (KnownFile file : dataset.files()) {
            file.fault(Content.of(ready.resolve(file.name()), "")).ifPresent(fault -> {
                throw new DataException(file.name() + ": " + fault);
            });
        }
    }

    private void moveIn(KnownDataset dataset, Path ready) throws IOException {
        Files.createDirectories(cache.folder(dataset));
        for (KnownFile file : dataset.files()) {
            Files.move(
                    ready.resolve(file.name()),
                    cache.path(dataset, file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void forget(Thread cleaner) {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // the process is ending already, and the cleaner is at work
            return;
        }
    }

    /** On Ctrl-C: whoever still writes there is stopped first. */
    private static void clean(Path work) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        try {
            Folders.delete(work);
        } catch (IOException e) {
            // the process is ending; the next attempt has a folder of its own
            return;
        }
    }
}
