package org.somata.experiments.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.somata.experiments.runs.EpochFigures;

/** summary.csv: a row an epoch, with mean, standard deviation and n of each figure of metrics.csv over the trials. */
final class SummaryTable {
    private SummaryTable() {}

    static String csv(Summary summary) {
        StringBuilder csv = new StringBuilder("epoch");
        for (String figure : EpochFigures.names()) {
            csv.append(',').append(figure).append("_mean,");
            csv.append(figure).append("_std,").append(figure).append("_n");
        }
        csv.append('\n');
        summary.epochs().forEach((epoch, figures) -> csv.append(row(epoch, figures)));
        return csv.toString();
    }

    private static String row(int epoch, Map<String, Statistics> figures) {
        List<Object> cells = new ArrayList<>(List.of(epoch));
        for (String figure : EpochFigures.names()) {
            Statistics of = figures.get(figure);
            cells.add(cell(of.mean()));
            cells.add(cell(of.deviation()));
            cells.add(of.n());
        }
        return cells.stream().map(String::valueOf).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
