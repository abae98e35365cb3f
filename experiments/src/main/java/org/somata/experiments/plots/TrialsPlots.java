package org.somata.experiments.plots;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.somata.experiments.runs.RecordedRun;

/** The pictures of trials: runs that differ in their seed alone. */
public final class TrialsPlots {
    private TrialsPlots() {}

    /**
     * Draws the means of trials, with bars of their standard deviation, into the {@code plots} of a folder.
     *
     * @param note hears, in one sentence, where that cannot be done
     */
    public static void write(Path folder, List<RecordedRun> trials, Consumer<String> note) {
        if (!trials.isEmpty()) {
            PlotFolder.in(folder, note).draw(() -> trials, false);
        }
    }
}
