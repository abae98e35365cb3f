package org.somata.model.layers;

import java.util.Map;
import java.util.Optional;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Rows;
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
    private final Optional<FixedWeights> fixed;
    private final Buffer judged;
    private final Buffer judgedGradient;

    OutputLayer(Wiring wiring, LearningSpec learning, OutputLoss loss, Mapping forward, Optional<FixedWeights> fixed) {
        super(wiring, forward, false);
        this.learning = learning;
        this.loss = loss;
        this.fixed = fixed;
        this.judged = new Buffer(kernels(), wiring.batches().evaluation(), forward.outputs());
        this.judgedGradient = new Buffer(kernels(), wiring.batches().evaluation(), forward.outputs());
    }

    @Override
    void act(MessageKind kind, Presentation presentation, Signal signal, Outbox out) {
        switch (kind) {
            case LABEL -> {
                LayerMemory memory = open(presentation);
                memory.labels(classes(signal));
                // in lockstep labels come first; without a clock perhaps later
                if (memory.hasActivation()) {
                    judge(memory, out);
                }
            }
            case ACTIVATION -> activation(presentation, signal, out);
            case REFRESH -> {
                LayerMemory memory = remembered(kind, presentation);
                memory.refresh(signal);
                apply(memory);
                learn(memory, gradient(memory, delta(memory)) / presentation.examples(), out);
                out.report(new Report.Completed(presentation));
            }
            default -> throw unexpected(kind, presentation);
        }
    }

    private void activation(Presentation presentation, Signal input, Outbox out) {
        LayerMemory memory = hear(presentation, input, out);
        switch (presentation.purpose()) {
            case EVALUATE -> evaluate(memory, out);
            case LEARN_FEEDBACK -> {
                send(out, MessageKind.CONTROL, place() - 1, presentation, new Signal.Empty(presentation.examples()));
                over(presentation);
            }
            case LEARN, LEARN_FORWARD, OBSERVE -> {
                apply(memory);
                if (memory.labels() != null) {
                    judge(memory, out);
                }
            }
        }
    }

    /** Both the activation and the classes are there. */
    private void judge(LayerMemory memory, Outbox out) {
        wiring().recall()
                .filter(recall -> recall.pairing() == Recall.Pairing.NOW)
                .ifPresent(now -> apply(memory));
        double cost = firstCredit(memory, out);
        if (!learning.bottomUp()) {
            out.setAside(() -> {
                learn(memory, cost, out);
                over(memory.presentation());
            });
        }
    }

    private void apply(LayerMemory memory) {
        kernels().product(memory.input(), false, forward().weights(), true, memory.activation());
        kernels().activateOutput(loss, memory.activation(), forward().bias(), memory.activation());
    }

    /** Outputs are averaged over the draws of an example before they are judged. */
    private void evaluate(LayerMemory memory, Outbox out) {
        Presentation presentation = memory.presentation();
        Matrix output = memory.activation();
        kernels().product(memory.input(), false, forward().averagedWeights(), true, output);
        kernels().activateOutput(loss, output, forward().averagedBias(), output);
        Matrix average = judged(presentation);
        int draws = output.rows() / average.rows();
        if (draws == 1) {
            average.copyFrom(output);
        } else {
            Rows.sum(output, 1.0 / draws, average);
        }
        int[] classes = memory.labels();
        Matrix unused = judgedGradient.rows(average.rows());
        double cost = kernels()
                .outputGradient(loss, average, classes, unused, forward().biasGradient());
        out.report(new Report.Evaluated(presentation, cost, kernels().mistakes(average, classes)));
    }

    /** What was judged of the presentation evaluated last: outputs, averaged over draws, an example a row. */
    public Matrix judged(Presentation presentation) {
        return judged.rows(presentation.examples());
    }

    /** ∂L/∂a_M with the W_M of before the step, and what the rule makes of it; returns the mean loss of an example. */
    private double firstCredit(LayerMemory memory, Outbox out) {
        Presentation presentation = memory.presentation();
        Matrix delta = delta(memory);
        double cost = gradient(memory, delta) / presentation.examples();
        tally().add(TRAINING_COST, cost);
        requireFinite(cost, "the output loss", memory, out);
        Rule rule = learning.rule();
        if (rule.feedback() == Rule.Feedback.DIRECT) {
            // made once: all layers hear the same draw, and each gives it back
            Signal error = signal(rule.credit(), presentation, delta);
            for (int place = place() - 1; place > 1; place--) {
                error.retain();
            }
            for (int place = place() - 1; place >= 1; place--) {
                send(out, rule.credit(), place, presentation, error);
            }
        } else if (rule.crosses(wiring().below().forward())) {
            rule.firstCredit(this, memory, delta, memory.creditBelow());
            send(out, rule.credit(), place() - 1, presentation, memory.creditBelow());
        } else {
            send(out, rule.credit(), place() - 1, presentation, new Signal.Empty(presentation.examples()));
        }
        return cost;
    }

    private void learn(LayerMemory memory, double cost, Outbox out) {
        learnForward(memory, delta(memory), cost, out);
    }

    /** Two presentations' are under way where every layer hears of it. */
    private Matrix delta(LayerMemory memory) {
        return ownScratch(memory.presentation().slot(), memory.rows());
    }

    private double gradient(LayerMemory memory, Matrix delta) {
        Presentation presentation = memory.presentation();
        int[] classes = memory.labels();
        Matrix sums = forward().biasGradient();
        if (!kernels().computes()) {
            return 0;
        }
        return memory.rows() == presentation.examples()
                ? kernels().outputGradient(loss, memory.activation(), classes, delta, sums)
                : SampledLikelihood.gradient(memory.activation(), classes, presentation.examples(), delta, sums);
    }

    /** The weights that bring credit down and never learn, of rules that have them. */
    public Matrix fixedFeedback() {
        return fixed.orElseThrow(() -> new IllegalStateException("the output layer has no fixed feedback weights"))
                .weights();
    }

    @Override
    public Map<String, Matrix> arrays() {
        Map<String, Matrix> arrays = super.arrays();
        fixed.ifPresent(weights -> arrays.put(weights.name(), weights.weights()));
        return arrays;
    }

    private static int[] classes(Signal signal) {
        if (signal instanceof Signal.Classes classes) {
            return classes.labels();
        }
        throw new IllegalArgumentException(
                "expected labels, heard " + signal.getClass().getSimpleName());
    }
}
