package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * CIFAR-10's own binary form: each file has {@code records} images, each a byte for the label and then the red, the
 * green and the blue plane of 32×32 bytes. All files but the last are the training set. PNG sprites, the other form in
 * which CIFAR-10 goes around, are brought into this one ({@link CifarSprites}): it reads six times faster, and its
 * hashes are those of the original.
 */
record CifarFormat(int records) implements Format {
    static final int SIDE = 32;
    static final int PLANE = SIDE * SIDE;
    static final int FEATURES = 3 * PLANE;
    static final int RECORD = 1 + FEATURES;
    static final int CLASSES = 10;

    @Override
    public Set<String> materials(List<KnownFile> files) {
        Set<String> names = new HashSet<>(CifarSprites.materials(files));
        files.forEach(file -> names.add(file.name()));
        return names;
    }

    @Override
    public void convert(List<KnownFile> files, Path from, Path into) throws IOException {
        if (files.stream().noneMatch(file -> Files.isRegularFile(from.resolve(file.name())))
                && CifarSprites.materials(files).stream().anyMatch(name -> Files.isRegularFile(from.resolve(name)))) {
            new CifarSprites(records).convert(files, from, into);
            return;
        }
        for (KnownFile file : files) {
            Path source = from.resolve(file.name());
            if (!Files.isRegularFile(source)) {
                throw new DataException(from + " has no " + file.name() + " (nor sprites as PNG)");
            }
            Content.of(source, "take a whole copy").copyTo(into.resolve(file.name()), file.bytes());
        }
    }

    @Override
    public Dataset read(KnownDataset dataset, Function<KnownFile, Content> contents) {
        int last = dataset.files().size() - 1;
        Map<String, String> sha256 = new TreeMap<>();
        Dataset.Part train = part(dataset.files().subList(0, last), contents, sha256);
        Dataset.Part test = part(dataset.files().subList(last, last + 1), contents, sha256);
        return new Dataset(dataset.name(), train, test, sha256);
    }

    private Dataset.Part part(
            List<KnownFile> files, Function<KnownFile, Content> contents, Map<String, String> sha256) {
        int bytes = records * RECORD;
        for (KnownFile file : files) {
            Content content = contents.apply(file);
            long size = content.size(bytes + 1L);
            if (size != bytes) {
                throw content.damaged(
                        Math.min(size, bytes),
                        "the file " + (size < bytes ? "ends here" : "goes on") + ", but " + records + " images of "
                                + RECORD + " bytes are " + bytes);
            }
        }
        byte[] all = new byte[Math.multiplyExact(files.size(), bytes)];
        int[] labels = new int[files.size() * records];
        for (int i = 0; i < files.size(); i++) {
            Content content = contents.apply(files.get(i));
            sha256.put(files.get(i).name(), content.readInto(all, i * bytes, bytes));
            byte[] ofFile = new byte[records];
            for (int record = 0; record < records; record++) {
                ofFile[record] = all[i * bytes + record * RECORD];
            }
            System.arraycopy(Labels.checked(content, ofFile, 0, RECORD, CLASSES), 0, labels, i * records, records);
        }
        return new Dataset.Part(
                new Labelled(new ByteInputs(all, 1, RECORD, FEATURES, labels.length), labels, CLASSES),
                new ImageShape(SIDE, SIDE, 3),
                Map.copyOf(sha256));
    }
}
