package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * Whether everything has its causes and came after them. Causes are remembered for a while; what is told of later, such as
 * messages that were never handled, has to ask for its causes when the trace is read again.
 */
final class CauseCheck implements Check.RecordCheck {
    private static final int REMEMBERED = 1 << 16;
    private static final int QUESTIONS = 1 << 18;

    private final boolean lockstep;
    private final boolean virtual;
    private final Findings findings;
    private final Recent<MessageId, Handled> handled = new Recent<>(REMEMBERED);
    private final Map<MessageId, List<Effect>> open = new HashMap<>();
    private long asked;
    private long unasked;

    CauseCheck(TraceHeader header, Findings findings) {
        this.lockstep = header.clock() == Clock.LOCKSTEP;
        this.virtual = header.clock() == Clock.VIRTUAL;
        this.findings = findings;
    }

    /** A message in hand, whatever may follow from it. */
    private record Handled(MessageId id, int at, long presentation, long started, long finished, long wall) {
        private static Handled of(MessageRecord message) {
            return new Handled(
                    message.id(),
                    message.to(),
                    message.presentation(),
                    message.times().started(),
                    message.times().finished(),
                    message.wall().started());
        }
    }

    /** What follows from something: a message, when it left, or an update, when it was done. */
    private record Effect(String name, int from, long presentation, MessageId inHand, long left, long wall) {}

    @Override
    public void message(MessageRecord message) {
        if (message.causes().isEmpty()) {
            findings.check(
                    Invariant.CAUSES,
                    message.from() <= MessageId.INPUT,
                    () -> message.name() + ": a layer sent it, and it has no cause");
        } else {
            Effect effect = new Effect(
                    message.name(),
                    message.from(),
                    message.presentation(),
                    message.causes().get(0),
                    message.times().sent(),
                    message.wall().sent());
            message.causes().forEach(cause -> follow(effect, cause));
        }
        if (isCause(message)) {
            Handled cause = Handled.of(message);
            handled.put(message.id(), cause);
            answer(cause);
        }
    }

    /** A copy may have the name of the message that something followed from. */
    private static boolean isCause(MessageRecord message) {
        return message.times().isComplete() && message.outcome() != Outcome.DUPLICATE;
    }

    @Override
    public void update(UpdateRecord update) {
        follow(
                new Effect(
                        update.name(),
                        update.at(),
                        update.presentation(),
                        update.cause(),
                        update.time(),
                        update.wallFinished()),
                update.cause());
    }

    private void follow(Effect effect, MessageId cause) {
        Handled found = handled.get(cause);
        if (found != null) {
            compare(effect, found);
        } else if (asked < QUESTIONS) {
            asked++;
            open.computeIfAbsent(cause, none -> new ArrayList<>(1)).add(effect);
        } else {
            unasked++;
        }
    }

    /** Whether some causes have not been found. */
    boolean asks() {
        return !open.isEmpty();
    }

    /** When the trace is read again. */
    void answer(MessageRecord message) {
        if (isCause(message)) {
            answer(Handled.of(message));
        }
    }

    private void answer(Handled cause) {
        List<Effect> effects = open.remove(cause.id());
        if (effects != null) {
            asked -= effects.size();
            effects.forEach(effect -> compare(effect, cause));
        }
    }

    private void compare(Effect effect, Handled cause) {
        findings.check(
                Invariant.CAUSES,
                cause.at() == effect.from() && cause.presentation() == effect.presentation(),
                () -> effect.name() + ": " + MessageId.name(effect.from()) + " did it in presentation "
                        + effect.presentation() + ", but its cause " + cause.id() + " was handled by "
                        + MessageId.name(cause.at()) + " in presentation " + cause.presentation());
        findings.check(
                Invariant.CAUSE_FIRST,
                effect.left() >= cause.started(),
                () -> effect.name() + ": was there at " + effect.left() + ", but its cause " + cause.id()
                        + " was taken in hand at " + cause.started());
        if (lockstep) {
            findings.check(
                    Invariant.CAUSE_FIRST,
                    effect.wall() >= cause.wall(),
                    () -> effect.name() + ": was there at " + effect.wall() + " on the wall, but its cause "
                            + cause.id() + " was taken in hand at " + cause.wall());
        } else if (effect.inHand().equals(cause.id())) {
            findings.check(
                    Invariant.CAUSE_FIRST,
                    effect.left() <= cause.finished() && (!virtual || effect.left() == cause.finished()),
                    () -> effect.name() + ": was there at " + effect.left() + ", but it follows from " + cause.id()
                            + ", with which " + MessageId.name(cause.at()) + " was done at " + cause.finished());
        }
    }

    @Override
    public void end() {
        open.forEach((cause, effects) -> effects.forEach(effect -> findings.check(
                Invariant.CAUSES,
                false,
                () -> effect.name() + ": its cause " + cause + " is not in the trace, or was never handled")));
        if (unasked > 0) {
            findings.note(unasked + " causes were not looked for: too many messages are told of long after theirs");
        }
    }
}
