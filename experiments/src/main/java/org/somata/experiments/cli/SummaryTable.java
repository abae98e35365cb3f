package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.analysis.CriticalPath;
import org.somata.experiments.trace.analysis.LayerFigures;
import org.somata.experiments.trace.analysis.LinkFigures;
import org.somata.experiments.trace.analysis.Quantiles;
import org.somata.experiments.trace.analysis.StalenessFigures;
import org.somata.experiments.trace.analysis.Summary;

/** The summary of a trace for people. */
final class SummaryTable {
    private static final List<String> LINK = List.of("from", "to", "kind", "messages", "bits", "handled");
    /** Shown where there is any. */
    private static final List<Column> RARE = List.of(
            new Column("lost", LinkFigures::lost),
            new Column("duplicate", LinkFigures::duplicate),
            new Column("expired", LinkFigures::expired),
            new Column("in flight", LinkFigures::inFlight));

    private static final List<String> QUANTILES = List.of("p50", "p90", "p99", "max");

    private final Summary summary;
    private final PrintWriter out;

    SummaryTable(Summary summary, PrintWriter out) {
        this.summary = summary;
        this.out = out;
    }

    private record Column(String name, ToLongFunction<LinkFigures> figure) {
        private long count(LinkFigures link) {
            return figure.applyAsLong(link);
        }
    }

    void print() {
        TraceTitle.print(summary.trace(), out);
        out.println(summary.presentations() + " presentations, " + summary.messages() + " messages, " + summary.bits()
                + " bits, " + summary.updates() + " updates in " + NanosText.of(summary.spanNs()));
        out.println(
                summary.trace().clock() == Clock.LOCKSTEP
                        ? "Durations are the machine's (wall): lockstep's own clock counts positions only."
                        : "Durations are of the run's own clock (" + summary.timesOf() + ").");
        TraceTitle.gaps(summary.gaps(), out);
        links();
        if (!summary.layers().isEmpty()) {
            layers();
            waits();
            staleness();
        }
        duration();
        out.flush();
    }

    private void links() {
        List<Column> rare = RARE.stream()
                .filter(column -> summary.links().stream().anyMatch(link -> column.count(link) > 0))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(LINK);
        rare.forEach(column -> head.add(column.name()));
        QUANTILES.forEach(quantile -> head.add("latency " + quantile));
        QUANTILES.forEach(quantile -> head.add("waiting " + quantile));
        rows.add(head);
        for (LinkFigures link : summary.links()) {
            List<String> row = new ArrayList<>(List.of(
                    link.from(),
                    link.to(),
                    link.kind(),
                    Long.toString(link.messages()),
                    Long.toString(link.bits()),
                    Long.toString(link.handled())));
            rare.forEach(column -> row.add(Long.toString(column.count(link))));
            row.addAll(quantiles(link.latencyNs()));
            row.addAll(quantiles(link.waitingNs()));
            rows.add(row);
        }
        table("links: latency from leaving to coming, waiting from coming to its turn", rows);
        if (rare.isEmpty()) {
            out.println("  Nothing was lost, duplicated, expired or left in flight.");
        }
    }

    private static List<String> quantiles(Quantiles of) {
        if (of.count() == 0) {
            return List.of("-", "-", "-", "-");
        }
        return List.of(NanosText.of(of.p50()), NanosText.of(of.p90()), NanosText.of(of.p99()), NanosText.of(of.max()));
    }

    private void layers() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "busy", "handling", "learning", "idle", "late", "mailbox mean", "mailbox max"));
        for (LayerFigures layer : summary.layers()) {
            rows.add(List.of(
                    layer.layer(),
                    FigureText.percent(100 * layer.busyShare()) + " %",
                    NanosText.of(layer.handlingNs()),
                    NanosText.of(layer.learningNs()),
                    NanosText.of(layer.idleNs()),
                    NanosText.of(layer.lateNs()),
                    FigureText.digits(layer.mailboxMean()),
                    Integer.toString(layer.mailboxMost())));
        }
        table("layers: idle with nothing to do, late with something to do that had not begun", rows);
    }

    private void waits() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "waited for", "times", "in all"));
        for (LayerFigures layer : summary.layers()) {
            layer.waits()
                    .forEach(wait -> rows.add(List.of(
                            layer.layer(), wait.sender(), Long.toString(wait.times()), NanosText.of(wait.ns()))));
        }
        table("who waited for whom: idle until a message of that sender came", rows);
    }

    private void staleness() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "mapping", "updates", "mean", "max", "updates by staleness"));
        for (LayerFigures layer : summary.layers()) {
            addStaleness(rows, layer.layer(), "forward", layer.forward());
            addStaleness(rows, layer.layer(), "feedback", layer.feedback());
        }
        if (rows.size() > 1) {
            table("staleness of updates, in versions", rows);
        }
    }

    private static void addStaleness(List<List<String>> rows, String layer, String mapping, StalenessFigures figures) {
        if (figures != null) {
            rows.add(List.of(
                    layer,
                    mapping,
                    Long.toString(figures.updates()),
                    FigureText.number(figures.mean()),
                    Long.toString(figures.max()),
                    figures.histogram().stream().map(SummaryTable::bar).collect(Collectors.joining("  "))));
        }
    }

    private static String bar(StalenessFigures.Bar bar) {
        return (bar.from() == bar.to() ? "" : bar.from() + "..") + bar.to() + ": " + bar.updates();
    }

    private void duration() {
        Quantiles of = summary.durationNs();
        out.println();
        out.println("a presentation, from layer 1's taking its input in hand: "
                + (of.count() == 0 ? "none is whole" : String.join("  ", named(of))));
        if (summary.path() != null) {
            path(summary.path());
        }
    }

    private static List<String> named(Quantiles of) {
        List<String> values = quantiles(of);
        List<String> named = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            named.add(QUANTILES.get(i) + " " + values.get(i));
        }
        return named;
    }

    private void path(CriticalPath path) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "layer", "what for", "kind", "at", "took"));
        for (CriticalPath.Stretch stretch : path.stretches()) {
            boolean other = stretch.presentation() != path.presentation();
            rows.add(List.of(
                    stretch.what().label(),
                    stretch.layer(),
                    stretch.of(),
                    stretch.kind() + (other ? " of presentation " + stretch.presentation() : ""),
                    NanosText.of(stretch.fromNs() - path.stretches().get(0).fromNs()),
                    NanosText.of(stretch.ns())));
        }
        table("critical path of presentation " + path.presentation() + ": " + NanosText.of(path.totalNs()), rows);
        out.println("  " + share("waiting", path.waitingNs(), path) + ", " + share("in transit", path.transitNs(), path)
                + ", " + share("handling", path.handlingNs(), path) + ", "
                + share("learning", path.learningNs(), path));
        if (!path.complete()) {
            out.println("  It does not go back to the input: what came before is not in the trace.");
        }
    }

    private static String share(String what, long ns, CriticalPath path) {
        return String.format(Locale.ROOT, "%s %s (%.0f %%)", what, NanosText.of(ns), 100.0 * ns / path.totalNs());
    }

    private void table(String title, List<List<String>> rows) {
        out.println();
        out.println(title);
        TextTable.print(rows, out);
    }
}
