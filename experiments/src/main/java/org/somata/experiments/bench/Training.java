package org.somata.experiments.bench;

import java.util.stream.IntStream;
import org.somata.model.Examples;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.signals.Presentation.Purpose;

/** A network that learns, step by step. */
final class Training implements Contender {
    private final Network network;
    private final Examples examples;
    private final int batch;
    private Pass pass;

    Training(Network network, Examples examples, int batch) {
        this.network = network;
        this.examples = examples;
        this.batch = batch;
        this.pass = pass(1);
    }

    private Pass pass(int steps) {
        int[] order = IntStream.range(0, Math.multiplyExact(steps, batch))
                .map(i -> i % examples.count())
                .toArray();
        return new Pass(Purpose.LEARN, examples, order, batch, 0, steps, 0);
    }

    @Override
    public void work(int steps) {
        // the order of a pass is made once, it is no part of a step
        if (pass.presentations() != steps) {
            pass = pass(steps);
        }
        network.learn(pass, 0, Network.Watcher.NONE);
    }

    @Override
    public void close() {
        network.close();
    }
}
