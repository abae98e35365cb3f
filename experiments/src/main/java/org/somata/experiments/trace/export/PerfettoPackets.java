package org.somata.experiments.trace.export;

import java.util.Locale;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.UpdateRecord;

/**
 * A stream of Perfetto's message TracePacket, with names by their numbers. Fields and their numbers are those of
 * perfetto/trace/trace_packet.proto, interned_data.proto, track_event.proto, track_descriptor.proto,
 * process_descriptor.proto, thread_descriptor.proto, counter_descriptor.proto and debug_annotation.proto.
 */
final class PerfettoPackets implements Drawing {
    private static final int TRACE_PACKET = 1;

    private static final int PACKET_TIMESTAMP = 8;
    private static final int PACKET_SEQUENCE = 10;
    private static final int PACKET_TRACK_EVENT = 11;
    private static final int PACKET_INTERNED_DATA = 12;
    private static final int PACKET_SEQUENCE_FLAGS = 13;
    private static final int PACKET_TRACK_DESCRIPTOR = 60;
    private static final int FIRST_OF_SEQUENCE = 1;
    private static final int NEEDS_NAMES = 2;

    private static final int INTERNED_CATEGORIES = 1;
    private static final int INTERNED_EVENT_NAMES = 2;
    private static final int INTERNED_ANNOTATION_NAMES = 3;
    private static final int NAME_NUMBER = 1;
    private static final int NAME_TEXT = 2;

    private static final int EVENT_CATEGORY = 3;
    private static final int EVENT_ANNOTATION = 4;
    private static final int EVENT_TYPE = 9;
    private static final int EVENT_NAME = 10;
    private static final int EVENT_TRACK = 11;
    private static final int EVENT_COUNTER_VALUE = 44;
    private static final int EVENT_FLOW = 47;
    private static final int EVENT_LAST_OF_FLOW = 48;
    private static final int SLICE_BEGIN = 1;
    private static final int SLICE_END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    private static final int ANNOTATION_NAME = 1;
    private static final int ANNOTATION_NUMBER = 3;
    private static final int ANNOTATION_REAL = 5;
    private static final int ANNOTATION_TEXT = 6;

    private static final int MESSAGES = 1;
    private static final int UPDATES = 2;

    private final Names names;
    private final PerfettoTracks tracks;
    private final ProtoMessage packet = new ProtoMessage();
    private final ProtoMessage event = new ProtoMessage();
    private final ProtoMessage interned = new ProtoMessage();
    private int declared;

    PerfettoPackets(TraceHeader header) {
        names = new Names(header.depth());
        tracks = new PerfettoTracks(header);
    }

    /** What there is to know of a message or an update; their numbers are those of the names. */
    private enum Note {
        ID,
        CAUSE,
        PRESENTATION,
        W_VERSION,
        V_VERSION,
        BITS,
        VERSION,
        STALENESS,
        LOSS,
        NORM;

        private String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        private int number() {
            return ordinal() + 1;
        }
    }

    @Override
    public void begin(String clock, Buffer file) {
        intern(INTERNED_CATEGORIES, MESSAGES, "message");
        intern(INTERNED_CATEGORIES, UPDATES, "update");
        for (int number = 1; number <= names.all().size(); number++) {
            intern(INTERNED_EVENT_NAMES, number, names.text(number));
        }
        for (Note note : Note.values()) {
            intern(INTERNED_ANNOTATION_NAMES, note.number(), note.label());
        }
        packet.number(PACKET_SEQUENCE_FLAGS, FIRST_OF_SEQUENCE).message(PACKET_INTERNED_DATA, interned);
        put(file);
        describe(tracks.process(clock), file);
        for (int place = Place.FIRST; place <= tracks.depth(); place++) {
            describe(tracks.thread(place), file);
        }
    }

    private void intern(int kind, int number, String text) {
        interned.pair(kind, NAME_NUMBER, number, NAME_TEXT, text);
    }

    private void describe(ProtoMessage track, Buffer file) {
        packet.message(PACKET_TRACK_DESCRIPTOR, track);
        put(file);
    }

    @Override
    public void sent(MessageRecord message, long at, Buffer file) {
        open(INSTANT, PerfettoTracks.ofPlace(message.from()), MESSAGES, Names.sent(message.kind()));
        event.fixed(EVENT_FLOW, Arrow.number(message));
        put(at, file);
    }

    @Override
    public void handled(MessageRecord message, long from, long to, boolean arrow, Buffer file) {
        long track = PerfettoTracks.ofPlace(message.to());
        open(SLICE_BEGIN, track, MESSAGES, Names.handled(message.kind()));
        if (arrow) {
            event.fixed(EVENT_LAST_OF_FLOW, Arrow.number(message));
        }
        note(message);
        put(from, file);
        event.number(EVENT_TYPE, SLICE_END).number(EVENT_TRACK, track);
        put(to, file);
    }

    @Override
    public void marked(MessageRecord message, int place, long at, boolean arrow, Buffer file) {
        open(INSTANT, PerfettoTracks.ofPlace(place), MESSAGES, Names.mark(message.kind(), message.outcome()));
        if (arrow) {
            event.fixed(EVENT_LAST_OF_FLOW, Arrow.number(message));
        }
        note(message);
        put(at, file);
    }

    @Override
    public void updated(UpdateRecord update, long from, long to, Buffer file) {
        long track = PerfettoTracks.ofPlace(update.at());
        open(SLICE_BEGIN, track, UPDATES, Names.update(update.id()));
        note(Note.ID, update.name());
        note(Note.CAUSE, update.cause().toString());
        note(Note.PRESENTATION, update.presentation());
        note(Note.VERSION, update.id().version());
        note(Note.STALENESS, update.staleness());
        note(Note.LOSS, update.loss());
        note(Note.NORM, update.norm());
        put(from, file);
        event.number(EVENT_TYPE, SLICE_END).number(EVENT_TRACK, track);
        put(to, file);
    }

    @Override
    public void counted(Counters.Counter counter, long at, Buffer file) {
        if (counter.number() == declared) {
            describe(tracks.counter(counter), file);
            declared++;
        }
        event.number(EVENT_TYPE, COUNTER)
                .number(EVENT_TRACK, PerfettoTracks.ofCounter(counter))
                .real(EVENT_COUNTER_VALUE, counter.last());
        put(at, file);
    }

    @Override
    public void end(Buffer file) {
        // a trace ends with any packet
    }

    private void open(int type, long track, int category, int named) {
        event.number(EVENT_TYPE, type)
                .number(EVENT_TRACK, track)
                .number(EVENT_CATEGORY, category)
                .number(EVENT_NAME, named);
    }

    private void note(MessageRecord message) {
        note(Note.ID, message.name());
        note(Note.PRESENTATION, message.presentation());
        note(Note.W_VERSION, message.wVersion());
        note(Note.V_VERSION, message.vVersion());
        note(Note.BITS, message.bits());
    }

    private void note(Note note, long number) {
        event.pair(EVENT_ANNOTATION, ANNOTATION_NAME, note.number(), ANNOTATION_NUMBER, number);
    }

    private void note(Note note, float number) {
        event.pair(EVENT_ANNOTATION, ANNOTATION_NAME, note.number(), ANNOTATION_REAL, number);
    }

    private void note(Note note, String text) {
        event.pair(EVENT_ANNOTATION, ANNOTATION_NAME, note.number(), ANNOTATION_TEXT, text);
    }

    private void put(long at, Buffer file) {
        packet.number(PACKET_TIMESTAMP, at)
                .number(PACKET_SEQUENCE_FLAGS, NEEDS_NAMES)
                .message(PACKET_TRACK_EVENT, event);
        put(file);
    }

    /** All packets are of one sequence: names hold within. */
    private void put(Buffer file) {
        packet.number(PACKET_SEQUENCE, 1);
        packet.moveTo(TRACE_PACKET, file);
    }
}
