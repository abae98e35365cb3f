package org.somata.experiments.data;

import java.util.List;

/**
 * What there is of a known dataset.
 *
 * @param bytes of all files, uncompressed
 * @param place the folder in the cache, there or not
 * @param origins where it can be had, in the order of trying
 */
public record DatasetStatus(
        String name,
        String title,
        int training,
        int testing,
        ImageShape shape,
        long bytes,
        String place,
        List<String> origins,
        List<FileStatus> files) {
    public DatasetStatus {
        origins = List.copyOf(origins);
        files = List.copyOf(files);
    }

    /** Of a file or of a dataset. */
    public enum State {
        MISSING,
        DAMAGED,
        COMPLETE
    }

    /** @param finding the SHA-256 of a complete file, else what is wrong with it */
    public record FileStatus(String path, State state, String finding) {}

    /** Missing where no file is there, damaged where some are missing or any is damaged. */
    public State state() {
        return List.of(State.MISSING, State.COMPLETE).stream()
                .filter(state -> files.stream().allMatch(file -> file.state() == state))
                .findFirst()
                .orElse(State.DAMAGED);
    }
}
