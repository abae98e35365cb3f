package org.somata.actors;

import java.util.List;
import java.util.function.IntConsumer;
import org.somata.model.network.Network.Watcher;

/** Those who follow a pass in the tests. */
final class Watchers {
    private Watchers() {}

    /** Requests a stop before the presentation at {@code index} begins. */
    static Watcher stoppingBefore(int index) {
        int[] asked = new int[1];
        return new Watcher() {
            @Override
            public boolean stopRequested() {
                return asked[0]++ >= index;
            }
        };
    }

    static Watcher calling(IntConsumer listener) {
        return new Watcher() {
            @Override
            public void completed(int done) {
                listener.accept(done);
            }
        };
    }

    static Watcher noting(List<Integer> heard) {
        return calling(heard::add);
    }
}
