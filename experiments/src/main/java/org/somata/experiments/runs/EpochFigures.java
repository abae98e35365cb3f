package org.somata.experiments.runs;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.model.network.Evaluation;

/**
 * What an epoch ended with: costs in nats an example (an auto-encoder's in squared distances), errors in percent; NaN
 * where nothing was evaluated, or nothing is classified. Its cells are a row of metrics.csv.
 */
public record EpochFigures(
        int epoch,
        double trainCost,
        double trainError,
        double validError,
        double testError,
        double validCost,
        double testCost,
        double presentedCost) {
    static final String[] COLUMNS = {
        "epoch", "train_cost", "train_error", "valid_error", "test_error", "valid_cost", "test_cost", "presented_cost"
    };

    static EpochFigures of(
            int epoch,
            Optional<Evaluation> train,
            Optional<Evaluation> valid,
            Optional<Evaluation> test,
            double presentedCost) {
        return new EpochFigures(
                epoch, cost(train), error(train), error(valid), error(test), cost(valid), cost(test), presentedCost);
    }

    static EpochFigures parse(List<String> row) {
        return new EpochFigures(
                Integer.parseInt(row.get(0)),
                CsvText.number(row.get(1)),
                CsvText.number(row.get(2)),
                CsvText.number(row.get(3)),
                CsvText.number(row.get(4)),
                CsvText.number(row.get(5)),
                CsvText.number(row.get(6)),
                CsvText.number(row.get(7)));
    }

    Object[] cells() {
        return new Object[] {epoch, trainCost, trainError, validError, testError, validCost, testCost, presentedCost};
    }

    /** What metrics.csv calls its columns but the epoch's. */
    public static List<String> names() {
        return List.of(COLUMNS).subList(1, COLUMNS.length);
    }

    /** All but the epoch, by those names. */
    public Map<String, Double> byName() {
        Map<String, Double> figures = new LinkedHashMap<>();
        Object[] cells = cells();
        for (int i = 1; i < COLUMNS.length; i++) {
            figures.put(COLUMNS[i], (Double) cells[i]);
        }
        return figures;
    }

    /**
     * The one of lowest validation error, or of lowest validation cost where nothing is classified; the earliest of
     * equals; none without validation.
     */
    static Optional<EpochFigures> selected(List<EpochFigures> history) {
        return history.stream()
                .filter(EpochFigures::validated)
                .min(Comparator.comparingDouble(EpochFigures::selecting));
    }

    boolean validated() {
        return !Double.isNaN(selecting());
    }

    /** What an epoch is selected by: the validation error, or the validation cost where nothing is classified. */
    public double selecting() {
        return Double.isNaN(validError) ? validCost : validError;
    }

    public boolean evaluated() {
        return !Double.isNaN(trainCost);
    }

    private static double cost(Optional<Evaluation> evaluation) {
        return evaluation.map(Evaluation::cost).orElse(Double.NaN);
    }

    private static double error(Optional<Evaluation> evaluation) {
        return evaluation.map(Evaluation::error).orElse(Double.NaN);
    }
}
