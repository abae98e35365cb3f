package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.somata.actors.NetworkCommand.Deadline;
import org.somata.actors.NetworkCommand.Learn;
import org.somata.actors.NetworkCommand.NothingLeft;
import org.somata.actors.NetworkCommand.Reported;
import org.somata.actors.NetworkCommand.Resting;
import org.somata.model.network.Feed;
import org.somata.model.network.Pass;
import org.somata.model.signals.Report;

/**
 * The machine's own clock: presentations enter as others are over, and layers handle whatever arrives. When the next
 * presentation after a pass could enter, the network comes to rest; what is under way waits with the layers and goes on
 * with the next pass. After the run's last pass it is waited for until nothing is under way.
 */
final class FreeConduct implements Conduct {
    private final ActorContext<NetworkCommand> context;
    private final Ensemble ensemble;
    private final Tempo.Free tempo;
    private final UnderWay underWay;
    private final WallClock clock;
    private final Feed feed;
    private final Phases phases;
    private final Set<Long> alive = new HashSet<>();

    FreeConduct(
            ActorContext<NetworkCommand> context,
            Ensemble ensemble,
            Tempo.Free tempo,
            UnderWay underWay,
            WallClock clock,
            Feed feed,
            Phases phases) {
        this.context = context;
        this.ensemble = ensemble;
        this.tempo = tempo;
        this.underWay = underWay;
        this.clock = clock;
        this.feed = feed;
        this.phases = phases;
    }

    @Override
    public Behavior<NetworkCommand> learn(Learn command, Supplier<Behavior<NetworkCommand>> idle) {
        Learning learning = new Learning(command);
        // first, so that nothing is handled before the first presentation of the pass has entered
        learning.presentMore();
        ensemble.tellAll(new LayerCommand.Rest(false));
        return learning.isOver() ? rest(learning, idle) : learning(learning, idle);
    }

    private Behavior<NetworkCommand> learning(Learning learning, Supplier<Behavior<NetworkCommand>> idle) {
        return phases.built(
                "learning",
                phases.phase()
                        .onMessage(Reported.class, reported -> {
                            learning.hear(reported);
                            return learning.goOn() ? Behaviors.same() : rest(learning, idle);
                        })
                        .onMessage(NothingLeft.class, nothing -> {
                            alive.remove(nothing.presentation());
                            return learning.goOn() ? Behaviors.same() : rest(learning, idle);
                        })
                        .onMessage(Deadline.class, deadline -> {
                            alive.remove(deadline.presentation());
                            return learning.goOn() ? Behaviors.same() : rest(learning, idle);
                        }));
    }

    private Behavior<NetworkCommand> rest(Learning learning, Supplier<Behavior<NetworkCommand>> idle) {
        ensemble.tellAll(new LayerCommand.Rest(true));
        return comingToRest(learning, ensemble.depth(), idle);
    }

    private Behavior<NetworkCommand> comingToRest(
            Learning learning, int missing, Supplier<Behavior<NetworkCommand>> idle) {
        return phases.built(
                "coming to rest",
                phases.phase()
                        .onMessage(Reported.class, reported -> {
                            learning.hear(reported);
                            return Behaviors.same();
                        })
                        .onMessage(NothingLeft.class, nothing -> {
                            alive.remove(nothing.presentation());
                            return Behaviors.same();
                        })
                        .onMessage(Deadline.class, deadline -> {
                            alive.remove(deadline.presentation());
                            return Behaviors.same();
                        })
                        .onMessage(Resting.class, resting -> {
                            if (missing > 1) {
                                return comingToRest(learning, missing - 1, idle);
                            }
                            learning.verdict.answer(learning.command, learning.entered);
                            return idle.get();
                        }));
    }

    /** Deadlines and teachers do not stop while the network rests. */
    @Override
    public void meanwhile(NetworkCommand over) {
        if (over instanceof Deadline deadline) {
            alive.remove(deadline.presentation());
        } else if (over instanceof NothingLeft nothing) {
            alive.remove(nothing.presentation());
        }
    }

    @Override
    public String state() {
        return ", with presentations " + new TreeSet<>(alive) + " alive, and messages under way of " + underWay;
    }

    /** A pass that learns, as far as it has come. */
    private final class Learning {
        private final Learn command;
        private final Verdict verdict = new Verdict();
        private int entered;
        private boolean stopped;

        Learning(Learn command) {
            this.command = command;
            this.entered = command.from();
        }

        /** Presents what may enter; false if the pass is over. */
        boolean goOn() {
            presentMore();
            return !isOver();
        }

        void presentMore() {
            Pass pass = command.pass();
            while (!stopped && entered < pass.presentations() && mayEnter()) {
                stopped = verdict.isBad() || command.watcher().stopRequested();
                if (!stopped) {
                    enter(pass);
                }
            }
        }

        private void enter(Pass pass) {
            long number = pass.presentation(entered).number();
            alive.add(number);
            tempo.deadline()
                    .ifPresent(nanos ->
                            context.scheduleOnce(Duration.ofNanos(nanos), context.getSelf(), new Deadline(number)));
            ensemble.present(pass, entered, feed, clock.now());
            entered++;
            command.watcher().completed(entered);
        }

        private boolean mayEnter() {
            return alive.size() < tempo.alive();
        }

        void hear(Reported reported) {
            verdict.hear(reported);
            if (reported.report() instanceof Report.Completed completed) {
                alive.remove(completed.presentation().number());
            }
        }

        boolean isOver() {
            if (stopped || verdict.isBad()) {
                return true;
            }
            if (entered < command.pass().presentations()) {
                return false;
            }
            return command.pass().isLast() ? underWay.isEmpty() : mayEnter();
        }
    }
}
