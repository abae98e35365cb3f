package org.somata.experiments.sweeps;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.somata.config.ObjectiveConfig;
import org.somata.experiments.runs.EpochFigures;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trials.Statistics;

/**
 * What a point came to: a row of sweep.csv. Figures are means over the point's trials; NaN where there is none.
 *
 * @param values of the keys that vary, as text
 * @param status completed, diverged, failed or unfinished
 * @param objective NaN unless it is completed
 * @param atEnd figures of the last evaluated epoch, by name
 * @param selected figures of the epoch of lowest validation error, by name
 */
record Row(
        String id,
        Map<String, String> values,
        String status,
        int epochs,
        double objective,
        Map<String, Double> atEnd,
        Map<String, Double> selected) {
    Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        atEnd = Collections.unmodifiableMap(new LinkedHashMap<>(atEnd));
        selected = Collections.unmodifiableMap(new LinkedHashMap<>(selected));
    }

    /** @param runs those of the point that have begun */
    static Row of(Point point, List<RecordedRun> runs, ObjectiveConfig objective) {
        Map<String, String> values = new LinkedHashMap<>();
        point.values().forEach((key, value) -> values.put(key, value.toString()));
        String status = status(runs, point.config().trials());
        double reached = status.equals(Result.COMPLETED)
                ? Statistics.of(runs.stream()
                                .map(run -> Objective.of(objective, run.epochs()))
                                .toList())
                        .mean()
                : Double.NaN;
        int epochs = runs.stream()
                .flatMap(run -> run.epochs().stream())
                .mapToInt(EpochFigures::epoch)
                .max()
                .orElse(0);
        return new Row(
                point.id(), values, status, epochs, reached, means(runs, Result::atEnd), means(runs, Result::selected));
    }

    private static String status(List<RecordedRun> runs, int trials) {
        List<String> each = runs.stream().map(RecordedRun::status).toList();
        if (each.contains(Result.FAILED)) {
            return Result.FAILED;
        } else if (each.size() < trials || each.contains(RecordedRun.UNFINISHED) || each.contains(Result.INTERRUPTED)) {
            return RecordedRun.UNFINISHED;
        }
        return each.contains(Result.DIVERGED) ? Result.DIVERGED : Result.COMPLETED;
    }

    private static Map<String, Double> means(List<RecordedRun> runs, Function<Result, Result.Figures> epoch) {
        List<Map<String, Double>> each = runs.stream()
                .flatMap(run -> run.result().map(epoch).stream())
                .map(Result.Figures::byName)
                .toList();
        Map<String, Double> means = new LinkedHashMap<>();
        Result.Figures.NAMES.forEach(figure -> means.put(
                figure,
                Statistics.of(each.stream().map(figures -> figures.get(figure)).toList())
                        .mean()));
        return means;
    }

    /** Its process ended, and it is not done. */
    Row failed() {
        return new Row(id, values, Result.FAILED, epochs, Double.NaN, atEnd, selected);
    }

    boolean completed() {
        return status.equals(Result.COMPLETED);
    }

    /** Whether there is nothing to go on with. */
    boolean ended() {
        return completed() || status.equals(Result.DIVERGED);
    }

    /** The completed one of the lowest objective, the first of equals. */
    static Optional<Row> best(Iterable<Row> rows) {
        Row best = null;
        for (Row row : rows) {
            boolean better = best == null || row.objective < best.objective;
            best = row.completed() && !Double.isNaN(row.objective) && better ? row : best;
        }
        return Optional.ofNullable(best);
    }
}
