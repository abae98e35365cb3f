package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.somata.experiments.data.DatasetStatus;
import org.somata.experiments.data.DatasetStatus.State;

/** Datasets as a table for people. */
final class DataTable {
    private static final String ROW = "%-14s %-9s %8s %7s  %-8s %9s  %s%n";

    private DataTable() {}

    static void print(List<DatasetStatus> datasets, PrintWriter out) {
        out.printf(ROW, "NAME", "STATE", "TRAINING", "TEST", "IMAGES", "SIZE", "WHERE");
        for (DatasetStatus dataset : datasets) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    dataset.name(),
                    dataset.state().name().toLowerCase(Locale.ROOT),
                    String.format(Locale.ROOT, "%,d", dataset.training()),
                    String.format(Locale.ROOT, "%,d", dataset.testing()),
                    dataset.shape(),
                    String.format(Locale.ROOT, "%.1f MB", dataset.bytes() / 1e6),
                    dataset.place());
            if (dataset.state() != State.COMPLETE) {
                explain(dataset, out);
            }
        }
        out.flush();
    }

    private static void explain(DatasetStatus dataset, PrintWriter out) {
        if (dataset.state() == State.DAMAGED) {
            dataset.files().stream()
                    .filter(file -> file.state() != State.COMPLETE)
                    .forEach(file -> out.println("    " + file.path() + ": " + file.finding()));
        }
        out.println("    get it: somata data fetch " + dataset.name() + "  (from "
                + dataset.origins().stream().collect(Collectors.joining(", or ")) + ")");
    }
}
