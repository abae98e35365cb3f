package org.somata.actors;

import java.util.List;
import org.somata.model.layers.Versions;
import org.somata.model.signals.Presentation;

/**
 * What every message says besides its signal.
 *
 * @param id who sent it, and the how-manieth message that was
 * @param causes the messages whose handling sent it
 * @param presentation what it belongs to; in lockstep its number is the step
 * @param versions the sender's updates so far, W and V counted apart
 */
public record Header(MessageId id, List<MessageId> causes, Presentation presentation, Versions versions) {
    public Header {
        causes = List.copyOf(causes);
    }
}
