package org.somata.experiments.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** No dataset goes by this name: an error of the command line or the configuration, not of the data. */
public final class UnknownDatasetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownDatasetException(String name, List<String> known) {
        super("unknown dataset '" + name + "'"
                + nearest(name, known)
                        .map(near -> ": did you mean '" + near + "'?")
                        .orElse(";")
                + " known: " + String.join(", ", known) + "; nor is there a directory of this name");
    }

    private UnknownDatasetException(String message) {
        super(message);
    }

    /** What was written is a path, and leads to no folder. */
    static UnknownDatasetException noFolder(String set, Path path) {
        Path looked = path.toAbsolutePath().normalize();
        if (Files.exists(path)) {
            return new UnknownDatasetException("the dataset '" + set
                    + "' is a file; give the directory that has it and its companions, " + looked.getParent());
        }
        return new UnknownDatasetException("there is no directory '" + set + "' to read a dataset from; looked for "
                + looked
                + (set.startsWith("~")
                        ? "; ~ means nothing here, write the path in full"
                        : path.isAbsolute() ? "" : "; a relative path counts from the working directory"));
    }

    /** The same, saying which setting or option has the name. */
    public UnknownDatasetException at(String place) {
        return new UnknownDatasetException(place + ": " + getMessage());
    }

    private static Optional<String> nearest(String name, List<String> known) {
        String given = plain(name);
        return known.stream()
                .filter(candidate -> distance(given, plain(candidate)) <= 2)
                .min(Comparator.comparingInt(candidate -> distance(given, plain(candidate))));
    }

    /** Case, hyphens and underscores are what is mistaken most. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
