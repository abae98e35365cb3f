package org.somata.experiments.runs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.experiments.data.DataException;

/**
 * A checkpoint and the run that it is of, from the folder of either.
 *
 * @param run the folder that has the config.yaml
 * @param why this one, in words
 */
public record ChosenCheckpoint(Path run, Path folder, String why) {
    private static final String GIVE = "give a run's directory, or a checkpoint's such as RUN/checkpoints/epoch-000012";

    /**
     * Of a run's directory: the checkpoint of the epoch of lowest validation error if it is still there, else the newest
     * sound one.
     *
     * @param warn hears of damaged checkpoints that were passed over
     * @throws WrongFolderException if the folder is neither a checkpoint nor a run
     * @throws DataException if the run has no sound checkpoint
     */
    public static ChosenCheckpoint of(Path given, Consumer<String> warn) {
        if (!Files.isDirectory(given)) {
            throw new WrongFolderException(given, "there is no such folder; " + GIVE);
        }
        if (Files.exists(given.resolve(Checkpoint.FILE))) {
            return new ChosenCheckpoint(runAbove(given), given, "as given");
        }
        if (!Files.exists(given.resolve(RunFiles.CONFIG))) {
            throw new WrongFolderException(given, "has neither a checkpoint.json nor a config.yaml; " + GIVE);
        }
        return ofRun(given, warn);
    }

    private static Path runAbove(Path checkpoint) {
        Path at = checkpoint.toAbsolutePath().normalize().getParent();
        while (at != null && !Files.exists(at.resolve(RunFiles.CONFIG))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new WrongFolderException(
                    checkpoint,
                    "no folder above it has the config.yaml that says what network it is of; leave it in its run, or"
                            + " put the run's config.yaml and manifest.json above it");
        }
        return at;
    }

    private static ChosenCheckpoint ofRun(Path run, Consumer<String> warn) {
        RunFiles files = new RunFiles(run);
        String lowest =
                files.configOfOne().network().rebuildsInputs() ? "lowest validation cost" : "lowest validation error";
        Path checkpoints = files.file("checkpoints");
        Optional<Integer> selected = files.result()
                .flatMap(result -> Optional.ofNullable(result.selected()))
                .map(Result.Figures::epoch);
        if (selected.isPresent()) {
            Path folder = checkpoints.resolve(new Position(selected.get(), 0, 0, 0).folder());
            if (Files.exists(folder.resolve(Checkpoint.FILE))) {
                return new ChosenCheckpoint(run, folder, lowest);
            }
        }
        Path newest = new Checkpoints(checkpoints, 1, 1)
                .newest(warn)
                .map(Checkpoints.Found::folder)
                .orElseThrow(() -> new DataException(run + ": has no sound checkpoint; run it, or give another run"));
        String missing = selected.map(epoch -> "; that of epoch " + epoch + ", of the " + lowest + ", is not kept")
                .orElse("");
        return new ChosenCheckpoint(run, newest, "the newest" + missing);
    }
}
