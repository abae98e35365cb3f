package org.somata.experiments.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of a user's folder, each plain or, failing that, gzipped with {@code .gz} after its name. */
record FolderFiles(Path folder) {
    boolean has(String name) {
        return find(name).isPresent();
    }

    Content content(String name) {
        return Content.of(find(name).orElse(folder.resolve(name)), "mend the file, or take a whole copy");
    }

    private Optional<Path> find(String name) {
        // some have put a dot where MNIST has a hyphen
        String dotted = name.replace("-idx", ".idx");
        return List.of(name, name + ".gz", dotted, dotted + ".gz").stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
