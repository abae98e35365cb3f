package org.somata.experiments.trace.analysis;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;

/** Counts the messages of one kind that cross one link. */
final class LinkTally {
    private final Spread latency = new Spread();
    private final Spread waiting = new Spread();
    private final long[] outcomes = new long[Outcome.values().length];
    private long bits;

    /** A link and a kind, in the order in which they are told: up the network, then down. */
    record Key(int from, int to, MessageKind kind) implements Comparable<Key> {
        static Key of(MessageRecord message) {
            return new Key(message.from(), message.to(), message.kind());
        }

        private int upper() {
            return Math.max(from, to);
        }

        @Override
        public int compareTo(Key other) {
            int byKind = kind.compareTo(other.kind);
            int byUpper = Integer.compare(upper(), other.upper());
            return byKind != 0 ? byKind : byUpper != 0 ? byUpper : Integer.compare(to, other.to);
        }
    }

    void add(MessageRecord message, Times times) {
        bits += message.bits();
        outcomes[message.outcome().ordinal()]++;
        if (times.delivered() != Times.UNKNOWN) {
            latency.add(times.latency());
            if (times.started() != Times.UNKNOWN) {
                waiting.add(times.waiting());
            }
        }
    }

    private long of(Outcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    LinkFigures figures(Key key) {
        long messages = 0;
        for (long each : outcomes) {
            messages += each;
        }
        return new LinkFigures(
                MessageId.name(key.from()),
                MessageId.name(key.to()),
                key.kind().label(),
                messages,
                bits,
                of(Outcome.HANDLED),
                of(Outcome.LOST),
                of(Outcome.DUPLICATE),
                of(Outcome.EXPIRED),
                of(Outcome.IN_FLIGHT),
                latency.quantiles(),
                waiting.quantiles());
    }
}
