package org.somata.experiments.plots;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.somata.experiments.runs.RecordedRun;

/** The pictures of a run. */
public final class RunPlots {
    private RunPlots() {}

    /**
     * Draws what a run has recorded into its {@code plots}, over what was there: the same record gives the same bytes.
     *
     * @param note hears, in one sentence, where that cannot be done
     */
    public static void write(Path run, Consumer<String> note) {
        PlotFolder.in(run, note).draw(() -> List.of(RecordedRun.read(run)), true);
    }
}
