package org.somata.experiments.trials;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;

/**
 * Runs side by side: those of one configuration but for their seeds make up a group, and the groups are set against the
 * first of them, seed by seed.
 *
 * @param notes sentences for whoever reads it
 */
public record Comparison(List<Group> groups, List<Pairing> differences, List<String> notes) {
    public Comparison {
        groups = List.copyOf(groups);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /**
     * Runs of one configuration.
     *
     * @param name its letter: A, B and so on
     * @param settings in which its configuration differs from those of the other groups
     * @param atEnd figures of the last evaluated epoch, over the completed runs
     * @param selected figures of the epoch of lowest validation error, over the same
     * @param traffic what was sent to learn, by {@link Result#TRAFFIC}, over the same
     */
    public record Group(
            String name,
            Map<String, String> settings,
            List<Member> runs,
            @JsonProperty("final") Map<String, Statistics> atEnd,
            Map<String, Statistics> selected,
            Map<String, Statistics> traffic) {
        /** How many runs the figures are of. */
        public long completed() {
            return runs.stream().filter(Member::completed).count();
        }
    }

    /**
     * A run, or a trial that has not begun.
     *
     * @param epoch whole epochs that are done
     * @param reason in words, where it was not completed
     */
    public record Member(String folder, long seed, String status, int epoch, int epochs, String reason) {
        static Member of(NamedRun run) {
            int epochs = run.config().training().epochs();
            Optional<RecordedRun> begun = run.begun();
            return new Member(
                    run.folder().toString(),
                    run.config().seed(),
                    begun.map(RecordedRun::status).orElse(RecordedRun.UNFINISHED),
                    begun.map(RecordedRun::epochsDone).orElse(0),
                    epochs,
                    begun.flatMap(RecordedRun::result).map(Result::reason).orElse(""));
        }

        public boolean completed() {
            return status.equals(Result.COMPLETED);
        }
    }

    /**
     * A group set against the first.
     *
     * @param pairs seeds of which both groups have a completed run
     * @param atEnd mean differences, this group's figure less that of the first
     */
    public record Pairing(
            String group,
            String to,
            int pairs,
            @JsonProperty("final") Map<String, PairedDifference> atEnd,
            Map<String, PairedDifference> selected) {}

    /**
     * Of runs, trials, and folders of these.
     *
     * @throws org.somata.experiments.runs.WrongFolderException if a folder is none of them
     */
    public static Comparison of(List<Path> folders) {
        return Comparing.compare(Grouping.of(NamedRun.in(folders)));
    }
}
