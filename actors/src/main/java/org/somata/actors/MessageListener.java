package org.somata.actors;

import org.somata.model.signals.Outcome;
import org.somata.model.signals.Update;

/**
 * Hears of every message between the actors of a network, in learning and in evaluation: inputs, labels, and what layers
 * tell each other; and of what comes of them.
 *
 * <p>It is called by the thread of the actor that something happens at, which waits until it returns; of one actor's
 * doings it hears in their order, but several actors may call it at once. It hears of a message just before the message
 * leaves, and so before it hears of any that follows from it. A signal's numbers are overwritten later: whoever wants to
 * keep them copies them in {@link #sent}. Whatever it throws ends the network with a {@link ListenerFailedException}.
 *
 * <p>All times are in the run's own clock, and mean nothing where messages do not learn.
 */
@FunctionalInterface
public interface MessageListener {
    /** Nobody listens. */
    MessageListener NONE = (to, message, time) -> {};

    /**
     * A message leaves; its header's id says from where. A link that repeats it has it leave once for each copy.
     *
     * @param to the place of the layer that it goes to
     * @param time when it leaves
     */
    void sent(int to, Message message, long time);

    /** The link has lost what was sent just now: it will not come. */
    default void lost(int to, Message message) {}

    /** A message has come to the layer at a place, and waits there for its turn. */
    default void delivered(int at, Message message) {}

    /**
     * Its turn has come: the layer there begins to handle it.
     *
     * @param delivered when it came; in lockstep its turn is as good as any
     * @param started when its turn came
     */
    default void started(int at, Message message, long delivered, long started) {}

    /**
     * The layer has done with it, but for what was set aside.
     *
     * @param outcome whether it acted on it, or why it dropped it
     * @param time when its handling was over
     */
    default void finished(int at, Message message, Outcome outcome, long time) {}

    /** The layer takes up what it had set aside when it handled a message. */
    default void resumed(int at, Message message) {}

    /**
     * The layer has updated weights because of a message.
     *
     * @param time when they changed
     */
    default void updated(int at, Update update, Message cause, long time) {}
}
