package org.somata.experiments.trials;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;

/**
 * What the trials of an experiment come to: summary.json. The statistics are over the completed trials; it depends on
 * nothing but the trials' results.
 *
 * @param statuses how many trials have each status
 * @param trials every trial of the configuration, by its seed
 * @param atEnd figures of the last evaluated epoch
 * @param selected figures of the epoch of lowest validation error
 * @param epochs figures of each epoch, which are the rows of summary.csv
 */
public record Summary(
        String name,
        Map<String, Integer> statuses,
        List<OfTrial> trials,
        @JsonProperty("final") Map<String, Statistics> atEnd,
        Map<String, Statistics> selected,
        @JsonIgnore Map<Integer, Map<String, Statistics>> epochs) {
    /** How one trial ended. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record OfTrial(long seed, String status, int epochs, String reason) {
        static OfTrial of(long seed, Optional<RecordedRun> run) {
            Optional<Result> result = run.flatMap(RecordedRun::result);
            return new OfTrial(
                    seed,
                    run.map(RecordedRun::status).orElse(RecordedRun.UNFINISHED),
                    result.map(Result::epochs).orElse(0),
                    result.map(Result::reason).orElse(""));
        }
    }

    /**
     * @param config of all the trials
     * @param runs those of them that have begun
     */
    static Summary of(ExperimentConfig config, List<RecordedRun> runs) {
        List<OfTrial> trials = new ArrayList<>();
        Map<String, Integer> statuses = new TreeMap<>();
        for (int number = 1; number <= config.trials(); number++) {
            long seed = config.trial(number).seed();
            OfTrial trial = OfTrial.of(
                    seed,
                    runs.stream().filter(run -> run.config().seed() == seed).findFirst());
            trials.add(trial);
            statuses.merge(trial.status(), 1, Integer::sum);
        }
        List<RecordedRun> completed =
                runs.stream().filter(RecordedRun::completed).toList();
        return new Summary(
                config.name(),
                statuses,
                List.copyOf(trials),
                figures(completed, Result::atEnd),
                figures(completed, Result::selected),
                epochs(completed));
    }

    /** Statistics of the figures of one epoch of each run, such as the last. */
    static Map<String, Statistics> figures(List<RecordedRun> runs, Function<Result, Result.Figures> epoch) {
        return statistics(runs.stream()
                .flatMap(run -> run.result().map(epoch).stream())
                .map(Result.Figures::byName)
                .toList());
    }

    /** The same of what the runs sent. */
    static Map<String, Statistics> traffic(List<RecordedRun> runs) {
        return statistics(runs.stream()
                .flatMap(run -> run.result().map(Result::traffic).stream())
                .toList());
    }

    private static Map<Integer, Map<String, Statistics>> epochs(List<RecordedRun> runs) {
        Map<Integer, List<Map<String, Double>>> rows = new TreeMap<>();
        for (RecordedRun run : runs) {
            for (EpochFigures row : run.epochs()) {
                rows.computeIfAbsent(row.epoch(), none -> new ArrayList<>()).add(row.byName());
            }
        }
        Map<Integer, Map<String, Statistics>> epochs = new TreeMap<>();
        rows.forEach((epoch, figures) -> epochs.put(epoch, statistics(figures)));
        return epochs;
    }

    private static Map<String, Statistics> statistics(List<Map<String, Double>> trials) {
        Map<String, Statistics> statistics = new LinkedHashMap<>();
        for (String figure :
                trials.isEmpty() ? List.<String>of() : trials.get(0).keySet()) {
            statistics.put(
                    figure,
                    Statistics.of(trials.stream().map(each -> each.get(figure)).toList()));
        }
        return statistics;
    }
}
