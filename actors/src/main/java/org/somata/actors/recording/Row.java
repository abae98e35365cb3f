package org.somata.actors.recording;

import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation.Purpose;

/**
 * The rows of a page, one after the other: it stands before the first until {@link #next} is called. Which figures a row
 * has depends on its type.
 */
public final class Row {
    /** What a row tells of. */
    public enum Type {
        /** The actor sent a message. */
        SENT,
        /** The actor handled a message, or dropped it. */
        HANDLED,
        /** The actor updated weights. */
        UPDATED
    }

    // where a row's words are; the first says what it is
    static final int PRESENTATION = 1;
    static final int SEQUENCE = 2;
    static final int TIME = 3;
    static final int WALL = 4;

    static final int TO = 5;
    static final int VERSION = 6;
    static final int FEEDBACK_VERSION = 7;
    static final int UNITS = 8;
    static final int BATCH = 9;
    static final int SENT_WORDS = 10;

    static final int SENDER = 5;
    static final int STARTED = 6;
    static final int DELIVERED_WALL = 7;
    static final int STARTED_WALL = 8;
    static final int DELIVERED = 9;
    static final int HANDLED_WORDS = 10;

    static final int LAYER = 7;
    static final int STALENESS = 9;
    static final int FIGURES = 10;
    static final int UPDATED_WORDS = 11;

    private static final int BITS_OF_FIELD = 8;
    private static final int FIELD = (1 << BITS_OF_FIELD) - 1;
    /** In a head: the message was lost. */
    static final long LOST = 1L << 5 * BITS_OF_FIELD;

    private static final Type[] TYPES = Type.values();
    private static final MessageKind[] KINDS = MessageKind.values();
    private static final Purpose[] PURPOSES = Purpose.values();
    private static final Encoded[] ENCODED = Encoded.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final long[] words;
    private final int end;
    private int at;
    private int next;

    Row(long[] words, int end) {
        this.words = words;
        this.end = end;
    }

    static long head(Type type, int which, Purpose purpose) {
        return type.ordinal() | (long) which << BITS_OF_FIELD | (long) purpose.ordinal() << 2 * BITS_OF_FIELD;
    }

    static long head(Encoded encoded, int causes) {
        return (long) encoded.ordinal() << 3 * BITS_OF_FIELD | (long) causes << 4 * BITS_OF_FIELD;
    }

    static long figures(float loss, float norm) {
        return (long) Float.floatToRawIntBits(loss) << Integer.SIZE | Float.floatToRawIntBits(norm) & 0xffffffffL;
    }

    /** Goes to the next row; false if there is none. */
    public boolean next() {
        if (next == end) {
            return false;
        }
        at = next;
        next += switch (type()) {
            case SENT -> SENT_WORDS + 2 * causes();
            case HANDLED -> HANDLED_WORDS;
            case UPDATED -> UPDATED_WORDS;
        };
        return true;
    }

    private int head(int field) {
        return (int) (words[at] >> field * BITS_OF_FIELD) & FIELD;
    }

    public Type type() {
        return TYPES[head(0)];
    }

    public Purpose purpose() {
        return PURPOSES[head(2)];
    }

    public long presentation() {
        return words[at + PRESENTATION];
    }

    /** The sequence number of the message sent, of the one handled, or of the one that brought an update about. */
    public long sequence() {
        return words[at + SEQUENCE];
    }

    /** In the run's own clock: it was sent, its handling was over, the update was done. */
    public long time() {
        return words[at + TIME];
    }

    /** The same as the machine took it, in nanoseconds since the run began. */
    public long wall() {
        return words[at + WALL];
    }

    /** Of a message sent. */
    public MessageKind kind() {
        return KINDS[head(1)];
    }

    /** Of a message sent. */
    public Encoded encoded() {
        return ENCODED[head(3)];
    }

    /** Of a message sent: its receiver's place. */
    public int to() {
        return (int) words[at + TO];
    }

    /** Updates so far of the sender's W; of an update those of the weights that it was of. */
    public long version() {
        return words[at + VERSION];
    }

    /** Of a message sent: updates so far of the sender's V. */
    public long feedbackVersion() {
        return words[at + FEEDBACK_VERSION];
    }

    /** Of a message sent: numbers for each example. */
    public int units() {
        return (int) words[at + UNITS];
    }

    /** Of a message sent: examples. */
    public int batch() {
        return (int) words[at + BATCH];
    }

    /** Of a message sent: whether it was lost on its way. */
    public boolean lost() {
        return (words[at] & LOST) != 0;
    }

    /** Of a message sent: how many causes are recorded. */
    public int causes() {
        return head(4);
    }

    public MessageId cause(int number) {
        int cause = at + SENT_WORDS + 2 * number;
        return new MessageId((int) words[cause], words[cause + 1]);
    }

    /** Of a message handled or of an update's cause: its sender's place. */
    public int sender() {
        return (int) words[at + SENDER];
    }

    /** Of a message handled. */
    public Outcome outcome() {
        return OUTCOMES[head(1)];
    }

    /** Of a message handled: it came, in the run's own clock; in lockstep that is not told, and its turn stands here. */
    public long delivered() {
        return words[at + DELIVERED];
    }

    /** Of a message handled: its turn came, in the run's own clock. */
    public long started() {
        return words[at + STARTED];
    }

    /** Of a message handled: it came, on the wall. */
    public long deliveredWall() {
        return words[at + DELIVERED_WALL];
    }

    /** Of a message handled or an update: it began, on the wall. */
    public long startedWall() {
        return words[at + STARTED_WALL];
    }

    /** Of an update: whose weights. */
    public int layer() {
        return (int) words[at + LAYER];
    }

    /** Of an update: whether of V. */
    public boolean feedback() {
        return head(1) == 1;
    }

    /** Of an update. */
    public long staleness() {
        return words[at + STALENESS];
    }

    /** Of an update; NaN where there is none. */
    public float loss() {
        return Float.intBitsToFloat((int) (words[at + FIGURES] >> Integer.SIZE));
    }

    /** Of an update. */
    public float norm() {
        return Float.intBitsToFloat((int) words[at + FIGURES]);
    }
}
