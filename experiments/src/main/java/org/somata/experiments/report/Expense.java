package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.Manifest;
import org.somata.experiments.runs.Result;
import org.somata.experiments.runs.Timeliness;
import org.somata.experiments.trials.Statistics;

/** What the runs took: messages, bits and time. */
final class Expense {
    private static final String WITHOUT_A_CLOCK =
            " Without a clock some are lost on their links, and some dropped by their"
                    + " receivers, as expired or as copies: those that layers sent and that layers heard, as layers.csv counts"
                    + " them.";

    private Expense() {}

    static Optional<Section> section(Gathered gathered) {
        List<Group> groups = gathered.groups().stream()
                .filter(group ->
                        group.runs().stream().anyMatch(run -> run.result().isPresent()))
                .toList();
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "expense",
                "Messages, bits and time",
                List.of(
                        messages(groups),
                        Section.note("Of one run, mean over a configuration's. Training messages as sent, each copy"
                                + " counted; bits are units × examples × 32 for real numbers or 1 for signs. Evaluation"
                                + " stands apart, labels are left out."
                                + (groups.stream().anyMatch(Lateness::isOf) ? WITHOUT_A_CLOCK : "")),
                        times(groups),
                        Section.note(
                                "Wall time with everything in it: evaluation, diagnostics and checkpoints too. Whether"
                                        + " other work ran beside it, a run cannot know."))));
    }

    private static Element messages(List<Group> groups) {
        boolean clockless = groups.stream().anyMatch(Lateness::isOf);
        List<Element> head = new ArrayList<>(List.of(
                Grid.over("configuration", 1),
                Grid.number("steps"),
                Grid.number("messages"),
                Grid.number("a step"),
                Grid.number("bits forward"),
                Grid.number("a step"),
                Grid.number("bits feedback"),
                Grid.number("a step"),
                Grid.number("evaluation")));
        if (clockless) {
            head.addAll(List.of(Grid.number("lost"), Grid.number("dropped")));
        }
        Grid grid = new Grid().called("Messages and bits of a run").head(head.toArray(Markup[]::new));
        for (Group group : groups) {
            double steps = group.mean(Result::steps);
            double messages = group.mean(Result::messages);
            double forward = group.mean(Result::bitsForward);
            double feedback = group.mean(Result::bitsFeedback);
            List<Element> row = new ArrayList<>(List.of(
                    Chip.row(group),
                    Grid.rightly(Numbers.whole(steps)),
                    Grid.rightly(Numbers.whole(messages)),
                    Grid.rightly(Numbers.fixed(messages / steps, 1)),
                    Grid.rightly(Numbers.prefixed(forward, "bit")),
                    Grid.rightly(Numbers.prefixed(forward / steps, "bit")),
                    Grid.rightly(Numbers.prefixed(feedback, "bit")),
                    Grid.rightly(Numbers.prefixed(feedback / steps, "bit")),
                    Grid.rightly(Numbers.prefixed(group.mean(Result::evaluationBitsForward), "bit"))));
            if (clockless) {
                row.add(Lateness.total(group, Timeliness::lost));
                row.add(Lateness.total(group, late -> late.expired() + late.duplicates()));
            }
            grid.row(row);
        }
        return grid.element();
    }

    private static Element times(List<Group> groups) {
        Grid grid = new Grid()
                .called("Wall time of a run")
                .head(
                        Grid.over("configuration", 1),
                        Grid.number("wall time"),
                        Grid.number("shortest"),
                        Grid.number("longest"),
                        Grid.number("an epoch"),
                        Grid.pair("ms a step"),
                        Grid.over("engine, threads", 1));
        for (Group group : groups) {
            List<Result> results = group.results();
            grid.row(Stream.of(
                            List.of(
                                    Chip.row(group),
                                    Grid.rightly(Numbers.duration(group.mean(Result::wallS))),
                                    Grid.rightly(Numbers.duration(results.stream()
                                            .mapToDouble(Result::wallS)
                                            .min()
                                            .orElse(Double.NaN))),
                                    Grid.rightly(Numbers.duration(results.stream()
                                            .mapToDouble(Result::wallS)
                                            .max()
                                            .orElse(Double.NaN))),
                                    Grid.rightly(
                                            Numbers.duration(group.mean(Result::wallS) / group.mean(Result::epochs)))),
                            Grid.mean(stepTime(group), 2),
                            List.of(Grid.text(engines(group))))
                    .flatMap(List::stream)
                    .toList());
        }
        return grid.element();
    }

    private static Statistics stepTime(Group group) {
        return Statistics.of(group.results().stream()
                .map(result -> result.steps() == 0 ? Double.NaN : 1000 * result.wallS() / result.steps())
                .toList());
    }

    private static String engines(Group group) {
        return group.runs().stream()
                .flatMap(run -> run.manifest().sessions().stream())
                .map((Manifest.Session session) -> session.engine() + ", " + session.threads())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining("; "));
    }
}
