package org.somata.actors.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.somata.actors.Header;
import org.somata.actors.Message;
import org.somata.model.layers.Versions;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;
import org.somata.model.signals.Encoding;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;
import org.somata.model.signals.SignalStatistics;
import org.somata.model.signals.Update;

/** Pages of whatever numbers there are: no network would write them, but a format has to take them. */
public final class RandomPages {
    private static final Kernels KERNELS = Backend.fused();
    private static final float[] ODD = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, Float.MIN_VALUE, -Float.MAX_VALUE
    };

    private final Random random;

    public RandomPages(long seed) {
        random = new Random(seed);
    }

    /** A full page, or one of fewer rows. */
    public Page next(boolean withContents) {
        return next(place(), withContents);
    }

    /** Of the actor at a place. */
    public Page next(int place, boolean withContents) {
        Page page = new Page(place);
        int most = random.nextInt(4) == 0 ? random.nextInt(5) : Integer.MAX_VALUE;
        while (!page.isFull() && page.rows() < most) {
            switch (random.nextInt(3)) {
                case 0 -> send(page, withContents);
                case 1 -> page.handled(handling());
                default -> page.updated(update(), id(), number(), number(), number());
            }
        }
        return page;
    }

    private Handling handling() {
        Handling handling = new Handling();
        handling.of(message(signal()));
        handling.started(number(), number());
        handling.startedOnTheWall(number(), number());
        handling.finished(Outcome.values()[random.nextInt(3)], number(), number());
        return handling;
    }

    private void send(Page page, boolean withContents) {
        Message message = message(signal());
        page.sent(place(), message, message.header(), number(), number());
        if (random.nextInt(4) == 0) {
            page.lost();
        }
        if (withContents) {
            Contents sampled = Contents.sampled(random.nextInt(5));
            boolean whole = random.nextBoolean() && message.signal().hasValues();
            page.carried(new Carried(
                    message.header().id().sequence(),
                    random.nextBoolean() ? SignalStatistics.of(message.signal(), sampled.values()) : odd(),
                    whole ? Optional.of(Encoding.encode(message.signal())) : Optional.empty()));
        }
    }

    private SignalStatistics odd() {
        float[] sample = new float[random.nextInt(40)];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = real();
        }
        return new SignalStatistics(random.nextInt(), real(), real(), real(), real(), sample);
    }

    private float real() {
        return random.nextInt(3) == 0 ? ODD[random.nextInt(ODD.length)] : (float) random.nextGaussian();
    }

    private Message message(Signal signal) {
        List<MessageId> causes = new ArrayList<>();
        for (int i = random.nextInt(random.nextInt(8) == 0 ? 31 : 4); i > 0; i--) {
            causes.add(id());
        }
        MessageKind kind = MessageKind.values()[random.nextInt(MessageKind.values().length)];
        return Message.of(kind, new Header(id(), causes, presentation(), new Versions(number(), number())), signal);
    }

    private Presentation presentation() {
        Purpose purpose = Purpose.values()[random.nextInt(3)];
        return new Presentation(number(), purpose, new Moment(0, 0), 1);
    }

    private Update update() {
        return new Update(presentation(), place(), random.nextBoolean(), number(), number() - number(), real(), real());
    }

    private MessageId id() {
        return new MessageId(place(), number());
    }

    private int place() {
        return random.nextInt(702) - 1;
    }

    /** Small, huge, or anything between; now and then smaller than the one before. */
    private long number() {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MAX_VALUE / 4 - random.nextInt(1000);
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextInt(4);
            default -> random.nextLong() >>> 1 + random.nextInt(62);
        };
    }

    private Signal signal() {
        int rows = 1 + random.nextInt(4);
        int columns = 1 + random.nextInt(20);
        Levels levels = random.nextBoolean() ? Levels.ZERO_ONE : Levels.PLUS_MINUS_ONE;
        return switch (random.nextInt(5)) {
            case 0 -> new Signal.Empty(random.nextInt(Integer.MAX_VALUE));
            case 1 -> new Signal.Classes(new int[] {1, 2, 3, 4}, rows);
            case 2 -> new Signal.Sign(packed(rows, columns), levels);
            case 3 -> new Signal.Bits(packed(rows, columns), levels);
            default -> {
                Matrix matrix = KERNELS.matrix(rows, columns);
                float[] values = new float[rows * columns];
                for (int i = 0; i < values.length; i++) {
                    values[i] = real();
                }
                matrix.write(values);
                yield new Signal.Real(matrix);
            }
        };
    }

    private PackedBits packed(int rows, int columns) {
        byte[] bytes = new byte[(rows * columns + Byte.SIZE - 1) / Byte.SIZE];
        random.nextBytes(bytes);
        // what is beyond the last bit is 0
        int spare = bytes.length * Byte.SIZE - rows * columns;
        bytes[bytes.length - 1] &= (byte) (0xff >> spare);
        return PackedBits.of(rows, columns, bytes);
    }
}
