package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trials.Comparison;
import org.somata.experiments.trials.Comparison.Group;
import org.somata.experiments.trials.Comparison.Member;
import org.somata.experiments.trials.Comparison.Pairing;
import org.somata.experiments.trials.PairedDifference;
import org.somata.experiments.trials.Statistics;

/** A comparison for people. */
final class ComparisonTable {
    private static final String LAST = "last epoch";
    private static final String SELECTED = "epoch of lowest validation error";
    private static final List<String> COSTS_OF_UNSEEN = List.of("valid_cost", "test_cost");

    private final Comparison comparison;
    private final PrintWriter out;

    ComparisonTable(Comparison comparison, PrintWriter out) {
        this.comparison = comparison;
        this.out = out;
    }

    void print() {
        comparison.groups().forEach(this::describe);
        out.println();
        out.println("Mean ± standard deviation over the completed runs; errors in percent.");
        groups(LAST, Group::atEnd);
        groups(SELECTED, Group::selected);
        traffic();
        if (!comparison.differences().isEmpty()) {
            differences();
        }
        comparison.notes().forEach(note -> out.println("note: " + note));
        out.flush();
    }

    private void describe(Group group) {
        out.println(group.name() + "  " + seeds(group));
        int width = group.settings().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        group.settings().forEach((key, value) -> out.println("     " + TextTable.padded(key, width) + "  " + value));
        group.runs().stream()
                .filter(run -> !run.completed())
                .forEach(run -> out.println("   not counted: seed " + run.seed() + ", " + state(run)));
    }

    private static String seeds(Group group) {
        if (group.completed() == 0) {
            return "no run is completed";
        }
        String seeds = group.runs().stream()
                .filter(Member::completed)
                .map(run -> Long.toString(run.seed()))
                .collect(Collectors.joining(" "));
        return group.completed()
                + (group.completed() == 1 ? " run completed, seed " : " runs completed, seeds ")
                + seeds;
    }

    private static String state(Member run) {
        return run.status() + " after epoch " + run.epoch() + " of " + run.epochs()
                + (run.reason().isEmpty() ? "" : " (" + run.reason() + ")") + ": " + run.folder();
    }

    private void groups(String title, Function<Group, Map<String, Statistics>> figures) {
        List<List<String>> rows = new ArrayList<>();
        for (Group group : comparison.groups()) {
            rows.add(row(
                    group.name(),
                    group.completed(),
                    figures(),
                    figures.apply(group),
                    (of, n) -> cell(of.mean(), of.deviation(), of.n(), n)));
        }
        table(title, figures(), rows);
    }

    private void traffic() {
        List<List<String>> rows = new ArrayList<>();
        for (Group group : comparison.groups()) {
            rows.add(row(
                    group.name(),
                    group.completed(),
                    Result.TRAFFIC,
                    group.traffic(),
                    // a run of a seed sends what that of another does, as a rule
                    (of, n) -> cell(of.mean(), of.deviation() == 0 ? Double.NaN : of.deviation(), of.n(), n)));
        }
        table("sent in training", Result.TRAFFIC, rows);
    }

    private void differences() {
        String first = comparison.groups().get(0).name();
        out.println();
        out.println("Less " + first + ", paired by seed: mean difference ± its standard error.");
        comparison.differences().stream()
                .filter(pairing -> pairing.pairs() == 0)
                .forEach(pairing -> out.println("  " + label(pairing)
                        + ": nothing can be paired, as no seed is completed in both " + pairing.to() + " and "
                        + pairing.group()));
        List<Pairing> paired = comparison.differences().stream()
                .filter(pairing -> pairing.pairs() > 0)
                .toList();
        if (!paired.isEmpty()) {
            differences(LAST, paired, Pairing::atEnd);
            differences(SELECTED, paired, Pairing::selected);
        }
    }

    private void differences(
            String title, List<Pairing> paired, Function<Pairing, Map<String, PairedDifference>> figures) {
        List<List<String>> rows = new ArrayList<>();
        for (Pairing pairing : paired) {
            rows.add(row(
                    label(pairing),
                    pairing.pairs(),
                    figures(),
                    figures.apply(pairing),
                    (of, n) -> cell(of.mean(), of.standardError(), of.n(), n)));
        }
        table(title, figures(), rows);
    }

    private static String label(Pairing pairing) {
        return pairing.group() + " - " + pairing.to();
    }

    /** What there is to show: of classifiers errors and no costs of examples never seen, of auto-encoders costs alone. */
    private List<String> figures() {
        Predicate<String> known = figure -> comparison.groups().stream()
                .map(group -> group.atEnd().get(figure))
                .anyMatch(of -> of != null && of.n() > 0);
        boolean errors = known.test("train_error");
        return Result.Figures.NAMES.stream()
                .filter(figure -> errors ? !COSTS_OF_UNSEEN.contains(figure) : known.test(figure))
                .toList();
    }

    private static <T> List<String> row(
            String name, long n, List<String> names, Map<String, T> figures, BiFunction<T, Long, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name, Long.toString(n)));
        for (String figure : names) {
            T of = figures.get(figure);
            cells.add(of == null ? "-" : cell.apply(of, n));
        }
        return cells;
    }

    /** How many values there are is told where it is not as many as there are runs. */
    private static String cell(double mean, double error, int n, long runs) {
        if (n == 0) {
            return "-";
        }
        return FigureText.number(mean)
                + (Double.isNaN(error) ? "" : " ± " + FigureText.number(error))
                + (n == runs ? "" : " (n " + n + ")");
    }

    private void table(String title, List<String> names, List<List<String>> rows) {
        List<String> head = new ArrayList<>(List.of("", "n"));
        names.forEach(figure -> head.add(figure.replace('_', ' ')));
        rows.add(0, head);
        out.println();
        out.println(title);
        TextTable.print(rows, out);
    }
}
