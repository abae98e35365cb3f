package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.model.signals.MessageId;

/**
 * Whether messages tell how many updates of its weights their sender had done when it sent them. A layer learns only when it
 * has sent: its versions are those with which it took in hand what the message follows from.
 */
final class SentVersions {
    private static final int REMEMBERED = 1 << 16;

    private final Findings findings;
    private final Recent<MessageId, Versions> inHand = new Recent<>(REMEMBERED);
    /** Told of before what they follow from is. */
    private final Map<MessageId, List<MessageRecord>> early = new HashMap<>();

    SentVersions(Findings findings) {
        this.findings = findings;
    }

    private record Versions(long forward, long feedback) {}

    /** A layer took a message in hand, with so many updates of W and of its V done. */
    void inHand(MessageId message, long forward, long feedback) {
        Versions versions = new Versions(forward, feedback);
        inHand.put(message, versions);
        List<MessageRecord> followed = early.remove(message);
        if (followed != null) {
            followed.forEach(each -> compare(each, versions));
        }
    }

    /** A layer sent a message. */
    void sent(MessageRecord message) {
        if (message.causes().isEmpty()) {
            return;
        }
        MessageId cause = message.causes().get(0);
        Versions versions = inHand.get(cause);
        if (versions == null) {
            early.computeIfAbsent(cause, none -> new ArrayList<>(1)).add(message);
        } else {
            compare(message, versions);
        }
    }

    private void compare(MessageRecord message, Versions then) {
        findings.check(
                Invariant.VERSIONS,
                message.wVersion() == then.forward && message.vVersion() == then.feedback,
                () -> message.name() + ": says that " + MessageId.name(message.from()) + " had version "
                        + message.wVersion() + " of W and " + message.vVersion() + " of V, but there were "
                        + then.forward + " and " + then.feedback + " updates when it took "
                        + message.causes().get(0) + " in hand");
    }
}
