package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.somata.actors.NetworkCommand.Learn;
import org.somata.actors.NetworkCommand.Reported;
import org.somata.actors.NetworkCommand.Visited;
import org.somata.model.layers.Layer;
import org.somata.model.network.Feed;
import org.somata.model.signals.Report;

/** Lockstep: two presentations are under way at a time, so that layer 1 never waits for one. */
final class LockstepConduct implements Conduct {
    static final int UNDER_WAY = 2;
    private static final Consumer<Layer> GLANCE = layer -> {};

    private final Ensemble ensemble;
    private final Positions clock;
    private final Feed feed;
    private final Phases phases;

    LockstepConduct(Ensemble ensemble, Positions clock, Feed feed, Phases phases) {
        this.ensemble = ensemble;
        this.clock = clock;
        this.feed = feed;
        this.phases = phases;
    }

    @Override
    public Behavior<NetworkCommand> learn(Learn command, Supplier<Behavior<NetworkCommand>> idle) {
        Learning learning = new Learning(command);
        learning.presentMore();
        return learning.isOver() ? settle(learning, idle) : learning(learning, idle);
    }

    private Behavior<NetworkCommand> learning(Learning learning, Supplier<Behavior<NetworkCommand>> idle) {
        return phases.built("learning", phases.phase().onMessage(Reported.class, reported -> {
            learning.hear(reported);
            learning.presentMore();
            return learning.isOver() ? settle(learning, idle) : Behaviors.same();
        }));
    }

    /** Layer 1 was the last to learn, but others may still be at it: the pass is over once all have looked up. */
    private Behavior<NetworkCommand> settle(Learning learning, Supplier<Behavior<NetworkCommand>> idle) {
        for (int place = 1; place <= ensemble.depth(); place++) {
            ensemble.show(place, GLANCE);
        }
        return settling(learning, ensemble.depth(), idle);
    }

    private Behavior<NetworkCommand> settling(Learning learning, int missing, Supplier<Behavior<NetworkCommand>> idle) {
        return phases.built(
                "settling",
                phases.phase()
                        .onMessage(Reported.class, reported -> {
                            learning.hear(reported);
                            return Behaviors.same();
                        })
                        .onMessage(Visited.class, visited -> {
                            if (missing > 1) {
                                return settling(learning, missing - 1, idle);
                            }
                            learning.verdict.answer(learning.command, learning.done);
                            return idle.get();
                        }));
    }

    /** A pass that learns, as far as it has come. */
    private final class Learning {
        private final Learn command;
        private final int total;
        private final Verdict verdict = new Verdict();
        private int presented;
        private int done;
        private boolean stopped;

        Learning(Learn command) {
            this.command = command;
            this.total = command.pass().presentations();
            this.presented = command.from();
            this.done = command.from();
        }

        void presentMore() {
            while (!stopped && presented < total && presented - done < UNDER_WAY) {
                stopped = verdict.isBad() || command.watcher().stopRequested();
                if (!stopped) {
                    ensemble.present(
                            command.pass(),
                            presented,
                            feed,
                            clock.start(command.pass().presentation(presented)));
                    presented++;
                }
            }
        }

        void hear(Reported reported) {
            verdict.hear(reported);
            if (reported.report() instanceof Report.Completed) {
                done++;
                command.watcher().completed(done);
            }
        }

        boolean isOver() {
            return done == presented && (stopped || presented == total);
        }
    }
}
