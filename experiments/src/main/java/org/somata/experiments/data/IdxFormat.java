package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Four IDX files: training images, training labels, test images, test labels. */
record IdxFormat(int classes) implements Format {
    @Override
    public Set<String> materials(List<KnownFile> files) {
        return files.stream().flatMap(file -> spellings(file).stream()).collect(Collectors.toSet());
    }

    /** With and without gzip, and with the dot that some have put where MNIST has a hyphen. */
    private static List<String> spellings(KnownFile file) {
        String dotted = file.name().replace("-idx", ".idx");
        return List.of(file.name(), file.name() + ".gz", dotted, dotted + ".gz");
    }

    @Override
    public void convert(List<KnownFile> files, Path from, Path into) throws IOException {
        for (KnownFile file : files) {
            Path source = spellings(file).stream()
                    .map(from::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new DataException(from + " has no " + file.name() + ", plain or .gz"));
            Content.of(source, "take a whole copy").copyTo(into.resolve(file.name()), file.bytes());
        }
    }

    @Override
    public Dataset read(KnownDataset dataset, Function<KnownFile, Content> contents) {
        Dataset.Part train = part(dataset.files().subList(0, 2), contents);
        Dataset.Part test = part(dataset.files().subList(2, 4), contents);
        TreeMap<String, String> sha256 = new TreeMap<>(train.sha256());
        sha256.putAll(test.sha256());
        return new Dataset(dataset.name(), train, test, sha256);
    }

    private Dataset.Part part(List<KnownFile> pair, Function<KnownFile, Content> contents) {
        KnownFile images = pair.get(0);
        KnownFile labels = pair.get(1);
        return Idx.read(
                images.name(),
                contents.apply(images),
                labels.name(),
                contents.apply(labels),
                classes,
                Room.ofProcess());
    }
}
