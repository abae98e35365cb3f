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
    private CompletableFuture<?> answer = CompletableFuture.completedFuture(null);
    private long sent;

    private NetworkActor(ActorContext<NetworkCommand> context, ActorNetwork.Parts parts) {
        this.context = context;
        this.schedule = parts.schedule();
        this.feed = parts.feed();
        this.evaluationFeed = parts.evaluationFeed();
        this.evaluationBatch = parts.batches().evaluation();
        for (Layer layer : parts.layers()) {
            ActorRef<LayerCommand> actor =
                    context.spawn(LayerActor.of(layer, schedule, context.getSelf()), "layer-" + layer.place());
            context.watch(actor);
            layers.add(actor);
        }
        layers.forEach(layer -> layer.tell(new LayerCommand.Connect(layers)));
        Labels labels = new Labels(Math.max(parts.batches().learning(), evaluationBatch));
        teacher = context.spawn(TeacherActor.of(labels, layers.get(layers.size() - 1)), "teacher");
        context.watch(teacher);
    }

    static Behavior<NetworkCommand> of(ActorNetwork.Parts parts) {
        return Behaviors.setup(context -> new NetworkActor(context, parts).idle());
    }

    private Behavior<NetworkCommand> idle() {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Learn.class, this::beginLearning)
                .onMessage(Evaluate.class, this::beginEvaluation)
                .onMessage(VisitAll.class, this::beginVisit)
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
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private Behavior<NetworkCommand> beginEvaluation(Evaluate command) {
        answer = command.answer();
        Pass pass = Pass.evaluation(command.examples(), evaluationBatch);
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
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private Behavior<NetworkCommand> beginVisit(VisitAll command) {
        answer = command.answer();
        layers.get(0).tell(new LayerCommand.Visit(command.visitor(), context.getSelf()));
        return visiting(command);
    }

    /** One layer after the other, so that the visitor need not be safe for two threads. */
    private Behavior<NetworkCommand> visiting(VisitAll command) {
        return Behaviors.receive(NetworkCommand.class)
                .onMessage(Visited.class, visited -> {
                    if (visited.place() < layers.size()) {
                        layers.get(visited.place()).tell(new LayerCommand.Visit(command.visitor(), context.getSelf()));
                        return Behaviors.same();
                    }
                    command.answer().complete(null);
                    return idle();
                })
                .onSignal(ChildFailed.class, this::onFailure)
                .build();
    }

    private Behavior<NetworkCommand> onFailure(ChildFailed failed) {
        answer.completeExceptionally(failed.getCause());
        return Behaviors.stopped();
    }

    private void present(Pass pass, int index, Feed inputs) {
        Header header = new Header(
                new MessageId(MessageId.INPUT, ++sent), List.of(), pass.presentation(index), MessageId.NO_VERSIONS);
        Signal input = read(pass, index, inputs);
        teacher.tell(new TeacherActor.Teach(pass, index));
        layers.get(0).tell(Message.of(MessageKind.ACTIVATION, header, input));
    }

    private Signal read(Pass pass, int index, Feed inputs) {
        try {
            return inputs.input(pass, index);
        } catch (RuntimeException unreadable) {
            answer.completeExceptionally(unreadable);
            throw unreadable;
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
