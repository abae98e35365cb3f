package org.somata.experiments.data;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A dataset that the program knows by name: its files and where to get them.
 *
 * @param files in the order that {@code format} asks for
 * @param origins in the order in which they are tried; none for what comes with the program
 */
record KnownDataset(
        String name,
        String title,
        Format format,
        List<KnownFile> files,
        List<Origin> origins,
        int training,
        int testing,
        ImageShape shape) {
    KnownDataset {
        files = List.copyOf(files);
        origins = List.copyOf(origins);
    }

    boolean inProgram() {
        return origins.isEmpty();
    }

    long bytes() {
        return files.stream().mapToLong(KnownFile::bytes).sum();
    }

    /** @throws DataException for a file that is missing, damaged, or not the one that the program knows */
    Dataset read(Function<KnownFile, Content> contents) {
        Dataset dataset = format.read(this, contents);
        Map<String, String> found = dataset.sha256();
        for (KnownFile file : files) {
            file.wrongHash(found.get(file.name())).ifPresent(fault -> {
                throw contents.apply(file).damaged(fault);
            });
        }
        return dataset;
    }
}
