package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/** Counts what the actor at one place does with its time, told of it in its order. */
final class Workload {
    private final Timing timing;
    private final Mailbox mailbox = new Mailbox();
    private final Map<Integer, Waiting> waits = new TreeMap<>();
    private long handling;
    private long learning;
    private long busy;
    private long late;
    private long busyUntil = Times.UNKNOWN;

    Workload(Timing timing) {
        this.timing = timing;
    }

    private static final class Waiting {
        private long times;
        private long ns;
    }

    void add(MessageRecord message) {
        Times times = timing.of(message);
        if (times.delivered() != Times.UNKNOWN && times.started() != Times.UNKNOWN) {
            mailbox.add(times.delivered(), times.started());
        }
        if (times.isComplete()) {
            long came = times.delivered() == Times.UNKNOWN ? times.started() : times.delivered();
            long idle = Math.min(came, times.started()) - busyUntil;
            if (busyUntil != Times.UNKNOWN && idle > 0) {
                Waiting waiting = waits.computeIfAbsent(message.from(), none -> new Waiting());
                waiting.times++;
                waiting.ns += idle;
            }
            late += Math.max(0, times.started() - Math.max(came, busyUntil));
            handling += times.handling();
            busy(times.started(), times.finished());
        }
    }

    void add(UpdateRecord update) {
        long done = timing.done(update);
        long begun = timing.begun(update);
        if (begun == Times.UNKNOWN) {
            // virtual time says when it was done: learning began when what was before it had ended
            begun = Math.min(done, busyUntil);
        }
        late += busyUntil == Times.UNKNOWN ? 0 : Math.max(0, begun - busyUntil);
        learning += done - begun;
        busy(begun, done);
    }

    /** What lies within something else is not counted twice. */
    private void busy(long from, long to) {
        busy += Math.max(0, to - Math.max(from, busyUntil));
        busyUntil = Math.max(busyUntil, to);
    }

    /** Messages that came and were never handled wait until the end. */
    void leave(long delivered, long end) {
        mailbox.add(delivered, end);
    }

    double mailboxMean(long span) {
        return mailbox.mean(span);
    }

    int mailboxMost() {
        return mailbox.most();
    }

    double busyShare(long span) {
        return span <= 0 ? 0 : (double) busy / span;
    }

    long handling() {
        return handling;
    }

    long learning() {
        return learning;
    }

    long late() {
        return late;
    }

    List<LayerFigures.Wait> waits() {
        List<LayerFigures.Wait> all = new ArrayList<>();
        waits.forEach((sender, each) -> all.add(new LayerFigures.Wait(MessageId.name(sender), each.times, each.ns)));
        return all;
    }
}
