package org.somata.experiments.sweeps;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.machine.Git;
import org.somata.experiments.machine.Program;
import org.somata.experiments.runs.Pace;

/**
 * Where a sweep comes from: its manifest.json.
 *
 * @param sweepSha256 of sweep.yaml but for its number of points, with every default spelled out
 * @param baseFile the experiment's file; empty where the sweep's own file had it
 * @param baseSha256 of that file
 * @param sessions one for the beginning and one for each time that the sweep went on
 */
record SweepManifest(
        String version,
        String gitCommit,
        boolean gitDirty,
        String name,
        String sweepSha256,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String baseFile,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String baseSha256,
        List<Session> sessions) {
    /**
     * One process that worked on the sweep.
     *
     * @param jobs points at a time
     * @param threads of each
     * @param end ISO 8601; empty while it works, or if it was killed
     */
    record Session(List<String> commandLine, int jobs, int threads, String start, String end) {}

    static SweepManifest first(String name, String sweepSha256, String baseFile, String baseSha256) {
        Git.State git = Git.ofProgram();
        return new SweepManifest(
                Program.version(), git.commit(), git.dirty(), name, sweepSha256, baseFile, baseSha256, List.of());
    }

    SweepManifest with(Session next) {
        List<Session> all = new ArrayList<>(sessions);
        all.add(next);
        return with(all);
    }

    /** The last session has ended. */
    SweepManifest ended() {
        List<Session> all = new ArrayList<>(sessions);
        Session last = all.remove(all.size() - 1);
        all.add(new Session(last.commandLine(), last.jobs(), last.threads(), last.start(), Pace.now()));
        return with(all);
    }

    private SweepManifest with(List<Session> all) {
        return new SweepManifest(
                version, gitCommit, gitDirty, name, sweepSha256, baseFile, baseSha256, List.copyOf(all));
    }
}
