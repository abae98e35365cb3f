package org.somata.actors;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.network.Evaluation;
import org.somata.model.network.InFlight;
import org.somata.model.network.Network.Watcher;
import org.somata.model.network.Pass;
import org.somata.model.signals.Report;

/** What the network actor can be told, by the facade and by its layers. */
sealed interface NetworkCommand {
    /** Present a pass from one of its presentations on; the answer is how many of the pass are done. */
    record Learn(Pass pass, int from, Watcher watcher, CompletableFuture<Integer> answer) implements NetworkCommand {}

    /** Send examples through the layers to be judged. */
    record Evaluate(Examples examples, CompletableFuture<Evaluation> answer) implements NetworkCommand {}

    /** Show each layer to the visitor, from 1 to M. */
    record VisitAll(Consumer<Layer> visitor, CompletableFuture<Void> answer) implements NetworkCommand {}

    /** Say what is between the layers. */
    record ShowInFlight(CompletableFuture<Optional<InFlight>> answer) implements NetworkCommand {}

    /** Go on where another network was. */
    record GoOn(InFlight inFlight, List<Pass> passes, int entered, CompletableFuture<Void> answer)
            implements NetworkCommand {}

    /** Say what everybody is at; the answer comes once nobody is in the middle of anything. */
    record Look(CompletableFuture<Census> answer) implements NetworkCommand {}

    /** A layer's report, and where what it was handling stands among all handlings of the network. */
    record Reported(Report report, long handling) implements NetworkCommand {}

    /** A layer has been visited. */
    record Visited(int place) implements NetworkCommand {}

    /** A layer has done all that was planned for it in a window of the timetable. */
    record Done(long window) implements NetworkCommand {}

    /** A layer takes no more mail of learning. */
    record Resting() implements NetworkCommand {}

    /** The teacher has told all labels that it was asked to. */
    record Taught() implements NetworkCommand {}

    /** Nothing of a presentation is under way any more. */
    record NothingLeft(long presentation) implements NetworkCommand {}

    /** A presentation's time is up. */
    record Deadline(long presentation) implements NetworkCommand {}
}
