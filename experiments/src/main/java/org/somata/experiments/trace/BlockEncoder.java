package org.somata.experiments.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import org.somata.actors.recording.Carried;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.PageSink.Chunk;
import org.somata.actors.recording.PageSink.PageEncoder;
import org.somata.actors.recording.Row;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.SignalStatistics;

/** Makes pages into blocks: see {@code TRACE-FORMAT.md}. */
final class BlockEncoder implements PageEncoder {
    static final int SENT = 0;
    static final int HANDLED = 1;
    static final int UPDATED = 2;
    static final int CARRIED = 3;

    static final int UP = 0;
    static final int DOWN = 1;
    static final int ELSEWHERE = 2;
    /** It was lost on its way, wherever it was going. */
    static final int LOST = 3;

    /** Causes are counted in a number of their own. */
    static final int MANY = 3;

    /** Bytes from which on a block is large enough: its head is small beside it then, and little goes with it if it is damaged. */
    private static final int ENOUGH = 1 << 13;

    private static final int ROOM_OF_PAGE = 1 << 11;
    /** Numbers of a row, besides two for each cause. */
    private static final int NUMBERS = 16;

    private final int place;
    private final Clock clock;
    private final TraceWriter writer;
    private Bytes out;
    private BlockState state;
    private BlockHead.Extent extent;
    private int rows;

    BlockEncoder(int place, TraceWriter writer) {
        this.place = place;
        this.clock = writer.clock();
        this.writer = writer;
        begin();
    }

    private void begin() {
        out = new Bytes(ENOUGH + ROOM_OF_PAGE);
        state = new BlockState(place);
        extent = new BlockHead.Extent();
        rows = 0;
    }

    @Override
    public void add(Page page) {
        Iterator<Carried> carried = page.carried().iterator();
        boolean withContents = carried.hasNext();
        Row row = page.read();
        while (row.next()) {
            put(row);
            if (withContents && row.type() == Row.Type.SENT) {
                put(carried.next());
            }
        }
        rows += page.rows();
    }

    @Override
    public boolean isFull() {
        return out.length() >= ENOUGH;
    }

    @Override
    public Chunk take() {
        if (rows == 0) {
            return null;
        }
        ByteBuffer content = out.asBuffer();
        Encoded block = new Encoded(extent.head(place, rows, content), content, writer);
        begin();
        return block;
    }

    /** A block to be written. */
    record Encoded(BlockHead head, ByteBuffer content, TraceWriter writer) implements Chunk {
        @Override
        public int rows() {
            return head.rows();
        }

        @Override
        public int bytes() {
            return head.length();
        }

        @Override
        public void write() throws IOException {
            writer.write(head, content);
        }
    }

    private void put(Row row) {
        out.room(NUMBERS + (row.type() == Row.Type.SENT ? 2 * row.causes() : 0));
        switch (row.type()) {
            case SENT -> sent(row);
            case HANDLED -> handled(row);
            case UPDATED -> updated(row);
        }
        extent.add(row.presentation(), row.time());
        if (row.type() == Row.Type.HANDLED) {
            extent.add(row.presentation(), row.started());
        }
    }

    /** Whether it is told when messages came; where links take no time, they came as they left. */
    static boolean tellsDelivery(Clock clock) {
        return clock != Clock.LOCKSTEP;
    }

    private void sent(Row row) {
        int causes = row.causes();
        int direction = row.lost() ? LOST : direction(row.to() - state.place);
        BlockState.Shape shape = state.shape(row.kind());
        boolean same = shape.is(row.units(), row.batch());
        out.put(SENT | row.kind().ordinal() << 2 | row.purpose().ordinal() << 6);
        out.put(row.encoded().ordinal() | (same ? 1 : 0) << 3 | direction << 4 | Math.min(causes, MANY) << 6);
        if (causes >= MANY) {
            out.putUnsigned(causes);
        }
        if (direction >= ELSEWHERE) {
            out.putSigned(row.to() - state.place);
        }
        extent.addSent(row.sequence());
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

    /** @param steps from the sender's place to the receiver's */
    private static int direction(int steps) {
        return steps == 1 ? UP : steps == -1 ? DOWN : ELSEWHERE;
    }

    private void handled(Row row) {
        int direction = direction(state.place - row.sender());
        boolean unit = row.time() == row.started() + 1;
        out.put(HANDLED | Outcome.of(row.outcome()).ordinal() << 2 | (unit ? 1 : 0) << 5 | direction << 6);
        if (direction == ELSEWHERE) {
            out.putSigned(row.sender() - state.place);
        }
        out.putSigned(row.sequence() - state.lastOf(row.sender()) - 1);
        presentation(row);
        if (!unit) {
            out.putUnsigned(row.time() - row.started());
        }
        if (tellsDelivery(clock)) {
            out.putUnsigned(row.started() - row.delivered());
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
        out.room(NUMBERS + statistics.sample().length);
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
