package org.somata.experiments.sweeps;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.somata.config.DataConfig;
import org.somata.config.SweepFile;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.data.Split;
import org.somata.experiments.data.SplitException;
import org.somata.experiments.data.UnknownDatasetException;

/** Whether there are the examples that the points of a sweep want; fetches what is missing, once for all of them. */
final class DataCheck {
    private final SweepFile sweep;
    private final Consumer<String> log;
    private final Map<String, Dataset> sets = new HashMap<>();

    DataCheck(SweepFile sweep, Consumer<String> log) {
        this.sweep = sweep;
        this.log = log;
    }

    /**
     * @throws org.somata.config.ConfigException naming the first point that wants what there is not
     * @throws org.somata.experiments.data.DataException where data are damaged, or not to be had
     */
    void of(Iterable<Point> points) {
        for (Point point : points) {
            DataConfig data = point.config().data();
            try {
                Dataset set = sets.computeIfAbsent(data.set(), name -> Datasets.load(name, log));
                Split.of(set, data.train(), OptionalInt.of(data.valid()), data.test());
            } catch (UnknownDatasetException unknown) {
                throw sweep.unfit(point.number(), point.values(), "data.set", unknown.getMessage());
            } catch (SplitException wrong) {
                String key = point.values().keySet().stream()
                        .filter(each -> each.startsWith("data."))
                        .findFirst()
                        .orElse("data.train");
                throw sweep.unfit(point.number(), point.values(), key, wrong.getMessage());
            }
        }
    }
}
