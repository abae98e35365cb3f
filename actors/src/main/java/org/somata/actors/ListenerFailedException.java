package org.somata.actors;

import org.somata.model.signals.MessageId;

/** Whoever listened to the messages of a network threw something, and the network has ended. */
public final class ListenerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int place;
    private final long step;

    ListenerFailedException(int to, Message message, Throwable cause) {
        super("the message listener failed at the " + message.describe() + " to layer " + to + ": " + cause, cause);
        place = message.header().id().sender();
        step = message.header().presentation().number();
    }

    /** The sender of the message that it was told of: a layer's place, or as in {@link MessageId}. */
    public int place() {
        return place;
    }

    /** The number of the presentation that the message belonged to. */
    public long step() {
        return step;
    }
}
