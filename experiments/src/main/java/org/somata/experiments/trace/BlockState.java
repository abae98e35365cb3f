package org.somata.experiments.trace;

import java.util.Arrays;
import org.somata.model.signals.MessageKind;

/** What the numbers of a block are told as differences from; every block begins anew. */
final class BlockState {
    /** Of the shapes of a kind's messages. */
    static final class Shape {
        int units;
        int batch;

        boolean is(int otherUnits, int otherBatch) {
            return units == otherUnits && batch == otherBatch;
        }

        void set(int newUnits, int newBatch) {
            units = newUnits;
            batch = newBatch;
        }
    }

    final int place;
    final long[] versions = new long[2];
    long sequence;
    long presentation;
    long time;
    long wall;
    long version;
    long feedbackVersion;
    int lastSender;
    private int[] senders = new int[4];
    private long[] handled = new long[4];
    private int known;
    private final Shape[] shapes = new Shape[MessageKind.values().length];

    BlockState(int place) {
        this.place = place;
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = new Shape();
        }
    }

    Shape shape(MessageKind kind) {
        return shapes[kind.ordinal()];
    }

    /** The number of the message handled last of a sender's. */
    long lastOf(int sender) {
        int at = find(sender);
        return at == known ? 0 : handled[at];
    }

    void handled(int sender, long number) {
        int at = find(sender);
        if (at == senders.length) {
            senders = Arrays.copyOf(senders, 2 * known);
            handled = Arrays.copyOf(handled, 2 * known);
        }
        senders[at] = sender;
        handled[at] = number;
        known = Math.max(known, at + 1);
        lastSender = sender;
    }

    /** An actor hears from a few others alone. */
    private int find(int sender) {
        int at = 0;
        while (at < known && senders[at] != sender) {
            at++;
        }
        return at;
    }
}
