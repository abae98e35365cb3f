package org.somata.actors;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.somata.model.layers.Layer;
import org.somata.model.network.Handling;

/** All that a layer actor can be told: messages from its neighbours, the laboratory's own commands, and its own reminder. */
public sealed interface LayerCommand
        permits Message,
                LayerCommand.Connect,
                LayerCommand.GoOn,
                LayerCommand.Visit,
                LayerCommand.Plan,
                LayerCommand.Rest,
                LayerCommand.Look,
                LayerCommand.ShowMail,
                LayerCommand.TakeMail {
    /** Where the layers at places 1 … M are, before any message. */
    record Connect(List<ActorRef<LayerCommand>> layers) implements LayerCommand {
        public Connect {
            layers = List.copyOf(layers);
        }
    }

    /** What a layer tells itself when there is more to do, and others may go first. */
    enum GoOn implements LayerCommand {
        LATER
    }

    /** Show the layer to the visitor, here and now, and say so. */
    record Visit(Consumer<Layer> visitor, ActorRef<NetworkCommand> replyTo) implements LayerCommand {}

    /**
     * What to handle after all that was planned before, and to tell when it is done.
     *
     * @param window of the timetable
     */
    record Plan(List<Handling> handlings, long window) implements LayerCommand {
        public Plan {
            handlings = List.copyOf(handlings);
        }
    }

    /** Say what the layer is at. */
    record Look(CompletableFuture<Census.Sight> answer) implements LayerCommand {}

    /** Say what waits for its turn, while the network is at rest. */
    record ShowMail(CompletableFuture<Mail> answer) implements LayerCommand {}

    /** Have this wait for its turn, before anything else comes. */
    record TakeMail(Mail mail) implements LayerCommand {}

    /** Take no more mail of learning until told otherwise, and say so; or take it. */
    record Rest(boolean now) implements LayerCommand {}
}
