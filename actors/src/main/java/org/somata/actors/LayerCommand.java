package org.somata.actors;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.function.Consumer;
import org.somata.model.layers.Layer;

/** All that a layer actor can be told: messages from its neighbours, the laboratory's own two commands, and its own reminder. */
public sealed interface LayerCommand permits Message, LayerCommand.Connect, LayerCommand.GoOn, LayerCommand.Visit {
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
}
