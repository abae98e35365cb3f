package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of the user's: the files themselves, or an archive as one of the other origins hands it out. */
record FolderOrigin(Path folder) implements Origin {
    @Override
    public String label() {
        return "--from " + folder;
    }

    @Override
    public Path supply(KnownDataset dataset, Path scratch, Means means) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + " is no directory");
        }
        boolean loose = dataset.format().materials(dataset.files()).stream()
                .anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
        Optional<Path> archive = dataset.origins().stream()
                .flatMap(origin -> origin.archive().stream())
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
        if (loose || archive.isEmpty()) {
            return folder;
        }
        TarGz.unpack(archive.get(), dataset.format().materials(dataset.files()), scratch);
        return scratch;
    }
}
