package org.somata.experiments.trace.export;

import org.somata.experiments.trace.TraceHeader;
import org.somata.model.signals.MessageId;

/** Perfetto's message TrackDescriptor for a run's process, its places, which are threads to it, and its counters. */
final class PerfettoTracks {
    private static final int TRACK_NUMBER = 1;
    private static final int TRACK_NAME = 2;
    private static final int TRACK_PROCESS = 3;
    private static final int TRACK_THREAD = 4;
    private static final int TRACK_PARENT = 5;
    private static final int TRACK_COUNTER = 8;

    private static final int PROCESS_NUMBER = 1;
    private static final int PROCESS_NAME = 6;
    private static final int PROCESS_LABEL = 8;

    private static final int THREAD_PROCESS = 1;
    private static final int THREAD_NUMBER = 2;
    private static final int THREAD_NAME = 5;

    private static final long PROCESS = 1;
    private static final long FIRST_COUNTER = 1L << 32;

    private final TraceHeader header;
    private final ProtoMessage track = new ProtoMessage();
    private final ProtoMessage kind = new ProtoMessage();

    PerfettoTracks(TraceHeader header) {
        this.header = header;
    }

    int depth() {
        return header.depth();
    }

    static long ofPlace(int place) {
        return Place.thread(place);
    }

    static long ofCounter(Counters.Counter counter) {
        return FIRST_COUNTER + counter.number();
    }

    ProtoMessage process(String clock) {
        kind.number(PROCESS_NUMBER, Place.PROCESS)
                .text(PROCESS_NAME, header.name())
                .text(PROCESS_LABEL, "clock: " + clock);
        return track.number(TRACK_NUMBER, PROCESS).message(TRACK_PROCESS, kind);
    }

    ProtoMessage thread(int place) {
        kind.number(THREAD_PROCESS, Place.PROCESS)
                .number(THREAD_NUMBER, Place.thread(place))
                .text(THREAD_NAME, MessageId.name(place));
        return track.number(TRACK_NUMBER, ofPlace(place)).message(TRACK_THREAD, kind);
    }

    ProtoMessage counter(Counters.Counter counter) {
        return track.number(TRACK_NUMBER, ofCounter(counter))
                .text(TRACK_NAME, counter.name())
                .number(TRACK_PARENT, PROCESS)
                .message(TRACK_COUNTER, kind);
    }
}
