package org.somata.experiments.data;

import java.util.List;

/** How a dataset's files in a folder of the user's are called, and how they are read. */
enum FolderFormat {
    /** See {@link Idx}; as in MNIST the test set may be called t10k. */
    IDX(
            List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
            List.of(
                    List.of("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
                    List.of("test-images-idx3-ubyte", "test-labels-idx1-ubyte"))) {
        @Override
        Parts read(FolderFiles files, List<String> test, Room room) {
            return new Parts(idx(files, training(), room), idx(files, test, room));
        }
    },
    /** See {@link Npy}. */
    NPY(List.of("train-images.npy", "train-labels.npy"), List.of(List.of("test-images.npy", "test-labels.npy"))) {
        @Override
        Parts read(FolderFiles files, List<String> test, Room room) {
            return new Parts(npy(files, training(), room), npy(files, test, room));
        }
    },
    /** See {@link Csv}. */
    CSV(List.of("train.csv"), List.of(List.of("test.csv"))) {
        @Override
        Parts read(FolderFiles files, List<String> test, Room room) {
            Csv.Read train =
                    Csv.read(training().get(0), files.content(training().get(0)), room);
            Content content = files.content(test.get(0));
            Csv.Read other = Csv.read(test.get(0), content, room);
            train.requireSameColumns(content, other);
            return new Parts(train.part(), other.part());
        }
    };

    private final List<String> training;
    private final List<List<String>> tests;

    FolderFormat(List<String> training, List<List<String>> tests) {
        this.training = training;
        this.tests = tests;
    }

    /** A training set and a test set. */
    record Parts(Dataset.Part train, Dataset.Part test) {}

    /** The files of the training set. */
    List<String> training() {
        return training;
    }

    /** The files that a test set may have. */
    List<List<String>> tests() {
        return tests;
    }

    /** @param test the files of the test set */
    abstract Parts read(FolderFiles files, List<String> test, Room room);

    private static Dataset.Part idx(FolderFiles files, List<String> names, Room room) {
        String images = names.get(0);
        String labels = names.get(1);
        return Idx.read(images, files.content(images), labels, files.content(labels), 256, room);
    }

    private static Dataset.Part npy(FolderFiles files, List<String> names, Room room) {
        String images = names.get(0);
        String labels = names.get(1);
        return Npy.read(images, files.content(images), labels, files.content(labels), room);
    }
}
