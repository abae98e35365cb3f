package org.somata.experiments.trace.analysis;

import java.util.HashMap;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.model.signals.MessageId;

/** Whether a layer handles one message at a time. */
final class TurnCheck implements Check.RecordCheck {
    private final boolean lockstep;
    private final Findings findings;
    private final Map<Integer, MessageRecord> last = new HashMap<>();

    TurnCheck(TraceHeader header, Findings findings) {
        this.lockstep = header.clock() == Clock.LOCKSTEP;
        this.findings = findings;
    }

    @Override
    public void message(MessageRecord message) {
        if (!message.times().isComplete()) {
            return;
        }
        MessageRecord before = last.put(message.to(), message);
        if (before != null) {
            compare("", before, before.times(), message, message.times());
            if (lockstep) {
                compare(" on the wall", before, before.wall(), message, message.wall());
            } else {
                findings.check(
                        Invariant.TURNS,
                        before.times().delivered() <= message.times().delivered(),
                        () -> message.name() + ": came to " + MessageId.name(message.to()) + " at "
                                + message.times().delivered() + ", and was taken in hand only after " + before.name()
                                + ", which came at " + before.times().delivered());
            }
        }
    }

    private void compare(String clock, MessageRecord before, Times earlier, MessageRecord message, Times later) {
        findings.check(
                Invariant.TURNS,
                earlier.finished() <= later.started(),
                () -> message.name() + ": " + MessageId.name(message.to()) + " took it in hand at " + later.started()
                        + clock + ", while it handled " + before.name() + " until " + earlier.finished());
    }
}
