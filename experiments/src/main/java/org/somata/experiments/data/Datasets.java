package org.somata.experiments.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somata.experiments.data.DatasetStatus.State;

/** Datasets by name: in the program, in the cache, or from where they can be had. */
public final class Datasets {
    private final List<KnownDataset> known;
    private final DataCache cache;
    private final Function<Consumer<String>, Means> means;

    Datasets(List<KnownDataset> known, DataCache cache, Function<Consumer<String>, Means> means) {
        this.known = List.copyOf(known);
        this.cache = cache;
        this.means = means;
    }

    /** All that the program knows, with the user's cache: {@code $SOMATA_DATA}, else {@code ~/.cache/somata}. */
    public static Datasets ofUser() {
        Downloads downloads = new Downloads();
        return new Datasets(
                Catalogue.ALL, DataCache.of(System.getenv()), log -> new Means(Tools.onPath(), downloads, log));
    }

    /**
     * Reads a dataset into memory. That of a known name has every file checked against its hash, and is fetched first
     * if it is missing. Anything else is a directory, where what stands in {@link FolderFormat} is looked for.
     *
     * @param set a name such as {@code mnist}, or a directory's path, from the working directory on if it is relative;
     *     {@code ./mnist} is a directory whatever names are known
     * @param log hears, line by line, where a missing dataset is fetched from
     * @throws UnknownDatasetException for what is neither
     * @throws DataException where it is damaged, or missing and not to be had
     */
    public static Dataset load(String set, Consumer<String> log) {
        return ofUser().read(set, log);
    }

    /** As {@link #load(String, Consumer)}, with nobody told of what is fetched. */
    public static Dataset load(String set) {
        return load(set, line -> {});
    }

    /** As {@link #load(String, Consumer)}. */
    public Dataset read(String set, Consumer<String> log) {
        Optional<FolderDataset> folder = folder(set);
        if (folder.isPresent()) {
            return folder.get().read();
        }
        KnownDataset dataset = find(set);
        if (cache.isMissingSome(dataset)) {
            new Fetcher(cache, means.apply(log)).fetch(dataset, Optional.empty());
        }
        return dataset.read(file -> cache.content(dataset, file));
    }

    /**
     * Looks whether there can be such a dataset, without reading anything of it.
     *
     * @return what is to be said of it nevertheless: a directory that is not there may be there where the run will be
     * @throws UnknownDatasetException for what is neither a known name nor a path
     */
    public Optional<String> check(String set) {
        if (set.contains("/") && !Files.exists(Path.of(set))) {
            return Optional.of("there is no directory '" + set + "' here");
        }
        if (folder(set).isEmpty()) {
            find(set);
        }
        return Optional.empty();
    }

    /** A known name is never a folder's. */
    private Optional<FolderDataset> folder(String set) {
        return names().contains(set) ? Optional.empty() : FolderDataset.of(set);
    }

    /** The folder of the cache, there or not. */
    public Path cache() {
        return cache.root();
    }

    public List<String> names() {
        return known.stream().map(KnownDataset::name).toList();
    }

    /**
     * Reads and hashes what there is of a dataset.
     *
     * @throws UnknownDatasetException for a name that is not known
     */
    public DatasetStatus inspect(String name) {
        return cache.inspect(find(name));
    }

    /**
     * Brings a dataset into the cache unless it is there, whole.
     *
     * @param from a directory to try before the dataset's own sources
     * @throws UnknownDatasetException for a name that is not known
     * @throws DataException naming every source tried and why it failed
     */
    public void fetch(String name, Optional<Path> from, Consumer<String> log) {
        if (folder(name).isPresent()) {
            log.accept(name + ": is a directory, and read where it is");
            return;
        }
        KnownDataset dataset = find(name);
        DatasetStatus status = cache.inspect(dataset);
        if (status.state() == State.COMPLETE) {
            log.accept(name + ": complete already, " + status.place());
        } else {
            new Fetcher(cache, means.apply(log)).fetch(dataset, from);
        }
    }

    /**
     * Reads and hashes a dataset, or all known ones of which there is something, and tells of each file; of a directory
     * also what is in it.
     *
     * @throws UnknownDatasetException for what is neither a known name nor a directory
     * @throws DataException naming every damaged or missing file, after all have been read
     */
    public void verify(Optional<String> name, Consumer<String> log) {
        Optional<FolderDataset> folder = name.flatMap(this::folder);
        if (folder.isPresent()) {
            Dataset dataset = folder.get().read();
            log.accept(name.get() + ": complete, "
                    + folder.get().folder().toAbsolutePath().normalize());
            Survey.tell(dataset, log);
            return;
        }
        List<String> faults = new ArrayList<>();
        for (String each : name.map(List::of).orElseGet(this::names)) {
            DatasetStatus status = inspect(each);
            if (status.state() == State.MISSING) {
                log.accept(each + ": not in the cache");
                name.ifPresent(asked -> faults.add(status.place() + ": " + asked + " is not in the cache"));
            } else {
                verify(status, faults, log);
            }
        }
        if (!faults.isEmpty()) {
            throw new DataException(String.join("\n", faults) + "\nrun: somata data fetch " + name.orElse("NAME"));
        }
    }

    private static void verify(DatasetStatus status, List<String> faults, Consumer<String> log) {
        log.accept(status.name() + ": " + status.state().name().toLowerCase(Locale.ROOT) + ", " + status.place());
        for (DatasetStatus.FileStatus file : status.files()) {
            if (file.state() == State.COMPLETE) {
                log.accept("  ok  " + file.finding() + "  " + file.path());
            } else {
                faults.add(file.path() + ": " + file.finding());
            }
        }
    }

    private KnownDataset find(String name) {
        return known.stream()
                .filter(dataset -> dataset.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownDatasetException(name, names()));
    }
}
