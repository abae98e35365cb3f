package org.somata.experiments.trace.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.Window;
import org.somata.model.signals.MessageId;

/**
 * The part of a trace that is shown: the first messages of a window, and the updates up to then.
 *
 * @param messages by time
 * @param updates by time
 * @param leftOut later messages of the window
 * @param next when the first of those came to something
 */
record Excerpt(
        TraceHeader header,
        Window window,
        List<MessageRecord> messages,
        List<UpdateRecord> updates,
        List<Trace.Gap> gaps,
        long leftOut,
        long next) {
    static Excerpt of(Trace trace, Window window, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one message, not " + most);
        }
        First first = new First(most);
        trace.read(window, first);
        List<MessageRecord> messages = new ArrayList<>(first.messages);
        messages.sort(Comparator.comparing(MessageRecord::time));
        return new Excerpt(
                trace.header(), window, messages, first.updates(messages), trace.gaps(), first.leftOut, first.next);
    }

    /** However long the trace, no more is held than will be shown: what was never handled comes last, but may be early. */
    private static final class First implements Consumer<TraceRecord> {
        private final int most;
        private final PriorityQueue<MessageRecord> messages =
                new PriorityQueue<>(Comparator.comparing(MessageRecord::time).reversed());
        private final List<UpdateRecord> updates = new ArrayList<>();
        private long leftOut;
        private long next = Long.MAX_VALUE;

        First(int most) {
            this.most = most;
        }

        @Override
        public void accept(TraceRecord each) {
            if (each instanceof MessageRecord message) {
                add(message);
            } else if (each instanceof UpdateRecord update && (leftOut == 0 || update.time() <= next)) {
                updates.add(update);
            }
        }

        private void add(MessageRecord message) {
            boolean full = messages.size() == most;
            if (full && message.time() >= messages.peek().time()) {
                leaveOut(message);
                return;
            }
            messages.add(message);
            if (full) {
                leaveOut(messages.poll());
            }
        }

        private void leaveOut(MessageRecord message) {
            leftOut++;
            next = Math.min(next, message.time());
        }

        /** Those that nothing shown brought about are left out with their messages, once some are. */
        List<UpdateRecord> updates(List<MessageRecord> shown) {
            if (leftOut == 0) {
                return updates;
            }
            Set<MessageId> ids = new HashSet<>();
            shown.forEach(message -> ids.add(message.id()));
            return updates.stream()
                    .filter(update -> ids.contains(update.cause()))
                    .toList();
        }
    }
}
