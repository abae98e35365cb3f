package org.somata.experiments.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.experiments.data.DatasetStatus.FileStatus;
import org.somata.experiments.data.DatasetStatus.State;

/** Where datasets are kept: a folder each, files uncompressed. */
record DataCache(Path root) {
    /** {@code $SOMATA_DATA}, else {@code ~/.cache/somata}. */
    static DataCache of(Map<String, String> environment) {
        String set = environment.getOrDefault("SOMATA_DATA", "");
        return new DataCache(
                set.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "somata")
                        : Path.of(set).toAbsolutePath().normalize());
    }

    Path folder(KnownDataset dataset) {
        return root.resolve(dataset.name());
    }

    Path path(KnownDataset dataset, KnownFile file) {
        return folder(dataset).resolve(file.name());
    }

    Content content(KnownDataset dataset, KnownFile file) {
        return dataset.inProgram()
                ? Content.inProgram(dataset.name() + "/" + file.name() + ".gz")
                : Content.of(path(dataset, file), "run: somata data fetch " + dataset.name());
    }

    boolean has(KnownDataset dataset, KnownFile file) {
        return dataset.inProgram() || Files.exists(path(dataset, file));
    }

    boolean isMissingSome(KnownDataset dataset) {
        return dataset.files().stream().anyMatch(file -> !has(dataset, file));
    }

    /** Reads and hashes every file. */
    DatasetStatus inspect(KnownDataset dataset) {
        List<FileStatus> files =
                dataset.files().stream().map(file -> inspect(dataset, file)).toList();
        String place = dataset.inProgram() ? "in the program" : folder(dataset).toString();
        return new DatasetStatus(
                dataset.name(),
                dataset.title(),
                dataset.training(),
                dataset.testing(),
                dataset.shape(),
                dataset.bytes(),
                place,
                dataset.origins().stream().map(Origin::label).toList(),
                files);
    }

    private FileStatus inspect(KnownDataset dataset, KnownFile file) {
        String where = dataset.inProgram() ? file.name() : path(dataset, file).toString();
        if (!has(dataset, file)) {
            return new FileStatus(where, State.MISSING, "missing");
        }
        Optional<String> fault;
        try {
            fault = file.fault(content(dataset, file));
        } catch (DataException e) {
            fault = Optional.of(e.getMessage());
        }
        return fault.map(why -> new FileStatus(where, State.DAMAGED, why))
                .orElseGet(() -> new FileStatus(where, State.COMPLETE, file.sha256()));
    }
}
