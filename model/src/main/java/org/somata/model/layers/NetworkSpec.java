package org.somata.model.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.Kernels;

/**
 * All that a network's layers are made from.
 *
 * @param seed of everything left to chance
 * @param forward f_1 … f_M, the last that of the output layer (whose nonlinearity is the loss's own)
 * @param feedback g_1 … g_{M−1}, present where a layer has one: from the second on, for rules that use it
 * @param averageDecay of the running average of W and b that evaluation uses; 0 to evaluate the weights themselves
 */
public record NetworkSpec(
        long seed,
        List<MappingSpec> forward,
        List<Optional<MappingSpec>> feedback,
        OutputLoss loss,
        LearningSpec learning,
        Batches batches,
        double averageDecay) {
    public NetworkSpec {
        forward = List.copyOf(forward);
        feedback = List.copyOf(feedback);
        if (forward.size() < 2 || feedback.size() != forward.size() - 1) {
            throw new IllegalArgumentException("a network of " + forward.size() + " forward and " + feedback.size()
                    + " feedback places; there must be at least one hidden layer, and a place for each");
        }
    }

    /** M, the number of layers, the output layer included. */
    public int depth() {
        return forward.size();
    }

    /** The same network taught by another rule, which may have no use for the feedback mappings. */
    public NetworkSpec with(LearningSpec other) {
        List<Optional<MappingSpec>> kept = other.rule().learnsFeedback()
                ? feedback
                : feedback.stream().map(g -> Optional.<MappingSpec>empty()).toList();
        return new NetworkSpec(seed, forward, kept, loss, other, batches, averageDecay);
    }

    /** The same network with room for other numbers of examples, and no averages. */
    public NetworkSpec with(Batches other) {
        return new NetworkSpec(seed, forward, feedback, loss, learning, other, 0);
    }

    /** The same network with weights of 0, to be copied from another: those of wide layers take long to draw. */
    public NetworkSpec undrawn() {
        return new NetworkSpec(
                seed,
                forward.stream().map(MappingSpec::undrawn).toList(),
                feedback.stream().map(g -> g.map(MappingSpec::undrawn)).toList(),
                loss,
                learning,
                batches,
                averageDecay);
    }

    /** Layers 1 … M with their initial weights, on matrices of the given kernels. */
    public List<Layer> build(Kernels kernels) {
        List<Layer> layers = new ArrayList<>();
        for (int place = 1; place < depth(); place++) {
            layers.add(new HiddenLayer(
                    place,
                    kernels,
                    learning,
                    forwardMapping(kernels, place),
                    feedbackMapping(kernels, place),
                    batches,
                    seed));
        }
        layers.add(new OutputLayer(depth(), kernels, learning, loss, forwardMapping(kernels, depth()), batches));
        return List.copyOf(layers);
    }

    private Mapping forwardMapping(Kernels kernels, int place) {
        long key = Chance.key(seed, Purpose.FORWARD_WEIGHTS, place, 0);
        return new Mapping(kernels, forward.get(place - 1), "W", "b", averageDecay, key);
    }

    private Optional<Mapping> feedbackMapping(Kernels kernels, int place) {
        long key = Chance.key(seed, Purpose.FEEDBACK_WEIGHTS, place, 0);
        return feedback.get(place - 1).map(spec -> new Mapping(kernels, spec, "V", "c", 0, key));
    }
}
