package org.somata.experiments.data;

import java.util.Optional;

/** A file of a known dataset in the form in which the cache keeps it. */
record KnownFile(String name, long bytes, String sha256) {
    /** What is wrong with {@code content}, if anything: a difference in size is told before one in the hash. */
    Optional<String> fault(Content content) {
        long size = content.size(bytes + 1);
        if (size != bytes) {
            return Optional.of(
                    size > bytes ? "has more than its " + bytes + " bytes" : "has " + size + " of " + bytes + " bytes");
        }
        return wrongHash(content.sha256(bytes));
    }

    Optional<String> wrongHash(String found) {
        return found.equals(sha256)
                ? Optional.empty()
                : Optional.of("its SHA-256 is " + found + ", not " + sha256 + ": the file is damaged or another one");
    }
}
