package org.somata.experiments.bench;

import java.time.LocalDate;
import org.somata.experiments.machine.Git;
import org.somata.experiments.machine.Processor;
import org.somata.experiments.runs.Fingerprint;

/**
 * Where figures come from: without it they mean nothing.
 *
 * @param processor in the system's words, with the number of cores
 * @param kernels the libraries that compute, and what was asked of them
 * @param program its version and commit
 */
public record Surroundings(
        String command, LocalDate date, String program, String processor, String system, String java, String kernels) {
    public static Surroundings here(String command) {
        Fingerprint fingerprint = Fingerprint.here();
        Git.State git = Git.ofProgram();
        int cores = Runtime.getRuntime().availableProcessors();
        String processor = Processor.here().model();
        return new Surroundings(
                command,
                LocalDate.now(),
                fingerprint.program() + ", commit " + git.commit() + (git.dirty() ? " with changes" : ""),
                processor + ", " + cores + (cores == 1 ? " core" : " cores"),
                fingerprint.os(),
                fingerprint.java(),
                fingerprint.kernels());
    }
}
