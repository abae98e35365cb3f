package org.somata.model.network;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;

/** A network that can be taught, evaluated and looked at. Whoever drives the layers, the numbers are the same. */
public interface Network extends AutoCloseable {
    /** How a pass is followed and stopped. */
    interface Watcher {
        Watcher NONE = new Watcher() {};

        /** {@code done} presentations of the pass are over. Called from any thread, never from two at once. */
        default void completed(int done) {}

        /** Whether no further presentation should begin. */
        default boolean stopRequested() {
            return false;
        }
    }

    /**
     * Presents the examples of a pass that learns.
     *
     * @param from presentations of the pass that were done before, to go on from there
     * @return how many presentations of the pass are done now, all of them unless a stop was requested
     * @throws DivergedException if a loss or an update is no longer finite
     * @throws LayerFailedException if a layer fails
     * @throws StalledException if what it waits for cannot come
     */
    int learn(Pass pass, int from, Watcher watcher);

    /** Sends examples through the layers, noise off, to be judged at the output. */
    Evaluation evaluate(Examples examples);

    /** Shows each layer to the visitor, from 1 to M, while the network is at rest. */
    void visit(Consumer<Layer> visitor);

    /**
     * What is between the layers while the network is at rest. Empty in lockstep, where nothing is, and where arrivals
     * themselves are the order, so that nobody could go on with it exactly.
     */
    default Optional<InFlight> inFlight() {
        return Optional.empty();
    }

    /**
     * Goes on where another network like this one was, whose layers have been restored here, before anything is learned.
     *
     * @param inFlight what was between them
     * @param passes of the run until then; only the last need not be over
     * @param entered presentations of the last that had entered
     */
    default void goOn(InFlight inFlight, List<Pass> passes, int entered) {
        throw new UnsupportedOperationException(getClass().getSimpleName() + " has nothing in flight to go on with");
    }

    /** What the input has sent for learning; to be read while the network is at rest. */
    Tally input();

    @Override
    void close();
}
