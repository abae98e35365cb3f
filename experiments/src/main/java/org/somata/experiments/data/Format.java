package org.somata.experiments.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How a dataset's files are read, and made from what a source offers. */
interface Format {
    /** Every file name under which a source may offer something that {@link #convert} takes. */
    Set<String> materials(List<KnownFile> files);

    /**
     * Writes {@code files} into the folder {@code into} from what lies in {@code from}. Hashes are left to the caller.
     *
     * @throws DataException where {@code from} lacks something or what it has is damaged
     * @throws IOException where {@code into} cannot be written
     */
    void convert(List<KnownFile> files, Path from, Path into) throws IOException;

    /** @throws DataException for anything but whole files that belong together */
    Dataset read(KnownDataset dataset, Function<KnownFile, Content> contents);
}
