package org.somata.experiments.data;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dataset in a folder of the user's: one of the {@link FolderFormat}s, with a training set and a test set. Its classes
 * are 0 … the largest label of either.
 *
 * @param name the path as it was written
 */
record FolderDataset(String name, Path folder) {
    /** What is written with a separator is a path, and so is the name of a folder that is there. */
    static Optional<FolderDataset> of(String set) {
        Path folder;
        try {
            folder = Path.of(set);
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
        if (Files.isDirectory(folder)) {
            return Optional.of(new FolderDataset(set, folder));
        }
        boolean path = Stream.of("/", folder.getFileSystem().getSeparator()).anyMatch(set::contains)
                || List.of(".", "..", "~").contains(set);
        if (path || Files.exists(folder)) {
            throw UnknownDatasetException.noFolder(set, folder);
        }
        return Optional.empty();
    }

    /** @throws DataException for a file that is missing or damaged, or files that do not belong together */
    Dataset read() {
        FolderFiles files = new FolderFiles(folder);
        FolderFormat format = format(files);
        requireAll(files, format.training());
        List<String> test = test(files, format);
        FolderFormat.Parts parts = format.read(files, test, Room.ofProcess());
        Labelled training = parts.train().examples();
        Labelled testing = parts.test().examples();
        requireSameShape(parts);
        int classes = Math.max(training.classesUsed(), testing.classesUsed());
        if (classes < 2) {
            throw new DataException(name + ": every label is 0; at least two classes are needed");
        }
        Map<String, String> sha256 = new TreeMap<>(parts.train().sha256());
        sha256.putAll(parts.test().sha256());
        return new Dataset(
                name,
                new Dataset.Part(training.among(classes), parts.train().shape(), Map.of()),
                new Dataset.Part(testing.among(classes), parts.test().shape(), Map.of()),
                sha256);
    }

    private FolderFormat format(FolderFiles files) {
        List<FolderFormat> there = Arrays.stream(FolderFormat.values())
                .filter(format -> format.training().stream().anyMatch(files::has))
                .toList();
        if (there.isEmpty()) {
            throw new DataException(name + ": has no training set; looked for "
                    + Arrays.stream(FolderFormat.values())
                            .map(format -> and(format.training()) + " (" + format + ")")
                            .collect(Collectors.joining(", or "))
                    + ", each plain or .gz");
        }
        if (there.size() > 1) {
            throw new DataException(name + ": has training sets in " + there.get(0) + " and in " + there.get(1)
                    + "; leave one of them in this folder");
        }
        return there.get(0);
    }

    private List<String> test(FolderFiles files, FolderFormat format) {
        List<List<String>> there = format.tests().stream()
                .filter(names -> names.stream().anyMatch(files::has))
                .toList();
        if (there.isEmpty()) {
            throw new DataException(name + ": has a training set, but no test set; looked for "
                    + format.tests().stream().map(FolderDataset::and).collect(Collectors.joining(", or "))
                    + ", each plain or .gz; put some examples aside for it");
        }
        if (there.size() > 1) {
            throw new DataException(name + ": has two test sets, with "
                    + there.get(0).get(0) + " and with " + there.get(1).get(0) + "; leave one of them in this folder");
        }
        requireAll(files, there.get(0));
        return there.get(0);
    }

    private void requireAll(FolderFiles files, List<String> names) {
        List<String> missing = names.stream().filter(each -> !files.has(each)).toList();
        if (!missing.isEmpty()) {
            throw new DataException(
                    name + ": has " + and(names.stream().filter(files::has).toList()) + ", but no " + and(missing)
                            + ", plain or .gz; put it there");
        }
    }

    private void requireSameShape(FolderFormat.Parts parts) {
        String training = shape(parts.train());
        String testing = shape(parts.test());
        if (!training.equals(testing)) {
            throw new DataException(name + ": inputs are " + training + " in the training set, but " + testing
                    + " in the test set; the files do not belong together");
        }
    }

    private static String shape(Dataset.Part part) {
        int features = part.examples().features();
        return part.shape().equals(ImageShape.NONE)
                ? features + (features == 1 ? " number" : " numbers")
                : "images of " + part.shape();
    }

    private static String and(List<String> names) {
        return String.join(" and ", names);
    }
}
