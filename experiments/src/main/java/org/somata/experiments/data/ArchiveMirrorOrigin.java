package org.somata.experiments.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A web address of a gzipped tar archive that holds all files. */
record ArchiveMirrorOrigin(URI address) implements Origin {
    @Override
    public String label() {
        return address.toString();
    }

    @Override
    public Optional<String> archive() {
        String path = address.getPath();
        return Optional.of(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public Path supply(KnownDataset dataset, Path scratch, Means means) throws IOException {
        Path archive = scratch.resolve(archive().orElseThrow());
        means.downloads().fetch(address, archive, 2 * dataset.bytes() + (1 << 20));
        TarGz.unpack(archive, dataset.format().materials(dataset.files()), scratch);
        Files.delete(archive);
        return scratch;
    }
}
