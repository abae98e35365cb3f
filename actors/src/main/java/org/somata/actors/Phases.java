package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.javadsl.BehaviorBuilder;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.somata.actors.NetworkCommand.Look;

/**
 * What all phases of the network actor have in common: looks, what none of them expects, and that a child's end is its
 * own.
 *
 * @param look answers, in the phase of the name given
 */
record Phases(BiConsumer<Look, String> look, Function<Throwable, Behavior<NetworkCommand>> end) {
    BehaviorBuilder<NetworkCommand> phase() {
        return Behaviors.receive(NetworkCommand.class);
    }

    Behavior<NetworkCommand> built(String name, BehaviorBuilder<NetworkCommand> phase) {
        return phase.onMessage(Look.class, command -> {
                    look.accept(command, name);
                    return Behaviors.same();
                })
                .onAnyMessage(other -> {
                    throw new IllegalStateException("the network, " + name + ", got an unexpected " + other);
                })
                .onSignal(ChildFailed.class, failed -> end.apply(failed.getCause()))
                .build();
    }
}
