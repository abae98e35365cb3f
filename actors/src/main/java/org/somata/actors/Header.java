package org.somata.actors;

import java.util.List;
import org.somata.model.layers.Versions;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.Presentation;

/**
 * What every message says besides its signal.
 *
 * @param id who sent it, and the how-manieth message that was
 * @param causes what it follows from: first the message whose handling sent it, then what its sender had handled of the
 *     same presentation before, the latest first
 * @param presentation what it belongs to; in lockstep its number is the step
 * @param versions the sender's updates so far, W and V counted apart
 */
public record Header(MessageId id, List<MessageId> causes, Presentation presentation, Versions versions) {
    private static final Versions NO_VERSIONS = new Versions(0, 0);

    public Header {
        causes = List.copyOf(causes);
    }

    /** Of what the input or the teacher tells, once a presentation: nothing brings it about, and they have no weights. */
    static Header of(int place, Presentation presentation) {
        return new Header(new MessageId(place, presentation.number()), List.of(), presentation, NO_VERSIONS);
    }
}
