package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.Window;

/**
 * What a message brought about itself: the messages that were sent, and the weights that were updated, as it was handled.
 */
public record Effects(List<MessageFacts> messages, List<UpdateFacts> updates) {
    /** Reads the trace from there on; in lockstep only what is left of the presentation. */
    static Effects of(Trace trace, MessageRecord message) {
        long from = Math.max(0, message.time());
        long to = trace.header().clock() == Clock.LOCKSTEP
                ? message.presentation() * trace.header().period() + 1
                : Long.MAX_VALUE;
        List<MessageFacts> messages = new ArrayList<>();
        List<UpdateFacts> updates = new ArrayList<>();
        trace.read(new Window(from, Math.max(to, from + 1), 1, Integer.MAX_VALUE, 1), each -> {
            if (each instanceof MessageRecord sent
                    && !sent.causes().isEmpty()
                    && sent.causes().get(0).equals(message.id())) {
                messages.add(MessageFacts.of(sent));
            } else if (each instanceof UpdateRecord update && update.cause().equals(message.id())) {
                updates.add(UpdateFacts.of(update));
            }
        });
        return new Effects(messages, updates);
    }
}
