package org.somata.experiments.trace.export;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * Says what of a record is drawn where, in nanoseconds. A position of lockstep, which knows no duration, is a
 * microsecond wide. Records come when they were done, so the events of a picture do not come in order; those of one
 * track that have the same moment do. What has no time has no place here.
 */
final class Timeline implements RecordWriter {
    /** Of a position in lockstep. */
    private static final long TURN = 1_000;
    /** How much before the end of a turn its messages leave, so that their arrows begin inside of it. */
    private static final long BEFORE_END = 20;
    /** Updates in one turn at most, each with a place of its own: V of the layer above, V, W. */
    private static final int LANES = 3;
    /** Of a turn; the updates have all but the last of its second half. */
    private static final int PARTS = 2 * (LANES + 1);

    private final TraceHeader header;
    private final boolean wall;
    private final boolean logical;
    private final Drawing drawing;
    private final Counters counters = new Counters();
    private final Turn[] turns;

    /** The last that an actor had. */
    private record Turn(MessageId id, long from, long to) {}

    Timeline(TraceHeader header, boolean wall, Drawing drawing) {
        this.header = header;
        this.wall = wall;
        this.logical = !wall && header.clock() == Clock.LOCKSTEP;
        this.drawing = drawing;
        this.turns = new Turn[header.depth() + 1 - Place.FIRST];
    }

    @Override
    public void begin(Buffer file) {
        String own = logical
                ? "lockstep, a position is a microsecond"
                : header.clock().label();
        drawing.begin(wall ? "wall" : own, file);
    }

    @Override
    public boolean write(TraceRecord each, Buffer file) {
        if (each instanceof MessageRecord message) {
            Times times = wall ? message.wall() : message.times();
            boolean known = !times.equals(Times.NONE);
            if (known) {
                draw(message, times, file);
            }
            return known;
        }
        UpdateRecord update = (UpdateRecord) each;
        boolean known = !wall || update.wallFinished() != Times.UNKNOWN;
        if (known) {
            draw(update, file);
        }
        return known;
    }

    @Override
    public void end(Buffer file) {
        drawing.end(file);
    }

    private void draw(MessageRecord message, Times times, Buffer file) {
        boolean handled =
                message.outcome() == Outcome.HANDLED && times.started() != Times.UNKNOWN && times.isComplete();
        boolean expired = message.outcome() == Outcome.EXPIRED && times.started() != Times.UNKNOWN;
        boolean arrow = (handled || expired) && times.sent() != Times.UNKNOWN;
        if (arrow) {
            drawing.sent(message, leaving(message.from(), times.sent()), file);
        }
        if (handled) {
            long from = at(times.started());
            long to = at(times.finished());
            turns[message.to() - Place.FIRST] = new Turn(message.id(), from, to);
            drawing.handled(message, from, to, arrow, file);
        } else {
            mark(message, times, arrow, file);
        }
    }

    /** The input and the teacher have no turns. */
    private long leaving(int place, long sent) {
        return place < 1 ? at(sent) : Math.max(0, at(sent) - (logical ? BEFORE_END : 1));
    }

    private void mark(MessageRecord message, Times times, boolean arrow, Buffer file) {
        boolean started = times.started() != Times.UNKNOWN;
        boolean arrived = started || times.delivered() != Times.UNKNOWN;
        int place = arrived ? message.to() : message.from();
        long at =
                arrived ? at(started ? times.started() : times.delivered()) : leaving(place, Math.max(0, times.sent()));
        drawing.marked(message, place, at, arrow, file);
        if (message.outcome() != Outcome.HANDLED && message.outcome() != Outcome.IN_FLIGHT) {
            Counters.Counter counter = counters.outcome(message);
            counter.set(Double.isNaN(counter.last()) ? 1 : counter.last() + 1);
            drawing.counted(counter, at, file);
        }
    }

    private void draw(UpdateRecord update, Buffer file) {
        long from = wall ? update.wallStarted() : at(update.time());
        // not to the last nanosecond, at which the next turn may begin
        long to = wall ? Math.max(from, update.wallFinished() - 1) : from;
        Turn turn = turns[update.at() - Place.FIRST];
        if (!wall && turn != null && turn.id.equals(update.cause()) && turn.to == to) {
            // this clock says when it was done: within the turn that brought it about, before its messages leave
            long width = (turn.to - turn.from) / PARTS;
            from = width < 2 ? Math.max(turn.from, turn.to - 1) : turn.to - (LANES + 1 - lane(update)) * width;
            to = width < 2 ? from : from + width - 1;
        }
        drawing.updated(update, from, to, file);
        if (Float.isFinite(update.loss())) {
            set(counters.loss(update.id()), update.loss(), to, file);
        }
        set(counters.staleness(update.id()), update.staleness(), to, file);
    }

    private static int lane(UpdateRecord update) {
        return update.id().layer() != update.at() ? 0 : update.id().mapping() == Mapping.FEEDBACK ? 1 : 2;
    }

    private void set(Counters.Counter counter, double value, long at, Buffer file) {
        if (counter.last() != value) {
            counter.set(value);
            drawing.counted(counter, at, file);
        }
    }

    private long at(long time) {
        return logical ? time * TURN : time;
    }
}
