package org.somata.experiments.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.somata.experiments.data.DataException;
import org.somata.experiments.markup.Element;
import org.somata.experiments.markup.Markup;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.Window;
import org.somata.experiments.trace.view.TraceView;
import org.somata.model.signals.MessageKind;

/** Who told whom what and when, in a few presentations of runs that were traced. */
final class Traces {
    /** Each is a timeline of its own, and its whole trace is read. */
    private static final int MOST_RUNS = 2;

    private static final int PRESENTATIONS = 20;
    private static final int MESSAGES = 2_000;

    private Traces() {}

    static Optional<Section> section(Gathered gathered) {
        List<Markup> content = new ArrayList<>();
        int traced = 0;
        for (Group group : gathered.groups()) {
            List<RecordedRun> runs = group.shown().stream()
                    .filter(each -> RecordedTrace.isIn(each.folder()))
                    .toList();
            if (!runs.isEmpty() && ++traced <= MOST_RUNS) {
                content.addAll(showOne(group, runs));
            }
        }
        if (content.isEmpty()) {
            return Optional.empty();
        }
        content.add(
                Section.note("Arrows are messages, bars their handling, triangles updates of weights; click one for its"
                        + " record, its causes and its effects. The whole trace: somata trace view RUN."
                        + (traced > MOST_RUNS ? " Of " + traced + " configurations with a trace two are shown." : "")));
        return Optional.of(new Section("traces", "Messages between layers", content));
    }

    /** The first of which anything can be read; of one that is damaged throughout it is said. */
    private static List<Markup> showOne(Group group, List<RecordedRun> runs) {
        List<Markup> damaged = new ArrayList<>();
        for (RecordedRun run : runs) {
            try {
                return show(group, run);
            } catch (DataException unreadable) {
                damaged.add(Section.note(unreadable.getMessage()));
            }
        }
        return damaged;
    }

    private static List<Markup> show(Group group, RecordedRun run) {
        Trace trace = RecordedTrace.of(run.folder());
        TraceView view = TraceView.of(trace, lastEpoch(trace.header(), run), MESSAGES, false);
        if (view.messages() == 0) {
            view = TraceView.of(trace, Window.ALL, MESSAGES, false);
        }
        return List.of(
                Element.classed("h3", "of", Chip.of(group))
                        .add(" " + group.name() + ", seed " + run.config().seed()),
                view.element(),
                kinds(trace));
    }

    /** The first presentations of it, where lockstep says when they were. */
    private static Window lastEpoch(TraceHeader header, RecordedRun run) {
        int epochs = run.epochsDone();
        long steps = run.result().map(result -> result.steps()).orElse(0L);
        if (header.period() == 0 || epochs == 0) {
            return Window.ALL;
        }
        long from = steps / epochs * (epochs - 1) * header.period();
        return new Window(from, from + PRESENTATIONS * header.period(), 1, Integer.MAX_VALUE, 1);
    }

    private static Markup kinds(Trace trace) {
        Map<MessageKind, Count> counts = new EnumMap<>(MessageKind.class);
        trace.read(Window.ALL, each -> {
            if (each instanceof MessageRecord message) {
                counts.computeIfAbsent(message.kind(), none -> new Count()).add(message);
            }
        });
        Grid grid = new Grid()
                .called("Messages of the trace by kind")
                .head(
                        Grid.over("kind", 1),
                        Grid.number("messages"),
                        Grid.number("bits"),
                        Grid.number("lost"),
                        Grid.number("duplicates"),
                        Grid.number("expired"));
        counts.forEach((kind, count) -> grid.row(
                Grid.text(kind.label()),
                Grid.rightly(Numbers.whole(count.messages)),
                Grid.rightly(Numbers.whole(count.bits)),
                Grid.rightly(Numbers.whole(count.of(Outcome.LOST))),
                Grid.rightly(Numbers.whole(count.of(Outcome.DUPLICATE))),
                Grid.rightly(Numbers.whole(count.of(Outcome.EXPIRED)))));
        return Section.folded("Messages by kind, in the whole trace", grid.element());
    }

    private static final class Count {
        private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        private long messages;
        private long bits;

        void add(MessageRecord message) {
            messages++;
            bits += message.bits();
            outcomes.merge(message.outcome(), 1L, Long::sum);
        }

        long of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }
    }
}
