package org.somata.actors;

import akka.actor.typed.Behavior;
import java.util.List;
import java.util.function.Supplier;
import org.somata.model.network.Pass;

/** How the network actor drives its layers through a pass that learns: a phase, until the pass is over. */
interface Conduct {
    /** @param idle what follows once the command has been answered */
    Behavior<NetworkCommand> learn(NetworkCommand.Learn command, Supplier<Behavior<NetworkCommand>> idle);

    /** What there is to say of its presentations to somebody who wonders: nothing, or words that follow a word. */
    default String state() {
        return "";
    }

    /** Whether mail waits between two passes, and can be gone on with. */
    default boolean hasMail() {
        return false;
    }

    /** Goes to a place in the run's timetable, before anything is learned. */
    default void goTo(List<Pass> passes, int entered) {
        throw new UnsupportedOperationException("there is no timetable to go by");
    }

    /** Hears, between passes, what is over. */
    default void meanwhile(NetworkCommand over) {}
}
