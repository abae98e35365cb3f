package org.somata.experiments.trace.analysis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;

/** Whether a layer that handles a target, a gradient or an error has handled the activation of that presentation before. */
final class ActivationCheck implements Check.RecordCheck {
    private static final int REMEMBERED = 1 << 16;
    private static final int QUESTIONS = 1 << 18;
    private static final Set<MessageKind> CREDIT = Set.of(MessageKind.TARGET, MessageKind.GRADIENT, MessageKind.ERROR);

    private final Findings findings;
    private final Recent<Pair, Long> finished = new Recent<>(REMEMBERED);
    private final Map<Pair, MessageRecord> open = new HashMap<>();

    ActivationCheck(Findings findings) {
        this.findings = findings;
    }

    private record Pair(int layer, long presentation) {
        private static Pair of(MessageRecord message) {
            return new Pair(message.to(), message.presentation());
        }
    }

    @Override
    public void message(MessageRecord message) {
        if (message.outcome() != Outcome.HANDLED) {
            return;
        }
        if (message.kind() == MessageKind.ACTIVATION) {
            finished.put(Pair.of(message), message.times().finished());
        } else if (CREDIT.contains(message.kind())) {
            Long activation = finished.get(Pair.of(message));
            if (activation != null) {
                compare(message, activation);
            } else if (open.size() < QUESTIONS) {
                open.put(Pair.of(message), message);
            }
        }
    }

    private void compare(MessageRecord credit, long activation) {
        findings.check(
                Invariant.ACTIVATIONS,
                activation <= credit.times().started(),
                () -> credit.name() + ": " + MessageId.name(credit.to()) + " took the "
                        + credit.kind().label() + " in hand at "
                        + credit.times().started() + ", and the activation was handled only at " + activation);
    }

    boolean asks() {
        return !open.isEmpty();
    }

    /** When the trace is read again. */
    void answer(MessageRecord message) {
        if (message.kind() == MessageKind.ACTIVATION && message.times().finished() != Times.UNKNOWN) {
            MessageRecord credit = open.remove(Pair.of(message));
            if (credit != null) {
                compare(credit, message.times().finished());
            }
        }
    }

    @Override
    public void end() {
        open.forEach((pair, credit) -> findings.check(
                Invariant.ACTIVATIONS,
                false,
                () -> credit.name() + ": " + MessageId.name(pair.layer()) + " handled the "
                        + credit.kind().label() + " of presentation " + pair.presentation()
                        + ", and the trace has no activation that it handled"));
    }
}
