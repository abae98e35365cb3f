package org.somata.experiments.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.somata.experiments.data.ImageShape;
import org.somata.experiments.machine.Git;
import org.somata.experiments.machine.Program;
import org.somata.experiments.trace.TraceSettings;

/**
 * Where a run's results come from: manifest.json.
 *
 * @param data SHA-256 of the dataset's files
 * @param inputs the shape of the images that the first layer sees; null where inputs are none
 * @param init where the first weights came from, and the SHA-256 of what was read; absent where they were drawn
 * @param sessions one for the beginning and one for each time that the run went on
 */
public record Manifest(
        String version,
        String gitCommit,
        boolean gitDirty,
        String name,
        long seed,
        String dataSet,
        Map<String, String> data,
        @JsonInclude(JsonInclude.Include.NON_NULL) ImageShape inputs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> init,
        List<Session> sessions) {
    public Manifest {
        init = init == null ? Map.of() : init;
    }

    /**
     * One process that worked on the run.
     *
     * @param fingerprint results of the same fingerprint can be compared byte by byte
     * @param end ISO 8601; empty while it works, or if it was killed
     * @param trace how messages were recorded; absent where they were not
     */
    public record Session(
            List<String> commandLine,
            String java,
            String os,
            String cpu,
            String kernels,
            String fingerprint,
            String engine,
            int threads,
            String start,
            String end,
            @JsonInclude(JsonInclude.Include.NON_NULL) TraceSettings trace) {
        Session endedAt(String time) {
            return new Session(commandLine, java, os, cpu, kernels, fingerprint, engine, threads, start, time, trace);
        }
    }

    static Manifest first(String name, long seed, String dataSet, Map<String, String> data, Map<String, String> init) {
        Git.State git = Git.ofProgram();
        return new Manifest(
                Program.version(), git.commit(), git.dirty(), name, seed, dataSet, data, null, init, List.of());
    }

    /** Of a run whose first layer sees such images, or such inputs that are none. */
    Manifest seeing(ImageShape shape) {
        ImageShape images = shape.equals(ImageShape.NONE) ? null : shape;
        return new Manifest(version, gitCommit, gitDirty, name, seed, dataSet, data, images, init, sessions);
    }

    Manifest with(Session next) {
        List<Session> all = new ArrayList<>(sessions);
        all.add(next);
        return with(all);
    }

    /** The last session has ended. */
    public Manifest ended() {
        List<Session> all = new ArrayList<>(sessions);
        all.set(all.size() - 1, all.get(all.size() - 1).endedAt(Pace.now()));
        return with(all);
    }

    /** How messages are recorded, by whoever goes on too; known before there is any trace. */
    public Optional<TraceSettings> tracing() {
        return sessions.stream().map(Session::trace).filter(Objects::nonNull).findFirst();
    }

    /** Of a trial of the same experiment on which nobody has worked yet. */
    Manifest ofSeed(long trial) {
        return new Manifest(version, gitCommit, gitDirty, name, trial, dataSet, data, inputs, init, List.of());
    }

    /** Of the same run once more, by the program of now. */
    public Manifest again() {
        Git.State git = Git.ofProgram();
        return new Manifest(
                Program.version(), git.commit(), git.dirty(), name, seed, dataSet, data, inputs, init, List.of());
    }

    private Manifest with(List<Session> all) {
        return new Manifest(version, gitCommit, gitDirty, name, seed, dataSet, data, inputs, init, all);
    }
}
