package org.somata.model.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Decaying;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/**
 * The oracle: a plain loop that executes a schedule over the layers, one turn after the other. A network of actors must
 * agree with it byte for byte.
 */
public final class SequentialNetwork implements Network {
    private final List<Layer> layers;
    private final Schedule schedule;
    private final Feed feed;
    private final Feed evaluationFeed;
    private final int evaluationBatch;
    private final Post post = new Post();

    /** @param inputNoise σ of the noise on the inputs of learning, drawn by {@code seed} */
    public SequentialNetwork(List<Layer> layers, Schedule schedule, Batches batches, Decaying inputNoise, long seed) {
        this.layers = List.copyOf(layers);
        this.schedule = schedule;
        Layer first = layers.get(0);
        this.feed = Feed.to(first, batches, inputNoise, seed, false);
        this.evaluationFeed = Feed.to(first, batches, Decaying.ZERO, seed, true);
        this.evaluationBatch = batches.evaluation();
    }

    @Override
    public int learn(Pass pass, int from, Watcher watcher) {
        pass.requireBeginning(from);
        for (int index = from; index < pass.presentations(); index++) {
            if (watcher.stopRequested()) {
                return index;
            }
            present(pass.presentation(index), feed.input(pass, index), Labels.of(pass, index));
            if (post.diverged != null) {
                throw new DivergedException(post.diverged);
            }
            watcher.completed(index + 1);
        }
        return pass.presentations();
    }

    @Override
    public Evaluation evaluate(Examples examples) {
        Evaluation.Sum sum = new Evaluation.Sum();
        evaluate(examples, judged -> sum.add(judged.cost(), judged.mistakes()));
        return sum.over(examples.count());
    }

    /** Sends examples through the layers, and tells of each minibatch's judgement while the layers remember it. */
    void evaluate(Examples examples, Consumer<Report.Evaluated> judgements) {
        Pass pass = Pass.evaluation(examples, evaluationBatch);
        for (int index = 0; index < pass.presentations(); index++) {
            present(pass.presentation(index), evaluationFeed.input(pass, index), Labels.of(pass, index));
            judgements.accept(post.evaluated);
        }
    }

    /** Takes every turn of one presentation. */
    void present(Presentation presentation, Signal input, Signal classes) {
        post.pending.clear();
        if (schedule.hasTeacher(presentation.purpose())) {
            post.pending.put(new Turn(layers.size(), MessageKind.LABEL), classes);
        }
        post.pending.put(new Turn(1, MessageKind.ACTIVATION), input);
        for (Turn turn : schedule.turns(presentation.purpose())) {
            Signal signal = post.pending.remove(turn);
            if (signal == null) {
                throw new IllegalStateException("nobody sent layer " + turn.place() + " its "
                        + turn.kind().label());
            }
            try {
                layers.get(turn.place() - 1).handle(turn.kind(), presentation, signal, post);
            } catch (RuntimeException failure) {
                throw new LayerFailedException(turn.place(), presentation.number(), failure);
            }
        }
        if (!post.pending.isEmpty()) {
            throw new IllegalStateException("nobody's turn came for " + post.pending.keySet());
        }
    }

    @Override
    public void visit(Consumer<Layer> visitor) {
        layers.forEach(visitor);
    }

    @Override
    public Tally input() {
        return feed.tally();
    }

    @Override
    public void close() {}

    /** Messages sent and not yet handled, and what was reported. */
    private static final class Post implements Outbox {
        final Map<Turn, Signal> pending = new HashMap<>();
        Report.Evaluated evaluated;
        Report.Diverged diverged;

        @Override
        public void send(MessageKind kind, int to, Signal signal) {
            pending.put(new Turn(to, kind), signal);
        }

        @Override
        public void setAside(Runnable work) {
            work.run();
        }

        @Override
        public void report(Report report) {
            if (report instanceof Report.Evaluated judged) {
                evaluated = judged;
            } else if (report instanceof Report.Diverged first && diverged == null) {
                diverged = first;
            }
        }
    }
}
