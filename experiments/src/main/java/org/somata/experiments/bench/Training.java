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
    private int[] order = {};
    private long done;

    Training(Network network, Examples examples, int batch) {
        this.network = network;
        this.examples = examples;
        this.batch = batch;
    }

    @Override
    public void work(int steps) {
        // the order of a pass is made once, it is no part of a step
        if (order.length != steps * batch) {
            order = IntStream.range(0, Math.multiplyExact(steps, batch))
                    .map(i -> i % examples.count())
                    .toArray();
        }
        // of a run without end: what is under way without a clock stays so
        Pass pass = new Pass(Purpose.LEARN, examples, order, batch, done, Long.MAX_VALUE, 0);
        network.learn(pass, 0, Network.Watcher.NONE);
        done += steps;
    }

    @Override
    public void close() {
        network.close();
    }
}
