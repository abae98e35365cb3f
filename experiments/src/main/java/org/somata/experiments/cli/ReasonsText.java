package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.analysis.Effects;
import org.somata.experiments.trace.analysis.MessageFacts;
import org.somata.experiments.trace.analysis.Reasons;
import org.somata.experiments.trace.analysis.UpdateFacts;

/** A chain of causes for people: each line follows from the one below it. */
final class ReasonsText {
    private static final String ALSO = "  also ";
    private static final String UNKNOWN = "-";

    private final Reasons reasons;
    private final PrintWriter out;
    private final boolean lockstep;

    ReasonsText(Reasons reasons, PrintWriter out) {
        this.reasons = reasons;
        this.out = out;
        this.lockstep = reasons.clock() == Clock.LOCKSTEP;
    }

    void print() {
        out.println(
                lockstep
                        ? "Times are positions in lockstep's order; durations in brackets are the machine's."
                        : "Times are nanoseconds of the run's own clock ("
                                + reasons.clock().label() + ").");
        out.println();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "", "kind", "from → to", "presentation", "W version", "V version", "sent", "handled", "took", ""));
        for (Reasons.Link link : reasons.chain()) {
            rows.add(row("", link.message()));
            link.also().forEach(message -> rows.add(row(ALSO, message)));
        }
        if (reasons.update() != null) {
            out.println(update(reasons.update()));
            out.println("brought about by, and that in turn by:");
        } else {
            out.println(reasons.id() + ", and what it follows from:");
        }
        TextTable.print(rows, out);
        ending();
        if (reasons.effects() != null) {
            effects(reasons.effects());
        }
        out.flush();
    }

    private String update(UpdateFacts update) {
        return update.id() + ": the " + update.mapping() + " mapping of " + update.layer()
                + (update.at().equals(update.layer()) ? "" : ", at " + update.at()) + ", presentation "
                + update.presentation() + ", staleness " + update.staleness() + ", loss "
                + (update.loss() == null ? UNKNOWN : FigureText.digits(update.loss())) + ", norm "
                + FigureText.digits(update.norm()) + ", done at " + update.time()
                + (lockstep ? " (" + NanosText.of(update.wallFinished() - update.wallStarted()) + ")" : "");
    }

    private List<String> row(String indent, MessageFacts message) {
        MessageFacts.Moments times = message.times();
        MessageFacts.Moments measured = lockstep ? message.wall() : times;
        boolean handled = measured.started() != null && measured.finished() != null;
        return List.of(
                indent + message.id(),
                message.kind(),
                message.from() + " → " + message.to(),
                Long.toString(message.presentation()),
                Long.toString(message.wVersion()),
                Long.toString(message.vVersion()),
                text(times.sent()),
                text(times.started()),
                handled ? "(" + NanosText.of(measured.finished() - measured.started()) + ")" : UNKNOWN,
                message.outcome().equals("handled") ? "" : message.outcome());
    }

    private static String text(Long time) {
        return time == null ? UNKNOWN : time.toString();
    }

    private void ending() {
        reasons.chain()
                .forEach(link -> link.missing()
                        .forEach(cause -> out.println("  " + link.message().id() + " also follows from " + cause
                                + ", which is not in the trace")));
        if (reasons.missing() != null) {
            out.println("  The chain ends at " + reasons.missing()
                    + ", which is not in the trace: it has a gap there; see trace check.");
        } else if (!reasons.chain().isEmpty()) {
            MessageFacts first = reasons.chain().get(reasons.chain().size() - 1).message();
            out.println("  " + first.id() + " began presentation " + first.presentation() + ".");
        }
    }

    private void effects(Effects effects) {
        out.println();
        if (effects.messages().isEmpty() && effects.updates().isEmpty()) {
            out.println("It brought nothing about.");
            return;
        }
        out.println("It brought about:");
        for (MessageFacts message : effects.messages()) {
            out.println("  " + message.id() + "  " + message.kind() + "  " + message.from() + " → " + message.to()
                    + "  " + message.outcome());
        }
        effects.updates().forEach(update -> out.println("  " + update(update)));
    }
}
