package org.somata.experiments.trials;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.Manifest;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.runs.RunDirectory;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Runs.Outcome;
import org.somata.experiments.runs.WrongFolderException;

/** One process's work on trials: whatever of them there is to do, and the summary after each. */
final class TrialsSession {
    private final Path folder;
    private final RunDirectory directory;
    private final ExperimentConfig config;
    private final Runs runs;
    private final TrialsWatch watch;

    /** @param runs they have to tell {@code watch} */
    TrialsSession(RunDirectory directory, ExperimentConfig config, Runs runs, TrialsWatch watch) {
        this.folder = directory.folder();
        this.directory = directory;
        this.config = config;
        this.runs = runs;
        this.watch = watch;
    }

    /** @throws WrongFolderException before anything is done, if a trial's place is taken by something else */
    Outcome work(Manifest before) {
        List<Integer> left = left();
        if (left.isEmpty()) {
            watch.note(
                    folder + ": all " + config.trials() + " trials have ended already, there is nothing to go on with");
            return outcome(summarise());
        }
        watch.stand(RecordedTrials.read(folder).summary());
        Manifest manifest = runs.withSession(before);
        directory.write(manifest);
        for (int number : left) {
            Outcome trial = work(number, before);
            Summary summary = summarise();
            if (trial.interrupted()) {
                directory.write(manifest.ended());
                return new Outcome(trial.status(), name(number) + ": " + trial.reason(), folder);
            }
            watch.stand(summary);
        }
        directory.write(manifest.ended());
        return outcome(summarise());
    }

    /** Those that have not ended, by their numbers. */
    private List<Integer> left() {
        List<Integer> left = new ArrayList<>();
        for (int number = 1; number <= config.trials(); number++) {
            Optional<Result> result = recorded(number).flatMap(RecordedRun::result);
            result.ifPresent(ended -> watch.took(ended.wallS()));
            if (result.filter(Result::ended).isEmpty()) {
                left.add(number);
            }
        }
        return left;
    }

    private Outcome work(int number, Manifest manifest) {
        if (watch.stopRequested()) {
            return new Outcome(Result.INTERRUPTED, "stopped on request before it", folder);
        }
        watch.next(number);
        ExperimentConfig trial = config.trial(number);
        Path own = TrialsDirectory.folder(folder, trial);
        return recorded(number).isPresent() ? runs.resume(own) : runs.begin(trial, own, manifest);
    }

    private Optional<RecordedRun> recorded(int number) {
        return TrialsDirectory.trial(folder, config.trial(number));
    }

    private Summary summarise() {
        Summary summary = RecordedTrials.read(folder).summary();
        TrialsDirectory.write(folder, summary);
        return summary;
    }

    private Outcome outcome(Summary summary) {
        List<Summary.OfTrial> others = summary.trials().stream()
                .filter(trial -> !trial.status().equals(Result.COMPLETED))
                .toList();
        if (others.isEmpty()) {
            return new Outcome(Result.COMPLETED, "", folder);
        }
        boolean failed = others.stream().anyMatch(trial -> trial.status().equals(Result.FAILED));
        String which = others.stream()
                .map(trial -> "seed " + trial.seed() + " " + trial.status())
                .collect(Collectors.joining(", "));
        return new Outcome(
                failed ? Result.FAILED : Result.DIVERGED,
                others.size() + " of " + config.trials() + " trials did not complete (" + which + ")",
                folder);
    }

    private String name(int number) {
        return "trial " + number + " of " + config.trials() + ", seed "
                + config.trial(number).seed();
    }
}
