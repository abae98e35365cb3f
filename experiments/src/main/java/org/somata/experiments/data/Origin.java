package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A place that a dataset can be had from. */
sealed interface Origin permits FolderOrigin, MirrorOrigin, ArchiveMirrorOrigin, NpmOrigin, DebianOrigin {
    /** As a user should read it. */
    String label();

    /** The name of the archive that this origin hands out, if it is one: {@code --from} takes it too. */
    default Optional<String> archive() {
        return Optional.empty();
    }

    /**
     * Brings the dataset's material (see {@link Format#materials}) into a folder: one of its own or {@code scratch},
     * an empty folder that the caller deletes.
     *
     * @throws DataException where it could not be had, saying why
     * @throws IOException where {@code scratch} cannot be written
     */
    Path supply(KnownDataset dataset, Path scratch, Means means) throws IOException;
}
