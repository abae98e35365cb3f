package org.somata.experiments.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What could not be written, beside the files in which it should be.
 *
 * @param rows halves of messages, and updates
 */
record NotKept(long rows, String reason) {
    private static final String FILE = "not-kept.json";

    /** Adds to what is noted already. @throws IOException where not even that can be written */
    void write(Path folder) throws IOException {
        long before = Math.max(0, read(folder).map(Trace.Gap::records).orElse(0L));
        Files.write(folder.resolve(FILE), new ObjectMapper().writeValueAsBytes(new NotKept(before + rows, reason)));
    }

    /** All that it said of is recorded again, where a run begins anew. */
    static void forget(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }

    static Optional<Trace.Gap> read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            NotKept found = new ObjectMapper().readValue(Files.readAllBytes(file), NotKept.class);
            return Optional.of(
                    new Trace.Gap(folder.toString(), "could not be written (" + found.reason + ")", found.rows));
        } catch (IOException damaged) {
            return Optional.of(new Trace.Gap(file.toString(), "says what could not be written, and is damaged", -1));
        }
    }
}
