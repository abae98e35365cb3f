package org.somata.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.ChildFailed;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.somata.actors.NetworkCommand.Evaluate;
import org.somata.actors.NetworkCommand.Learn;
import org.somata.actors.NetworkCommand.Reported;
import org.somata.actors.NetworkCommand.VisitAll;
import org.somata.actors.NetworkCommand.Visited;
import org.somata.model.layers.Layer;
import org.somata.model.network.DivergedException;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Feed;
import org.somata.model.network.Labels;
import org.somata.model.network.Pass;
import org.somata.model.network.Schedule;
import org.somata.model.network.Turn;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/**
 * The parent of all layers: sends inputs, two presentations under way at a time so that layer 1 never waits for one, and
 * hears what becomes of them. It does one thing at a time, each a phase.
 */
final class NetworkActor {
    private static final int UNDER_WAY = 2;
    private static final Consumer<Layer> GLANCE = layer -> {};

    private final ActorContext<NetworkCommand> context;
    private final Schedule schedule;
    private final Feed feed;
    private final Feed evaluationFeed;
    private final int evaluationBatch;
    private final List<ActorRef<LayerCommand>> layers = new ArrayList<>();
    private final ActorRef<TeacherActor.Teach> teacher;
    private final Post post;
    private final Consumer<Throwable> downfall;
    private CompletableFuture<?> answer = CompletableFuture.completedFuture(null);

    private NetworkActor(ActorContext<NetworkCommand> context, ActorNetwork.Parts parts) {
        this.context = context;
        this.schedule = parts.schedule();
        this.feed = parts.feed();
        this.evaluationFeed = parts.evaluationFeed();
        this.evaluationBatch = parts.batches().evaluation();
        this.post = new Post(GuardedListener.of(parts.listener()));
        this.downfall = parts.downfall();
        for (Layer layer : parts.layers()) {
            ActorRef<LayerCommand> actor =
                    context.spawn(LayerActor.of(layer, schedule, post, context.getSelf()), "layer-" + layer.place());
            context.watch(actor);
            layers.add(actor);
        }
        layers.forEach(layer -> layer.tell(new LayerCommand.Connect(layers)));
        Labels labels = new Labels(Math.max(parts.batches().learning(), evaluationBatch));
        int depth = layers.size();
        teacher = context.spawn(TeacherActor.of(labels, post, depth, layers.get(depth - 1)), "teacher");
        context.watch(teacher);
    }

    static Behavior<NetworkCommand> of(ActorNetwork.Parts parts) {
        return Behaviors.setup(context -> {
            NetworkActor network = new NetworkActor(context, parts);
            return Behaviors.intercept(() -> new Guard(network::end), network.idle());
        });
    }

    private Behavior<NetworkCommand> idle() {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Learn.class, this::beginLearning)
                .onMessage(Evaluate.class, this::beginEvaluation)
                .onMessage(VisitAll.class, this::beginVisit)
                .onAnyMessage(other -> unexpected("idle", other))
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private Behavior<NetworkCommand> beginLearning(Learn command) {
        answer = command.answer();
        Learning learning = new Learning(command);
        learning.presentMore();
        return learning.isOver() ? settle(learning) : learning(learning);
    }

    private Behavior<NetworkCommand> learning(Learning learning) {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Reported.class, reported -> {
                    learning.hear(reported);
                    learning.presentMore();
                    return learning.isOver() ? settle(learning) : Behaviors.same();
                })
                .onAnyMessage(other -> unexpected("learning", other))
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    /** Layer 1 was the last to learn, but others may still be at it: the pass is over once all have looked up. */
    private Behavior<NetworkCommand> settle(Learning learning) {
        layers.forEach(layer -> layer.tell(new LayerCommand.Visit(GLANCE, context.getSelf())));
        return settling(learning, layers.size());
    }

    private Behavior<NetworkCommand> settling(Learning learning, int missing) {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Reported.class, reported -> {
                    learning.hear(reported);
                    return Behaviors.same();
                })
                .onMessage(Visited.class, visited -> {
                    if (missing > 1) {
                        return settling(learning, missing - 1);
                    }
                    learning.answer();
                    return idle();
                })
                .onAnyMessage(other -> unexpected("settling", other))
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private Behavior<NetworkCommand> beginEvaluation(Evaluate command) {
        answer = command.answer();
        Pass pass = Pass.evaluation(command.examples(), evaluationBatch);
        if (pass.presentations() == 0) {
            command.answer().complete(new Evaluation.Sum().over(0));
            return Behaviors.same();
        }
        int first = Math.min(UNDER_WAY, pass.presentations());
        for (int index = 0; index < first; index++) {
            present(pass, index, evaluationFeed);
        }
        return evaluating(command, pass, first, new Evaluation.Sum());
    }

    private Behavior<NetworkCommand> evaluating(Evaluate command, Pass pass, int presented, Evaluation.Sum sum) {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Reported.class, reported -> {
                    Report.Evaluated judged = (Report.Evaluated) reported.report();
                    sum.add(judged.cost(), judged.mistakes());
                    if (presented < pass.presentations()) {
                        present(pass, presented, evaluationFeed);
                        return evaluating(command, pass, presented + 1, sum);
                    }
                    if (judged.presentation().number() < pass.presentations()) {
                        return Behaviors.same();
                    }
                    command.answer().complete(sum.over(command.examples().count()));
                    return idle();
                })
                .onAnyMessage(other -> unexpected("evaluating", other))
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private Behavior<NetworkCommand> beginVisit(VisitAll command) {
        answer = command.answer();
        Tour tour = new Tour(command);
        layers.get(0).tell(new LayerCommand.Visit(tour::show, context.getSelf()));
        return visiting(tour);
    }

    /** One layer after the other, so that the visitor need not be safe for two threads. */
    private Behavior<NetworkCommand> visiting(Tour tour) {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Visited.class, visited -> {
                    if (tour.failure == null && visited.place() < layers.size()) {
                        layers.get(visited.place()).tell(new LayerCommand.Visit(tour::show, context.getSelf()));
                        return Behaviors.same();
                    }
                    tour.answer();
                    return idle();
                })
                .onAnyMessage(other -> unexpected("visiting", other))
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private static Behavior<NetworkCommand> unexpected(String phase, NetworkCommand command) {
        throw new IllegalStateException("the network, " + phase + ", got an unexpected " + command);
    }

    private Behavior<NetworkCommand> onFailure(ChildFailed failed) {
        return end(failed.getCause());
    }

    private Behavior<NetworkCommand> end(Throwable failure) {
        downfall.accept(failure);
        answer.completeExceptionally(failure);
        return Behaviors.stopped();
    }

    private void present(Pass pass, int index, Feed inputs) {
        Header header = Header.of(MessageId.INPUT, pass.presentation(index));
        Signal input = inputs.input(pass, index);
        if (schedule.hasTeacher(pass.purpose())) {
            teacher.tell(new TeacherActor.Teach(pass, index));
        }
        post.send(Message.of(MessageKind.ACTIVATION, header, input), 1, layers.get(0));
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

    /** A pass that learns, as far as it has come. */
    private final class Learning {
        private final Learn command;
        private final int total;
        private int presented;
        private int done;
        private boolean stopped;
        private Reported diverged;

        Learning(Learn command) {
            this.command = command;
            this.total = command.pass().presentations();
            this.presented = command.from();
            this.done = command.from();
        }

        void presentMore() {
            while (!stopped && presented < total && presented - done < UNDER_WAY) {
                stopped = diverged != null || command.watcher().stopRequested();
                if (!stopped) {
                    present(command.pass(), presented, feed);
                    presented++;
                }
            }
        }

        void hear(Reported reported) {
            if (reported.report() instanceof Report.Completed) {
                done++;
                command.watcher().completed(done);
            } else if (reported.report() instanceof Report.Diverged
                    && (diverged == null || position(reported) < position(diverged))) {
                diverged = reported;
            }
        }

        /** Where in the schedule a report was made: the earliest divergence counts, whichever thread was faster. */
        private long position(Reported reported) {
            Report.Diverged report = (Report.Diverged) reported.report();
            List<Turn> turns = schedule.turns(report.presentation().purpose());
            return report.presentation().number() * turns.size()
                    + turns.indexOf(new Turn(report.place(), reported.handling()));
        }

        boolean isOver() {
            return done == presented && (stopped || presented == total);
        }

        void answer() {
            if (diverged == null) {
                command.answer().complete(done);
            } else {
                command.answer().completeExceptionally(new DivergedException((Report.Diverged) diverged.report()));
            }
        }
    }
}
