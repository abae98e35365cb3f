package org.somata.experiments.trials;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;

/**
 * Runs side by side: those of one configuration but for their seeds make up a group, and the groups are set against the
 * first of them, seed by seed.
 *
 * @param notes sentences for whoever reads it
 */
public record Comparison(List<Group> groups, List<Pairing> differences, List<String> notes) {
    /**
     * Runs of one configuration.
     *
     * @param name A, B and so on
     * @param settings in which its configuration differs from those of the other groups
     * @param atEnd figures of the last evaluated epoch, over the completed runs
     * @param selected figures of the epoch of lowest validation error, over the same
     */
    public record Group(
            String name,
            Map<String, String> settings,
            List<Member> runs,
            @JsonProperty("final") Map<String, Statistics> atEnd,
            Map<String, Statistics> selected) {
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
        static Member of(Gathered run) {
            int epochs = run.config().training().epochs();
            Optional<RecordedRun> begun = run.begun();
            return new Member(
                    run.folder().toString(),
                    run.config().seed(),
                    begun.map(RecordedRun::status).orElse(RecordedRun.UNFINISHED),
                    begun.map(Member::epochsDone).orElse(0),
                    epochs,
                    begun.flatMap(RecordedRun::result).map(Result::reason).orElse(""));
        }

        private static int epochsDone(RecordedRun run) {
            OptionalInt last =
                    run.epochs().stream().mapToInt(EpochFigures::epoch).max();
            return run.result().map(Result::epochs).orElse(last.orElse(0));
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
        Map<Map<String, String>, List<Gathered>> byConfig = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        for (Gathered run : Gathered.in(folders)) {
            List<Gathered> group =
                    byConfig.computeIfAbsent(Differences.settings(run.config()), none -> new ArrayList<>());
            Optional<Gathered> twin = group.stream()
                    .filter(other -> other.config().seed() == run.config().seed())
                    .findFirst();
            if (twin.isEmpty()) {
                group.add(run);
            } else if (!twin.get().completed() && run.completed()) {
                group.set(group.indexOf(twin.get()), run);
                notes.add(passedOver(twin.get(), run));
            } else {
                notes.add(passedOver(run, twin.get()));
            }
        }
        return Comparing.compare(List.copyOf(byConfig.values()), notes);
    }

    private static String passedOver(Gathered run, Gathered instead) {
        return run.folder() + " is left out: it is of the same configuration and seed as " + instead.folder();
    }
}
