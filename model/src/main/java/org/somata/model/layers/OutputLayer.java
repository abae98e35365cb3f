package org.somata.model.layers;

import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/** The top layer: it hears the classes from the teacher, learns from the global loss, and makes the first credit. */
public final class OutputLayer extends Layer {
    /** The loss of a presentation of learning, averaged over the batch, over presentations. */
    public static final String TRAINING_COST = "training_cost";

    private final LearningSpec learning;
    private final OutputLoss loss;
    private final int[][] labels;

    OutputLayer(int place, Kernels kernels, LearningSpec learning, OutputLoss loss, Mapping forward, Batches batches) {
        super(place, kernels, forward, batches);
        this.learning = learning;
        this.loss = loss;
        this.labels = new int[2][];
    }

    @Override
    public void handle(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        switch (kind) {
            case LABEL -> labels[slot(presentation)] = classes(signal);
            case ACTIVATION -> activation(presentation, real(signal), out);
            case REFRESH -> {
                Memory memory = remembered(kind, presentation);
                memory.refresh(real(signal));
                apply(memory);
                learn(memory, out);
                out.report(new Report.Completed(presentation));
            }
            default -> throw unexpected(kind, presentation);
        }
    }

    private void activation(Presentation presentation, Matrix input, Outbox out) {
        Memory memory = memory(presentation);
        memory.begin(presentation, input, forward().version());
        switch (presentation.purpose()) {
            case EVALUATE -> evaluate(memory, out);
            case LEARN_FEEDBACK ->
                send(out, MessageKind.CONTROL, place() - 1, presentation, new Signal.Empty(presentation.examples()));
            case LEARN, LEARN_FORWARD, OBSERVE -> {
                apply(memory);
                firstCredit(memory, out);
                if (!learning.bottomUp()) {
                    out.setAside(() -> learn(memory, out));
                }
            }
        }
    }

    private void apply(Memory memory) {
        kernels().product(memory.input(), false, forward().weights(), true, memory.activation());
        kernels().activateOutput(loss, memory.activation(), forward().bias(), memory.activation());
    }

    private void evaluate(Memory memory, Outbox out) {
        Matrix output = memory.activation();
        kernels().product(memory.input(), false, forward().averagedWeights(), true, output);
        kernels().activateOutput(loss, output, forward().averagedBias(), output);
        int[] classes = labels[slot(memory.presentation())];
        int mistakes = kernels().mistakes(output, classes);
        double cost = kernels()
                .outputGradient(loss, output, classes, output, forward().biasGradient());
        out.report(new Report.Evaluated(memory.presentation(), cost, mistakes));
    }

    /** ∂L/∂h_{M−1} with the W_M of before the step, and what the rule makes of it. */
    private void firstCredit(Memory memory, Outbox out) {
        int examples = memory.presentation().examples();
        Matrix delta = ownScratch(0, examples);
        double cost = gradient(memory, delta);
        tally().add(TRAINING_COST, cost / examples);
        requireFinite(cost, "the output loss", memory, out);
        Matrix slope = belowScratch(0, examples);
        forward().pullBack(delta, slope);
        learning.rule().firstCredit(this, memory, slope, memory.creditBelow());
        send(out, learning.rule().credit(), place() - 1, memory.presentation(), memory.creditBelow());
    }

    private void learn(Memory memory, Outbox out) {
        Matrix delta = ownScratch(0, memory.presentation().examples());
        if (learning.bottomUp()) {
            gradient(memory, delta);
        }
        learnForward(memory, delta, Double.NaN, out);
    }

    private double gradient(Memory memory, Matrix delta) {
        int[] classes = labels[slot(memory.presentation())];
        return kernels()
                .outputGradient(
                        loss, memory.activation(), classes, delta, forward().biasGradient());
    }

    /** Labels of evaluation and of learning never wait at the same time. */
    private int slot(Presentation presentation) {
        return (int) (presentation.number() % labels.length);
    }

    private static int[] classes(Signal signal) {
        if (signal instanceof Signal.Classes classes) {
            return classes.labels();
        }
        throw new IllegalArgumentException(
                "expected labels, heard " + signal.getClass().getSimpleName());
    }
}
