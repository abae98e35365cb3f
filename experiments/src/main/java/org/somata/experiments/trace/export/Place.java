package org.somata.experiments.trace.export;

import org.somata.model.signals.MessageId;

/** Who is where in a network: the teacher, the input, the layers. */
final class Place {
    /** Of all places: the teacher's is −1. */
    static final int FIRST = MessageId.TEACHER;

    /** All of them are one process to viewers of traces. */
    static final long PROCESS = 1;

    private static final long FIRST_THREAD = 100;

    private Place() {}

    /** Each is a thread there, layer i that of number 100 + i. */
    static long thread(int place) {
        return FIRST_THREAD + place;
    }
}
