package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.javadsl.BehaviorBuilder;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Function;

/** What all phases of the network actor have in common: what none of them expects, and that a child's end is its own. */
record Phases(Function<Throwable, Behavior<NetworkCommand>> end) {
    BehaviorBuilder<NetworkCommand> phase() {
        return Behaviors.receive(NetworkCommand.class);
    }

    Behavior<NetworkCommand> built(String name, BehaviorBuilder<NetworkCommand> phase) {
        return phase.onAnyMessage(other -> {
                    throw new IllegalStateException("the network, " + name + ", got an unexpected " + other);
                })
                .onSignal(ChildFailed.class, failed -> end.apply(failed.getCause()))
                .build();
    }
}
