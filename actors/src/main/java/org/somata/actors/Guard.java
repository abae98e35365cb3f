package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.BehaviorInterceptor;
import akka.actor.typed.TypedActorContext;
import java.util.function.Function;

/**
 * What becomes of the network actor when something goes wrong in its own hands, such as reading the examples or telling
 * the watcher: an Error as well as an exception must reach whoever waits for an answer.
 */
final class Guard extends BehaviorInterceptor<NetworkCommand, NetworkCommand> {
    private final Function<Throwable, Behavior<NetworkCommand>> end;

    Guard(Function<Throwable, Behavior<NetworkCommand>> end) {
        super(NetworkCommand.class);
        this.end = end;
    }

    @Override
    public Behavior<NetworkCommand> aroundReceive(
            TypedActorContext<NetworkCommand> context, NetworkCommand command, ReceiveTarget<NetworkCommand> phase) {
        try {
            return phase.apply(context, command);
        } catch (RuntimeException | Error failure) {
            return end.apply(failure);
        }
    }
}
