package org.somata.experiments.trace;

import java.util.HashMap;
import java.util.Map;
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
    private final Map<Integer, long[]> handled = new HashMap<>();
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
        long[] last = handled.get(sender);
        return last == null ? 0 : last[0];
    }

    void handled(int sender, long number) {
        handled.computeIfAbsent(sender, none -> new long[1])[0] = number;
        lastSender = sender;
    }
}
