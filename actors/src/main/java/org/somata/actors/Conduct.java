package org.somata.actors;

import akka.actor.typed.Behavior;
import java.util.function.Supplier;

/** How the network actor drives its layers through a pass that learns: a phase, until the pass is over. */
interface Conduct {
    /** @param idle what follows once the command has been answered */
    Behavior<NetworkCommand> learn(NetworkCommand.Learn command, Supplier<Behavior<NetworkCommand>> idle);

    /** What there is to say of its presentations to somebody who wonders: nothing, or words that follow a word. */
    default String state() {
        return "";
    }

    /** Hears, between passes, what is over. */
    default void meanwhile(NetworkCommand over) {}
}
