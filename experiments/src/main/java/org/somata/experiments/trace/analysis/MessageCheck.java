package org.somata.experiments.trace.analysis;

import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;

/** Whether a message's times, outcome and bits agree with one another. */
final class MessageCheck implements Check.RecordCheck {
    private static final int BITS_OF_NUMBER = 32;

    private final boolean lockstep;
    private final Findings findings;

    MessageCheck(TraceHeader header, Findings findings) {
        this.lockstep = header.clock() == Clock.LOCKSTEP;
        this.findings = findings;
    }

    @Override
    public void message(MessageRecord message) {
        Times times = message.times();
        findings.check(Invariant.TIMES, inOrder(times), () -> message.name() + ": " + tell(times));
        if (lockstep) {
            Times wall = message.wall();
            findings.check(Invariant.TIMES, inOrder(wall), () -> message.name() + ": on the wall " + tell(wall));
        }
        findings.check(
                Invariant.OUTCOMES,
                bearsOut(message),
                () -> message.name() + ": is " + message.outcome().label() + ", but " + tell(times));
        long bits = bits(message);
        findings.check(
                Invariant.BITS,
                message.bits() == bits,
                () -> message.name() + ": " + message.units() + " × " + message.batch() + " "
                        + message.encoded().label() + " are " + bits + " bits, not " + message.bits());
    }

    /** What is not known comes last. */
    private static boolean inOrder(Times times) {
        return inOrder(times.sent(), times.delivered())
                && inOrder(times.delivered(), times.started())
                && inOrder(times.started(), times.finished());
    }

    private static boolean inOrder(long earlier, long later) {
        return later == Times.UNKNOWN || earlier != Times.UNKNOWN && earlier <= later;
    }

    private static boolean bearsOut(MessageRecord message) {
        Times times = message.times();
        return switch (message.outcome()) {
            case HANDLED -> times.isComplete();
            case LOST -> times.delivered() == Times.UNKNOWN && !times.isComplete();
            case DUPLICATE, EXPIRED -> times.delivered() != Times.UNKNOWN;
            case IN_FLIGHT -> !times.isComplete();
        };
    }

    private static long bits(MessageRecord message) {
        long numbers = (long) message.units() * message.batch();
        return switch (message.encoded()) {
            case REAL, CLASSES -> numbers * BITS_OF_NUMBER;
            case SIGN, BITS -> numbers;
            case NONE -> 0;
        };
    }

    private static String tell(Times times) {
        return "sent " + text(times.sent()) + ", delivered " + text(times.delivered()) + ", started "
                + text(times.started()) + ", finished " + text(times.finished());
    }

    private static String text(long time) {
        return time == Times.UNKNOWN ? "never" : Long.toString(time);
    }
}
