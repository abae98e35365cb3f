package org.somata.actors;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Network.Watcher;
import org.somata.model.network.Pass;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Report;

/** What the network actor can be told, by the facade and by its layers. */
sealed interface NetworkCommand {
    /** Present a pass from one of its presentations on; the answer is how many of the pass are done. */
    record Learn(Pass pass, int from, Watcher watcher, CompletableFuture<Integer> answer) implements NetworkCommand {}

    /** Send examples through the layers to be judged. */
    record Evaluate(Examples examples, CompletableFuture<Evaluation> answer) implements NetworkCommand {}

    /** Show each layer to the visitor, from 1 to M. */
    record VisitAll(Consumer<Layer> visitor, CompletableFuture<Void> answer) implements NetworkCommand {}

    /** A layer's report, and what it was handling. */
    record Reported(Report report, MessageKind handling) implements NetworkCommand {}

    /** A layer has been visited. */
    record Visited(int place) implements NetworkCommand {}
}
