package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.trace.analysis.Quantiles;
import org.somata.experiments.trace.analysis.Stale;

/** What was learned late, for people. */
final class StaleTable {
    private final Stale stale;
    private final PrintWriter out;

    StaleTable(Stale stale, PrintWriter out) {
        this.stale = stale;
        this.out = out;
    }

    void print() {
        out.println("Age: from the layer's sending its activation to the update, by the " + stale.timesOf()
                + " clock. Staleness: updates of the same weights in between.");
        layers();
        late("oldest targets", stale.oldest());
        if (stale.stalest().isEmpty()) {
            out.println();
            out.println("No update was stale.");
        } else {
            late("stalest updates", stale.stalest());
        }
        out.flush();
    }

    private void layers() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "mapping", "updates", "staleness mean", "p99", "max", "age mean", "age p99", "age max"));
        for (Stale.OfMapping each : stale.layers()) {
            Quantiles age = each.ageNs();
            boolean known = age.count() > 0;
            rows.add(List.of(
                    each.layer(),
                    each.mapping(),
                    Long.toString(each.updates()),
                    FigureText.number(each.stalenessMean()),
                    Long.toString(each.stalenessP99()),
                    Long.toString(each.stalenessMax()),
                    known ? NanosText.of(age.mean()) : "-",
                    known ? NanosText.of(age.p99()) : "-",
                    known ? NanosText.of(age.max()) : "-"));
        }
        out.println();
        out.println("layers");
        TextTable.print(rows, out);
    }

    private void late(String title, List<Stale.Late> updates) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("update", "brought about by", "kind", "presentation", "staleness", "age"));
        for (Stale.Late each : updates) {
            rows.add(List.of(
                    each.update(),
                    each.cause(),
                    each.kind(),
                    Long.toString(each.presentation()),
                    Long.toString(each.staleness()),
                    each.ageNs() < 0 ? "-" : NanosText.of(each.ageNs())));
        }
        out.println();
        out.println(title);
        TextTable.print(rows, out);
    }
}
