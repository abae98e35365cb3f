package org.somata.experiments.trace;

import java.util.Iterator;
import org.somata.actors.MessageId;
import org.somata.actors.recording.Carried;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.Row;
import org.somata.model.signals.SignalStatistics;

/** A page as the bytes of a block: see {@code TRACE-FORMAT.md}. */
final class BlockEncoder {
    static final int SENT = 0;
    static final int HANDLED = 1;
    static final int UPDATED = 2;
    static final int CARRIED = 3;

    static final int UP = 0;
    static final int DOWN = 1;
    static final int ELSEWHERE = 2;
    /** Causes are counted in a number of their own. */
    static final int MANY = 3;

    private final Bytes out;
    private final BlockState state;
    private BlockHead head;

    private BlockEncoder(Bytes out, int place) {
        this.out = out;
        this.state = new BlockState(place);
        this.head = BlockHead.empty(place);
    }

    /** Puts a page's rows into {@code out}, and tells of them. */
    static BlockHead encode(Page page, Bytes out) {
        BlockEncoder encoder = new BlockEncoder(out, page.place());
        Iterator<Carried> carried = page.carried().iterator();
        boolean withContents = carried.hasNext();
        Row row = page.read();
        while (row.next()) {
            encoder.put(row);
            if (withContents && row.type() == Row.Type.SENT) {
                encoder.put(carried.next());
            }
        }
        return encoder.head;
    }

    private void put(Row row) {
        switch (row.type()) {
            case SENT -> sent(row);
            case HANDLED -> handled(row);
            case UPDATED -> updated(row);
        }
        boolean sent = row.type() == Row.Type.SENT;
        head = head.with(row.presentation(), row.time(), sent ? row.sequence() : BlockHead.NONE);
    }

    private void sent(Row row) {
        int causes = row.causes();
        int direction = row.to() == state.place + 1 ? UP : row.to() == state.place - 1 ? DOWN : ELSEWHERE;
        BlockState.Shape shape = state.shape(row.kind());
        boolean same = shape.is(row.units(), row.batch());
        out.put(SENT | row.kind().ordinal() << 2 | row.purpose().ordinal() << 6);
        out.put(row.encoded().ordinal() | (same ? 1 : 0) << 3 | direction << 4 | Math.min(causes, MANY) << 6);
        if (causes >= MANY) {
            out.putUnsigned(causes);
        }
        if (direction == ELSEWHERE) {
            out.putSigned(row.to() - state.place);
        }
        out.putSigned(row.sequence() - state.sequence - 1);
        presentation(row);
        out.putSigned(row.version() - state.version);
        out.putSigned(row.feedbackVersion() - state.feedbackVersion);
        if (!same) {
            out.putUnsigned(row.units());
            out.putUnsigned(row.batch());
            shape.set(row.units(), row.batch());
        }
        times(row);
        for (int i = 0; i < causes; i++) {
            MessageId cause = row.cause(i);
            out.putSigned(cause.sender() - state.place);
            out.putSigned(state.lastOf(cause.sender()) - cause.sequence());
        }
        state.sequence = row.sequence();
        state.version = row.version();
        state.feedbackVersion = row.feedbackVersion();
    }

    private void handled(Row row) {
        int direction = row.sender() == state.place - 1 ? UP : row.sender() == state.place + 1 ? DOWN : ELSEWHERE;
        boolean unit = row.time() == row.started() + 1;
        out.put(HANDLED | Outcome.HANDLED.ordinal() << 2 | (unit ? 1 : 0) << 5 | direction << 6);
        if (direction == ELSEWHERE) {
            out.putSigned(row.sender() - state.place);
        }
        out.putSigned(row.sequence() - state.lastOf(row.sender()) - 1);
        presentation(row);
        if (!unit) {
            out.putUnsigned(row.time() - row.started());
        }
        times(row);
        out.putUnsigned(row.wall() - row.startedWall());
        out.putUnsigned(row.startedWall() - row.deliveredWall());
        state.handled(row.sender(), row.sequence());
    }

    private void updated(Row row) {
        int which = row.feedback() ? 1 : 0;
        boolean own = row.layer() == state.place;
        boolean ofLast = row.sender() == state.lastSender && row.sequence() == state.lastOf(row.sender());
        out.put(UPDATED | which << 2 | (ofLast ? 1 : 0) << 3 | row.purpose().ordinal() << 4 | (own ? 1 : 0) << 6);
        if (!own) {
            out.putSigned(row.layer() - state.place);
        }
        if (!ofLast) {
            out.putSigned(row.sender() - state.place);
            out.putSigned(state.lastOf(row.sender()) - row.sequence());
        }
        out.putSigned(row.version() - state.versions[which] - 1);
        out.putSigned(row.staleness());
        out.put(row.loss());
        out.put(row.norm());
        presentation(row);
        times(row);
        out.putUnsigned(row.wall() - row.startedWall());
        state.versions[which] = row.version();
    }

    private void presentation(Row row) {
        out.putSigned(row.presentation() - state.presentation);
        state.presentation = row.presentation();
    }

    private void times(Row row) {
        out.putSigned(row.time() - state.time);
        out.putSigned(row.wall() - state.wall);
        state.time = row.time();
        state.wall = row.wall();
    }

    private void put(Carried carried) {
        SignalStatistics statistics = carried.statistics();
        out.put(CARRIED);
        out.putFixed(statistics.digest());
        out.put(statistics.mean());
        out.put(statistics.deviation());
        out.put(statistics.ones());
        out.put(statistics.saturated());
        out.putUnsigned(statistics.sample().length);
        for (float value : statistics.sample()) {
            out.put(value);
        }
        byte[] all = carried.encoded().orElse(new byte[0]);
        out.putUnsigned(all.length);
        out.put(all);
    }
}
