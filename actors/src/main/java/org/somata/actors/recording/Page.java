package org.somata.actors.recording;

import java.util.ArrayList;
import java.util.List;
import org.somata.actors.Header;
import org.somata.actors.Message;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/**
 * What one actor has done for a while, in its order, as rows of numbers in one array: for a row nothing is allocated. A
 * {@link Row} reads them.
 */
public final class Page {
    /** A message has the one in hand behind it and a few of the same presentation. */
    private static final int MOST_CAUSES = 30;

    /** So few that the pages of some actors stay in the processor's nearest cache. */
    private static final int WORDS = 512;

    private static final int LONGEST = Row.SENT_WORDS + 2 * MOST_CAUSES;
    private static final int MOST_CARRIED = 1 << 20;
    private static final int NONE = -1;

    private final long[] words = new long[WORDS];
    private final List<Carried> carried = new ArrayList<>();
    private final int place;
    private int used;
    private int lastSent = NONE;
    private int rows;
    private int bytesCarried;

    Page(int place) {
        this.place = place;
    }

    void clear() {
        used = 0;
        lastSent = NONE;
        rows = 0;
        bytesCarried = 0;
        carried.clear();
    }

    /** The place of the actor whose doings these are. */
    public int place() {
        return place;
    }

    public int rows() {
        return rows;
    }

    /** What the messages that were sent carried, where that is recorded. */
    public List<Carried> carried() {
        return carried;
    }

    /** A reader of its rows, before the first. */
    public Row read() {
        return new Row(words, used);
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** Whether there is no room for a row of any sort. */
    boolean isFull() {
        return used > WORDS - LONGEST || bytesCarried > MOST_CARRIED;
    }

    /** @param time in the run's own clock */
    void sent(int to, Message message, Header header, long time, long wall) {
        Signal signal = message.signal();
        List<MessageId> causes = header.causes();
        int count = causes.size();
        if (count > MOST_CAUSES) {
            throw new IllegalArgumentException(
                    message.describe() + " has " + count + " causes, and " + MOST_CAUSES + " can be recorded");
        }
        int at = begin(Row.Type.SENT, message.kind().ordinal(), header.presentation());
        lastSent = at;
        words[at] |= Row.head(signal.encoded(), count);
        words[at + Row.SEQUENCE] = header.id().sequence();
        words[at + Row.TO] = to;
        words[at + Row.VERSION] = header.versions().forward();
        words[at + Row.FEEDBACK_VERSION] = header.versions().feedback();
        words[at + Row.TIME] = time;
        words[at + Row.WALL] = wall;
        words[at + Row.UNITS] = signal.units();
        words[at + Row.BATCH] = signal.examples();
        at += Row.SENT_WORDS;
        for (int i = 0; i < count; i++) {
            words[at++] = causes.get(i).sender();
            words[at++] = causes.get(i).sequence();
        }
        used = at;
    }

    void carried(Carried content) {
        carried.add(content);
        bytesCarried += content.bytes();
    }

    /** What was sent last was lost on its way. */
    void lost() {
        if (lastSent == NONE) {
            throw new IllegalStateException("a message was lost that had not been sent");
        }
        words[lastSent] |= Row.LOST;
    }

    void handled(Handling handling) {
        Header header = handling.header();
        int at = begin(Row.Type.HANDLED, handling.outcome().ordinal(), header.presentation());
        words[at + Row.SENDER] = header.id().sender();
        words[at + Row.SEQUENCE] = header.id().sequence();
        words[at + Row.DELIVERED] = handling.own().delivered();
        words[at + Row.STARTED] = handling.own().started();
        words[at + Row.TIME] = handling.own().finished();
        words[at + Row.DELIVERED_WALL] = handling.wall().delivered();
        words[at + Row.STARTED_WALL] = handling.wall().started();
        words[at + Row.WALL] = handling.wall().finished();
        used = at + Row.HANDLED_WORDS;
    }

    /**
     * @param time in the run's own clock
     * @param started on the wall, as {@code finished} is
     */
    void updated(Update update, MessageId cause, long time, long started, long finished) {
        int at = begin(Row.Type.UPDATED, update.feedback() ? 1 : 0, update.presentation());
        words[at + Row.SENDER] = cause.sender();
        words[at + Row.SEQUENCE] = cause.sequence();
        words[at + Row.LAYER] = update.layer();
        words[at + Row.VERSION] = update.version();
        words[at + Row.STALENESS] = update.staleness();
        words[at + Row.FIGURES] = Row.figures((float) update.loss(), (float) update.norm());
        words[at + Row.TIME] = time;
        words[at + Row.STARTED_WALL] = started;
        words[at + Row.WALL] = finished;
        used = at + Row.UPDATED_WORDS;
    }

    private int begin(Row.Type type, int which, Presentation presentation) {
        rows++;
        words[used] = Row.head(type, which, presentation.purpose());
        words[used + Row.PRESENTATION] = presentation.number();
        return used;
    }
}
