package org.somata.actors;

/**
 * Hears of every message between the actors of a network: inputs, labels, and what layers tell each other, in learning
 * and in evaluation.
 *
 * <p>It is called by the sender's thread just before the message leaves, so it hears of a message before it hears of any
 * that follows from it, and of one sender's messages in their order; but several senders may call it at once. The sender
 * waits until it returns. A signal's numbers are overwritten later: whoever wants to keep them copies them here and now.
 * Whatever it throws ends the network with a {@link ListenerFailedException}.
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
}
