package org.somata.experiments.trials;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.somata.experiments.runs.CsvText;
import org.somata.experiments.runs.EpochFigures;

/** summary.csv: a row an epoch, with mean, standard deviation and n of each figure of metrics.csv over the trials. */
final class SummaryTable {
    private SummaryTable() {}

    static String csv(Summary summary) {
        List<String> columns = new ArrayList<>(List.of("epoch"));
        for (String figure : EpochFigures.names()) {
            columns.addAll(List.of(figure + "_mean", figure + "_std", figure + "_n"));
        }
        StringBuilder csv = new StringBuilder(CsvText.line(columns));
        summary.epochs().forEach((epoch, figures) -> csv.append(CsvText.line(cells(epoch, figures))));
        return csv.toString();
    }

    private static List<String> cells(int epoch, Map<String, Statistics> figures) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(epoch)));
        for (String figure : EpochFigures.names()) {
            Statistics of = figures.get(figure);
            cells.addAll(List.of(CsvText.cell(of.mean()), CsvText.cell(of.deviation()), Integer.toString(of.n())));
        }
        return cells;
    }
}
