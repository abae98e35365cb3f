package org.somata.experiments.sweeps;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.somata.experiments.runs.RecordedRun;

/**
 * A finished point of a sweep.
 *
 * @param id the beginning of the SHA-256 of its resolved configuration
 * @param values of the keys that the sweep varies, in the order of its file
 * @param status completed, diverged or failed
 * @param objective the lower, the better; NaN unless it is completed
 * @param folder of its run, or of its trials; where it failed at once there is none
 * @param runs its run, or its trials; none where it failed at once
 */
public record RecordedPoint(
        String id, Map<String, String> values, String status, double objective, Path folder, List<RecordedRun> runs) {
    static RecordedPoint of(Row row, Path folder) {
        return new RecordedPoint(
                row.id(),
                row.values(),
                row.status(),
                row.objective(),
                folder,
                List.copyOf(new PointFolder(folder).runs()));
    }
}
