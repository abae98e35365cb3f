package org.somata.experiments.sweeps;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.somata.config.SweepConfig;

/**
 * A sweep as its directory tells it, whether it is over or not. Reading it takes no lock and changes nothing.
 *
 * @param points those that are finished, in the order of their numbers
 * @param best the completed one of the lowest objective
 */
public record RecordedSweep(Path folder, SweepConfig config, List<RecordedPoint> points, Optional<RecordedPoint> best) {
    /**
     * @throws org.somata.experiments.runs.WrongFolderException if there is no sweep
     * @throws org.somata.experiments.data.DataException if a file of it is damaged
     */
    public static RecordedSweep read(Path folder) {
        SweepConfig config = SweepDirectory.file(folder).config();
        List<Row> rows = new SweepTable(folder, config.space().keySet()).read();
        List<RecordedPoint> points = rows.stream()
                .map(row -> RecordedPoint.of(row, SweepDirectory.point(folder, row.id())))
                .toList();
        Optional<RecordedPoint> best = Row.best(rows).map(row -> points.get(rows.indexOf(row)));
        return new RecordedSweep(folder, config, points, best);
    }

    /** Whether a folder is one of a sweep, rather than of a run or of trials, or of none. */
    public static boolean isSweep(Path folder) {
        return SweepDirectory.isSweep(folder);
    }
}
