package org.somata.experiments.runs;

import java.util.List;
import org.somata.model.layers.Tally;

/**
 * How late a layer learned in an epoch, how often, and what it could not use; NaN where there is nothing to measure.
 *
 * @param stalenessMean versions of W since the activation left, mean over updates
 * @param stalenessMax the same at most
 * @param feedbackStalenessMean the same of V, mean over its updates
 * @param ageMeanNs from the activation's handling to that of the credit, in the run's own clock, mean over updates of W;
 *     not in lockstep, which has no time
 * @param updates of W
 * @param feedbackUpdates of V
 * @param missed credits that W did not learn from, by chance
 * @param expired messages dropped because what they belong to was not remembered
 * @param duplicates messages dropped because a copy had been handled
 * @param lost messages that the layer sent and links lost
 * @param feedbackStalenessMax the greatest staleness of V
 */
public record Timeliness(
        double stalenessMean,
        double stalenessMax,
        double feedbackStalenessMean,
        double ageMeanNs,
        double updates,
        double feedbackUpdates,
        double missed,
        double expired,
        double duplicates,
        double lost,
        double feedbackStalenessMax) {
    static final List<String> COLUMNS = List.of(
            "staleness_mean",
            "staleness_max",
            "feedback_staleness_mean",
            "age_mean_ns",
            "updates",
            "feedback_updates",
            "missed",
            "expired",
            "duplicates",
            "lost",
            "feedback_staleness_max");

    /** Of a layer of which nothing is known. */
    public static final Timeliness UNKNOWN = new Timeliness(
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN);

    /** @param below of the layer below, which counts for a feedback mapping that lives there */
    static Timeliness of(Tally tally, Tally below) {
        boolean receiver = below.count(Tally.FEEDBACK_STALENESS_ABOVE) > 0;
        Tally feedback = receiver ? below : tally;
        String staleness = receiver ? Tally.FEEDBACK_STALENESS_ABOVE : Tally.FEEDBACK_STALENESS;
        return new Timeliness(
                tally.mean(Tally.STALENESS),
                tally.max(Tally.STALENESS),
                feedback.mean(staleness),
                tally.mean(Tally.AGE),
                tally.count(Tally.STALENESS),
                feedback.count(staleness),
                tally.count(Tally.MISSED),
                tally.count(Tally.EXPIRED),
                tally.count(Tally.DUPLICATE),
                tally.count(Tally.LOST),
                feedback.max(staleness));
    }

    /** @param cells of a row of layers.csv, in the order of the columns */
    static Timeliness parse(List<String> cells) {
        return new Timeliness(
                CsvText.number(cells.get(0)),
                CsvText.number(cells.get(1)),
                CsvText.number(cells.get(2)),
                CsvText.number(cells.get(3)),
                CsvText.number(cells.get(4)),
                CsvText.number(cells.get(5)),
                CsvText.number(cells.get(6)),
                CsvText.number(cells.get(7)),
                CsvText.number(cells.get(8)),
                CsvText.number(cells.get(9)),
                CsvText.number(cells.get(10)));
    }

    List<Object> cells() {
        return List.of(
                stalenessMean,
                whole(stalenessMax),
                feedbackStalenessMean,
                ageMeanNs,
                whole(updates),
                whole(feedbackUpdates),
                whole(missed),
                whole(expired),
                whole(duplicates),
                whole(lost),
                whole(feedbackStalenessMax));
    }

    private static Object whole(double number) {
        return Double.isNaN(number) ? (Object) number : (Object) (long) number;
    }
}
