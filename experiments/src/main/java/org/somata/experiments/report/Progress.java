package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.markup.Element;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;

/** How far runs came that were not completed. */
final class Progress {
    private Progress() {}

    /** A box at the head of the page; nothing where there is nothing to warn of. */
    static List<Element> warning(Gathered gathered, List<String> notes) {
        List<Element> items = new ArrayList<>();
        for (Group group : gathered.groups()) {
            for (RecordedRun run : group.unfinished()) {
                items.add(Element.of("li", Chip.of(group))
                        .add(" " + group.name() + ", seed " + run.config().seed() + ": ")
                        .add(Element.of("b", run.status()))
                        .add(" after " + run.epochsDone() + " of "
                                + run.config().training().epochs() + " epochs"
                                + run.result()
                                        .map(Result::reason)
                                        .filter(reason -> !reason.isEmpty())
                                        .map(reason -> " – " + reason)
                                        .orElse("")));
            }
        }
        notes.forEach(note -> items.add(Element.of("li", note)));
        if (items.isEmpty()) {
            return List.of();
        }
        int runs = gathered.groups().stream()
                .mapToInt(group -> group.unfinished().size())
                .sum();
        Element box = Element.classed("div", "warning");
        if (runs > 0) {
            box.add(Element.of(
                    "p",
                    runs + " of " + gathered.runs().size()
                            + (gathered.runs().size() == 1 ? " run" : " runs")
                            + (runs == 1 ? " was" : " were")
                            + " not completed. Means, deviations and differences are those of the completed ones."));
        }
        return List.of(box.add(Element.of("ul").add(items)));
    }
}
