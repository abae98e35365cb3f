package org.somata.actors;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.somata.actors.NetworkCommand.Deadline;
import org.somata.actors.NetworkCommand.Evaluate;
import org.somata.actors.NetworkCommand.GoOn;
import org.somata.actors.NetworkCommand.Learn;
import org.somata.actors.NetworkCommand.Look;
import org.somata.actors.NetworkCommand.NothingLeft;
import org.somata.actors.NetworkCommand.Reported;
import org.somata.actors.NetworkCommand.ShowInFlight;
import org.somata.actors.NetworkCommand.VisitAll;
import org.somata.actors.NetworkCommand.Visited;
import org.somata.model.layers.Layer;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Fate;
import org.somata.model.network.Feed;
import org.somata.model.network.Pass;
import org.somata.model.signals.Report;

/**
 * The parent of all layers: has them learn as its {@link Conduct} knows to, evaluates them, and shows them to visitors. It
 * does one thing at a time, each a phase.
 */
final class NetworkActor {
    private final Positions positions;
    private final Feed evaluationFeed;
    private final int evaluationBatch;
    private final Ensemble ensemble;
    private final Conduct conduct;
    private final Phases phases;
    private final Consumer<Throwable> downfall;
    private CompletableFuture<?> answer = CompletableFuture.completedFuture(null);

    private NetworkActor(ActorContext<NetworkCommand> context, ActorNetwork.Parts parts) {
        this.evaluationFeed = parts.evaluationFeed();
        this.evaluationBatch = parts.batches().evaluation();
        this.downfall = parts.downfall();
        this.phases = new Phases(this::look, this::end);
        this.positions = new Positions(parts.schedule(), parts.layers().size());
        Agendas agendas = new Agendas(parts.tempo(), parts.schedule(), positions, new WallClock());
        MessageListener listener = GuardedListener.of(parts.listener());
        Feed feed = parts.feed();
        if (parts.tempo() instanceof Tempo.Planned planned) {
            ensemble = new Ensemble(context, parts, agendas, post(listener, planned.fate(), Optional.empty()));
            conduct = new PlannedConduct(ensemble, planned.timetable(), feed, phases);
        } else if (parts.tempo() instanceof Tempo.Free free) {
            UnderWay underWay = new UnderWay(number -> context.getSelf().tell(new NothingLeft(number)));
            ensemble = new Ensemble(context, parts, agendas, post(listener, free.fate(), Optional.of(underWay)));
            conduct = new FreeConduct(context, ensemble, free, underWay, agendas.wall(), feed, phases);
        } else {
            ensemble = new Ensemble(context, parts, agendas, new Post(listener));
            conduct = new LockstepConduct(ensemble, positions, feed, phases);
        }
    }

    private static Post post(MessageListener listener, Fate fate, Optional<UnderWay> underWay) {
        return new Post(listener, Optional.of(fate), underWay);
    }

    static Behavior<NetworkCommand> of(ActorNetwork.Parts parts) {
        return Behaviors.setup(context -> {
            NetworkActor network = new NetworkActor(context, parts);
            return Behaviors.intercept(() -> new Guard(network::end), network.idle());
        });
    }

    private Behavior<NetworkCommand> idle() {
        return phases.built(
                "idle",
                phases.phase()
                        .onMessage(Learn.class, this::beginLearning)
                        .onMessage(Evaluate.class, this::beginEvaluation)
                        .onMessage(VisitAll.class, this::beginVisit)
                        .onMessage(ShowInFlight.class, this::showInFlight)
                        .onMessage(GoOn.class, this::goOn)
                        .onMessage(Deadline.class, this::meanwhile)
                        .onMessage(NothingLeft.class, this::meanwhile));
    }

    private Behavior<NetworkCommand> showInFlight(ShowInFlight command) {
        if (conduct.hasMail()) {
            ensemble.inFlight().thenAccept(found -> command.answer().complete(Optional.of(found)));
        } else {
            command.answer().complete(Optional.empty());
        }
        return Behaviors.same();
    }

    private Behavior<NetworkCommand> goOn(GoOn command) {
        answer = command.answer();
        conduct.goTo(command.passes(), command.entered());
        ensemble.restore(command.inFlight());
        command.answer().complete(null);
        return Behaviors.same();
    }

    private Behavior<NetworkCommand> meanwhile(NetworkCommand over) {
        conduct.meanwhile(over);
        return Behaviors.same();
    }

    private Behavior<NetworkCommand> beginLearning(Learn command) {
        answer = command.answer();
        return conduct.learn(command, this::idle);
    }

    private Behavior<NetworkCommand> beginEvaluation(Evaluate command) {
        answer = command.answer();
        Pass pass = Pass.evaluation(command.examples(), evaluationBatch);
        if (pass.presentations() == 0) {
            command.answer().complete(new Evaluation.Sum().over(0));
            return Behaviors.same();
        }
        int first = Math.min(LockstepConduct.UNDER_WAY, pass.presentations());
        for (int index = 0; index < first; index++) {
            present(pass, index);
        }
        return evaluating(command, pass, first, new Evaluation.Sum());
    }

    private void present(Pass pass, int index) {
        ensemble.present(pass, index, evaluationFeed, positions.start(pass.presentation(index)));
    }

    private Behavior<NetworkCommand> evaluating(Evaluate command, Pass pass, int presented, Evaluation.Sum sum) {
        return phases.built(
                "evaluating",
                phases.phase()
                        .onMessage(Reported.class, reported -> {
                            Report.Evaluated judged = (Report.Evaluated) reported.report();
                            sum.add(judged.cost(), judged.mistakes());
                            if (presented < pass.presentations()) {
                                present(pass, presented);
                                return evaluating(command, pass, presented + 1, sum);
                            }
                            if (judged.presentation().number() < pass.presentations()) {
                                return Behaviors.same();
                            }
                            command.answer()
                                    .complete(sum.over(command.examples().count()));
                            return idle();
                        })
                        .onMessage(Deadline.class, this::meanwhile)
                        .onMessage(NothingLeft.class, this::meanwhile));
    }

    private Behavior<NetworkCommand> beginVisit(VisitAll command) {
        answer = command.answer();
        Tour tour = new Tour(command);
        ensemble.show(1, tour::show);
        return visiting(tour);
    }

    /** One layer after the other, so that the visitor need not be safe for two threads. */
    private Behavior<NetworkCommand> visiting(Tour tour) {
        return phases.built(
                "visiting",
                phases.phase()
                        .onMessage(Visited.class, visited -> {
                            if (tour.failure == null && visited.place() < ensemble.depth()) {
                                ensemble.show(visited.place() + 1, tour::show);
                                return Behaviors.same();
                            }
                            tour.answer();
                            return idle();
                        })
                        .onMessage(Deadline.class, this::meanwhile)
                        .onMessage(NothingLeft.class, this::meanwhile));
    }

    private void look(Look look, String phase) {
        String network = "the network is " + phase + conduct.state();
        ensemble.look().thenAccept(sights -> look.answer().complete(new Census(network, sights)));
    }

    private Behavior<NetworkCommand> end(Throwable failure) {
        downfall.accept(failure);
        answer.completeExceptionally(failure);
        return Behaviors.stopped();
    }

    /** A visitor on its way from layer to layer. Its failure is not the layer's, and ends nothing but the visit. */
    private static final class Tour {
        private final VisitAll command;
        private Throwable failure;

        Tour(VisitAll command) {
            this.command = command;
        }

        void show(Layer layer) {
            try {
                command.visitor().accept(layer);
            } catch (RuntimeException | Error itsOwn) {
                failure = itsOwn;
            }
        }

        void answer() {
            if (failure == null) {
                command.answer().complete(null);
            } else {
                command.answer().completeExceptionally(failure);
            }
        }
    }
}
