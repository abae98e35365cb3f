package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.List;
import org.somata.experiments.trace.analysis.Difference;
import org.somata.experiments.trace.analysis.MessageFacts;

/** Where two runs part, for people. */
final class DifferenceText {
    private final Difference difference;
    private final PrintWriter out;

    DifferenceText(Difference difference, PrintWriter out) {
        this.difference = difference;
        this.out = out;
    }

    void print() {
        if (!difference.header().isEmpty()) {
            out.println("The runs are not of one kind:");
            fields(difference.header());
        }
        if (difference.equal()) {
            out.println("No message and no update differs.");
        } else {
            parting("message", difference.message());
            causes();
            parting("update", difference.update());
        }
        difference.notes().forEach(note -> out.println("note: " + note));
        out.flush();
    }

    private void parting(String what, Difference.Parting<?> parting) {
        if (parting == null) {
            out.println("No " + what + " differs.");
            return;
        }
        out.println("The first " + what + " that differs is " + parting.id() + ", of presentation "
                + parting.presentation() + ":");
        if (parting.first() == null) {
            out.println("  only the second run has it");
        } else if (parting.second() == null) {
            out.println("  only the first run has it");
        } else {
            fields(parting.fields());
        }
        if (parting.first() != null && parting.first() instanceof MessageFacts message) {
            describe(message);
        } else if (parting.second() != null && parting.second() instanceof MessageFacts message) {
            describe(message);
        }
    }

    private void describe(MessageFacts message) {
        out.println("  " + message.kind() + ", " + message.from() + " → " + message.to() + ", W version "
                + message.wVersion() + ", V version " + message.vVersion());
    }

    private void fields(List<Difference.Field> fields) {
        fields.forEach(field -> out.println("  " + field.field() + ": " + field.first() + " ≠ " + field.second()));
    }

    private void causes() {
        if (difference.causes().isEmpty()) {
            return;
        }
        out.println("It follows from:");
        for (Difference.Cause cause : difference.causes()) {
            MessageFacts known = cause.first() == null ? cause.second() : cause.first();
            String what = known == null
                    ? "in neither trace"
                    : known.kind() + ", " + known.from() + " → " + known.to() + ", "
                            + (cause.same()
                                    ? "the same in both"
                                    : cause.first() == null
                                            ? "only in the second run"
                                            : cause.second() == null ? "only in the first run" : "not the same");
            out.println("  " + cause.id() + "  " + what);
        }
    }
}
