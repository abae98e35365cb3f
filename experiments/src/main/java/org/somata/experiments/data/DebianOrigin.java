package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A package of Debian's. Where it is installed its folder is used; else it is downloaded and unpacked, which unlike
 * installing needs no rights.
 *
 * @param folder where the package puts the files, from the root
 */
record DebianOrigin(String name, String folder) implements Origin {
    @Override
    public String label() {
        return "Debian package " + name;
    }

    @Override
    public Path supply(KnownDataset dataset, Path scratch, Means means) throws IOException {
        Path installed = Path.of("/").resolve(folder);
        if (Files.isDirectory(installed)) {
            return installed;
        }
        means.tools().run(scratch, "apt-get", "download", name);
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(scratch, name + "_*.deb")) {
            for (Path archive : packages) {
                means.tools()
                        .run(scratch, "dpkg-deb", "-x", archive.getFileName().toString(), "unpacked");
                return scratch.resolve("unpacked").resolve(folder);
            }
        }
        throw new DataException("apt-get download left no " + name + "_*.deb");
    }
}
