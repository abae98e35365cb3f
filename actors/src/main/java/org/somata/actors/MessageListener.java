package org.somata.actors;

import org.somata.model.signals.Update;

/**
 * Hears of every message between the actors of a network, in learning and in evaluation: inputs, labels, and what layers
 * tell each other; and of what comes of them.
 *
 * <p>It is called by the thread of the actor that something happens at, which waits until it returns; of one actor's
 * doings it hears in their order, but several actors may call it at once. It hears of a message just before the message
 * leaves, and so before it hears of any that follows from it. A signal's numbers are overwritten later: whoever wants to
 * keep them copies them in {@link #sent}. Whatever it throws ends the network with a {@link ListenerFailedException}.
 */
@FunctionalInterface
public interface MessageListener {
    /** Nobody listens. */
    MessageListener NONE = (to, message) -> {};

    /**
     * A message leaves; its header's id says from where.
     *
     * @param to the place of the layer that it goes to
     */
    void sent(int to, Message message);

    /** A message has come to the layer at a place, and waits there for its turn. */
    default void delivered(int at, Message message) {}

    /** Its turn has come: the layer there begins to handle it. */
    default void started(int at, Message message) {}

    /** The layer has handled it, but for what was set aside. */
    default void finished(int at, Message message) {}

    /** The layer takes up what it had set aside when it handled a message. */
    default void resumed(int at, Message message) {}

    /** The layer has updated weights because of a message. */
    default void updated(int at, Update update, Message cause) {}
}
