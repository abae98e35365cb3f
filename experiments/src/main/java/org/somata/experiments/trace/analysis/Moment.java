package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceRecord;

/**
 * Records of what was done at the same time, by name: which of them a trace tells of first means nothing.
 *
 * @param handled false for a message that was never handled; a trace tells of these last
 * @param time when it was done; when it was sent, if it was never handled
 */
record Moment(boolean handled, long time, List<TraceRecord> records) {
    private static Moment of(TraceRecord each) {
        boolean handled =
                !(each instanceof MessageRecord message) || message.times().isComplete();
        long time = each instanceof MessageRecord message && handled
                ? message.times().finished()
                : each.time();
        return new Moment(handled, time, List.of(each));
    }

    private boolean isWith(Moment other) {
        return handled && other.handled && time == other.time;
    }

    /** Takes one moment after another from records in their order. */
    static final class Taken {
        private final Iterator<TraceRecord> records;
        private final boolean apart;
        private Moment ahead;

        /** @param apart each record is a moment of its own, as times say nothing */
        Taken(Iterator<TraceRecord> records, boolean apart) {
            this.records = records;
            this.apart = apart;
        }

        private Moment one() {
            Moment one = ahead;
            ahead = null;
            return one == null && records.hasNext() ? Moment.of(records.next()) : one;
        }

        /** Empty at the end. */
        Optional<Moment> next() {
            Moment first = one();
            if (first == null || apart) {
                return Optional.ofNullable(first);
            }
            List<TraceRecord> same = new ArrayList<>(first.records);
            ahead = one();
            while (ahead != null && ahead.isWith(first)) {
                same.addAll(ahead.records);
                ahead = null;
                ahead = one();
            }
            same.sort(Comparator.comparing(TraceRecord::name));
            return Optional.of(new Moment(first.handled, first.time, same));
        }
    }
}
