package org.somata.experiments.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** A web address under which each file lies, gzipped. */
record MirrorOrigin(URI base) implements Origin {
    @Override
    public String label() {
        return base.toString();
    }

    @Override
    public Path supply(KnownDataset dataset, Path scratch, Means means) throws IOException {
        for (KnownFile file : dataset.files()) {
            String name = file.name() + ".gz";
            // gzip never adds more than this to what it cannot compress
            means.downloads().fetch(base.resolve(name), scratch.resolve(name), file.bytes() + file.bytes() / 64 + 1024);
        }
        return scratch;
    }
}
