package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.report.charts.Palette;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trials.Grouping;
import org.somata.experiments.trials.Statistics;
import org.somata.experiments.trials.Subject;

/**
 * Runs of one configuration, a seed each.
 *
 * @param place from 0, which decides its letter and its colour
 * @param apart what tells it from others of its name; empty where nothing has to
 * @param runs at least one
 */
record Group(int place, String apart, List<RecordedRun> runs) {
    Group {
        runs = List.copyOf(runs);
    }

    String letter() {
        return Grouping.letter(place);
    }

    String colour() {
        return Palette.group(place);
    }

    ExperimentConfig config() {
        return runs.get(0).config();
    }

    Subject subject() {
        return Subject.of(runs.get(0));
    }

    /** The configuration's, and what tells it from others of that name. */
    String name() {
        return apart.isEmpty() ? config().name() : config().name() + ", " + apart;
    }

    List<RecordedRun> completed() {
        return runs.stream().filter(RecordedRun::completed).toList();
    }

    /** Those that were not cut short, or where all were, as far as they came. */
    List<RecordedRun> shown() {
        return completed().isEmpty() ? runs : completed();
    }

    /** How the runs that are shown came out, as far as they did. */
    List<Result> results() {
        return shown().stream()
                .map(RecordedRun::result)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Over those results. */
    double mean(Function<Result, Number> figure) {
        return over(results(), result -> figure.apply(result).doubleValue()).mean();
    }

    List<RecordedRun> unfinished() {
        return runs.stream().filter(run -> !run.completed()).toList();
    }

    /** Completed, but not to its last epoch. */
    static boolean stoppedEarly(RecordedRun run) {
        return run.result().filter(result -> !result.stopped().isEmpty()).isPresent();
    }

    /** Over the completed runs. */
    Statistics statistics(Function<Result, Optional<Double>> figure) {
        return Statistics.of(bySeed(figure).values());
    }

    Map<Long, Double> bySeed(Function<Result, Optional<Double>> figure) {
        Map<Long, Double> values = new LinkedHashMap<>();
        for (RecordedRun run : completed()) {
            run.result()
                    .flatMap(figure)
                    .ifPresent(value -> values.put(run.config().seed(), value));
        }
        return values;
    }

    /** What something comes to over rows that belong together, such as those of one epoch. */
    static <T> Statistics over(Collection<T> rows, ToDoubleFunction<T> figure) {
        return Statistics.of(rows.stream().map(figure::applyAsDouble).toList());
    }

    /** {@code 1–10, 12}. */
    String seeds() {
        List<String> spans = new ArrayList<>();
        List<Long> seeds =
                runs.stream().map(run -> run.config().seed()).sorted().toList();
        for (int first = 0; first < seeds.size(); ) {
            int last = first;
            while (last + 1 < seeds.size() && seeds.get(last + 1) == seeds.get(last) + 1) {
                last++;
            }
            spans.add(seeds.get(first) + (last == first ? "" : (last == first + 1 ? ", " : "–") + seeds.get(last)));
            first = last + 1;
        }
        return String.join(", ", spans);
    }
}
