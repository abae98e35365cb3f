package org.somata.experiments.trace.export;

import org.somata.experiments.trace.MessageRecord;
import org.somata.model.signals.MessageId;

/** A message's number, as arrows of a picture need one: of a sender's first 2⁴⁸ messages no two have the same. */
final class Arrow {
    private static final int SEQUENCE_BITS = 48;

    private Arrow() {}

    /** Above 0. */
    static long number(MessageRecord message) {
        long sender = message.from() - MessageId.TEACHER + 1L;
        return sender << SEQUENCE_BITS | message.id().sequence();
    }
}
