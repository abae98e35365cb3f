package org.somata.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Layer;
import org.somata.model.layers.LearningSpec;
import org.somata.model.layers.Mapping;
import org.somata.model.layers.Memory;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.rules.Backpropagation;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/**
 * Looks at a network on a fixed probe batch, on copies of its layers: how its rule's gradients lie to those of
 * backpropagation, and whether the conditions hold that the paper asks of targets.
 */
public final class Diagnostics {
    private final OutputLoss loss;
    private final List<Layer> twins;
    private final List<Layer> backpropagated;
    private final SequentialNetwork byRule;
    private final SequentialNetwork byBackpropagation;
    private final Pass probe;

    /** @param examples the probe batch, all of them */
    public Diagnostics(NetworkSpec spec, Kernels kernels, Examples examples) {
        NetworkSpec small = spec.undrawn().with(new Batches(examples.count(), 1));
        LearningSpec learning = spec.learning();
        LearningSpec baseline = new LearningSpec(
                new Backpropagation(), learning.inverseLoss(), Decaying.ZERO, 1, learning.feedbackAfterTarget(), false);
        LearningSpec simultaneous = new LearningSpec(
                learning.rule(), learning.inverseLoss(), Decaying.ZERO, 1, learning.feedbackAfterTarget(), false);
        this.loss = spec.loss();
        NetworkSpec ruled = small.with(simultaneous);
        NetworkSpec compared = small.with(baseline);
        this.twins = ruled.build(kernels);
        this.backpropagated = compared.build(kernels);
        this.byRule = new SequentialNetwork(twins, new Lockstep(ruled), small.batches(), Decaying.ZERO, 0);
        this.byBackpropagation =
                new SequentialNetwork(backpropagated, new Lockstep(compared), small.batches(), Decaying.ZERO, 0);
        Pass all = Pass.evaluation(examples, examples.count());
        this.probe = new Pass(Purpose.OBSERVE, examples, all.order(), examples.count(), 0, 1, 0);
    }

    /** What was found in one layer; NaN where a figure does not apply. */
    public record OfLayer(
            int place,
            double weightNorm,
            double feedbackNorm,
            double backpropAngle,
            double lowersLoss,
            double lowersLocalLoss,
            double movesTowardsTarget,
            double unchangedUnits) {}

    /** Copies the layers of a network at rest, and looks. */
    public List<OfLayer> of(Network network) {
        network.visit(layer -> {
            copy(layer, twins.get(layer.place() - 1));
            copy(layer, backpropagated.get(layer.place() - 1));
        });
        byRule.learn(probe, 0, Network.Watcher.NONE);
        byBackpropagation.learn(probe, 0, Network.Watcher.NONE);
        List<OfLayer> found = new ArrayList<>();
        for (int place = 1; place <= twins.size(); place++) {
            found.add(look(place));
        }
        return found;
    }

    private static void copy(Layer from, Layer to) {
        copy(from.arrays(), to.arrays());
        copy(from.arraysOfLayerAbove(), to.arraysOfLayerAbove());
    }

    private static void copy(Map<String, Matrix> from, Map<String, Matrix> to) {
        to.forEach((name, matrix) -> {
            if (!name.contains(".")) {
                matrix.copyFrom(from.get(name));
            }
        });
    }

    private OfLayer look(int place) {
        Layer layer = twins.get(place - 1);
        double angle = angle(
                layer.forward().weightGradient(),
                backpropagated.get(place - 1).forward().weightGradient());
        double weightNorm = norm(layer.forward().weights());
        double feedbackNorm = feedbackNorm(place);
        Memory memory = layer.memory(probe.presentation(0));
        if (!(layer instanceof HiddenLayer hidden) || hidden.rule().credit() != MessageKind.TARGET) {
            return new OfLayer(place, weightNorm, feedbackNorm, angle, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        if (memory.credit() == null) {
            return new OfLayer(place, weightNorm, feedbackNorm, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 1);
        }
        TargetConditions conditions = new TargetConditions(memory);
        double local = Double.NaN;
        double towards = Double.NaN;
        Matrix targetBelow =
                place > 1 ? twins.get(place - 2).memory(probe.presentation(0)).credit() : null;
        if (targetBelow != null) {
            Matrix image = above(place - 1, targetBelow, layer.ownScratch(1, memory.rows()));
            local = conditions.lowersLocalLoss(image);
            towards = conditions.movesTowardsTarget(image);
        }
        return new OfLayer(
                place,
                weightNorm,
                feedbackNorm,
                angle,
                lowersLoss(place, memory),
                local,
                towards,
                conditions.unchangedUnits());
    }

    private double feedbackNorm(int place) {
        Map<String, Matrix> own = twins.get(place - 1).arrays();
        Map<String, Matrix> below = place > 1 ? twins.get(place - 2).arraysOfLayerAbove() : Map.of();
        return Stream.of(own.get("V"), own.get("D"), below.get("V"))
                .filter(Objects::nonNull)
                .mapToDouble(this::norm)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The share of examples with loss(h_M(ĥ_i)) below loss(h_M(h_i)): Eq. 4. */
    private double lowersLoss(int place, Memory memory) {
        Layer top = twins.get(twins.size() - 1);
        double[] before = losses(top, top.memory(probe.presentation(0)).activation());
        Matrix signal = memory.credit();
        for (int below = place; below < twins.size() - 1; below++) {
            signal = above(below, signal, twins.get(below).ownScratch(0, memory.rows()));
        }
        Matrix output = top.ownScratch(1, memory.rows());
        Mapping last = top.forward();
        Matrix heard = heardAbove(twins.size() - 1, signal);
        top.kernels().product(heard, false, last.weights(), true, output);
        top.kernels().activateOutput(loss, output, last.bias(), output);
        double[] after = losses(top, output);
        int lower = 0;
        for (int row = 0; row < after.length; row++) {
            lower += after[row] < before[row] ? 1 : 0;
        }
        return (double) lower / after.length;
    }

    /** f of the layer above of what it hears where the layer at {@code place} has these activations. */
    private Matrix above(int place, Matrix activations, Matrix image) {
        twins.get(place).forward().apply(heardAbove(place, activations), image);
        return image;
    }

    private Matrix heardAbove(int place, Matrix activations) {
        Matrix room = twins.get(place).belowScratch(0, activations.rows());
        return twins.get(place - 1).heardAbove(probe.presentation(0), activations, room);
    }

    private double[] losses(Layer top, Matrix output) {
        double[] values = output.toDoubles();
        double[] losses = new double[output.rows()];
        int width = top.forward().outputs();
        for (int i = 0; i < values.length; i++) {
            int row = i / width;
            double wanted = probe.examples().label(row) == i % width ? 1 : 0;
            losses[row] += loss.ofUnit(values[i], wanted);
        }
        return losses;
    }

    private double angle(Matrix a, Matrix b) {
        Kernels kernels = twins.get(0).kernels();
        double cosine = kernels.dot(a, b) / Math.sqrt(kernels.dot(a, a) * kernels.dot(b, b));
        return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, cosine))));
    }

    private double norm(Matrix matrix) {
        return Math.sqrt(twins.get(0).kernels().dot(matrix, matrix));
    }
}
