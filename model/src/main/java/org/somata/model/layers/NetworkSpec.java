package org.somata.model.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Chance.Purpose;
import org.somata.model.numerics.InitialWeights;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Parcels;
import org.somata.model.signals.Transmission;

/**
 * All that a network's layers are made from.
 *
 * <p>A network of one mapping is the auto-encoder of section 3.4: it has no output layer, and the one mapping g has the
 * transposed weights of f, a bias of its own, and rebuilds the input.
 *
 * @param seed of everything left to chance
 * @param forward f_1 … f_M, the last that of the output layer (whose nonlinearity is the loss's own)
 * @param feedback what brings credit down from layers 1 … M, present where the rule has it there: see
 *     {@link Rule.Feedback}; g_1 of an auto-encoder
 * @param links that of layer 1 to the input first, then those of layers 2 … M to the one below
 * @param averageDecay of the running average of W and b that evaluation uses; 0 to evaluate the weights themselves
 * @param recall how layers cope without a clock; empty in lockstep
 */
public record NetworkSpec(
        long seed,
        List<MappingSpec> forward,
        List<Optional<MappingSpec>> feedback,
        List<LinkSpec> links,
        OutputLoss loss,
        LearningSpec learning,
        Batches batches,
        double averageDecay,
        Optional<Recall> recall) {
    /** A network in lockstep. */
    public NetworkSpec(
            long seed,
            List<MappingSpec> forward,
            List<Optional<MappingSpec>> feedback,
            List<LinkSpec> links,
            OutputLoss loss,
            LearningSpec learning,
            Batches batches,
            double averageDecay) {
        this(seed, forward, feedback, links, loss, learning, batches, averageDecay, Optional.empty());
    }

    public NetworkSpec {
        forward = List.copyOf(forward);
        feedback = List.copyOf(feedback);
        links = List.copyOf(links);
        if (forward.isEmpty() || feedback.size() != forward.size() || links.size() != forward.size()) {
            throw new IllegalArgumentException("a network of " + forward.size() + " forward and " + feedback.size()
                    + " feedback places and " + links.size()
                    + " links; there must be at least one hidden layer, and as many of each");
        }
        if (forward.size() == 1
                && (feedback.get(0).isEmpty() || learning.rule().autoencoder().isEmpty())) {
            throw new IllegalArgumentException("an auto-encoder needs a mapping that rebuilds its input, and a rule"
                    + " for it: difference target propagation or backpropagation");
        }
        if (recall.isPresent() && (forward.size() == 1 || learning.bottomUp())) {
            throw new IllegalArgumentException(
                    "without a clock there is no order from bottom to top, and nothing for an"
                            + " auto-encoder, which is a single layer, to wait for; they are for lockstep");
        }
        if (forward.size() == 1
                && (forward.get(0).copes()
                        || feedback.get(0).orElseThrow().copes()
                        || learning.feedbackUpdates() > 1)) {
            throw new IllegalArgumentException(
                    "an auto-encoder learns f and g at once, from its input alone, and none of"
                            + " it is ever stale; give no coping with staleness, and 1 feedback update");
        }
        new LinkCheck(forward, links, loss, learning, batches).pass();
    }

    /** Whether it is an auto-encoder, which rebuilds its input and classifies nothing. */
    public boolean isAutoencoder() {
        return depth() == 1;
    }

    /** M, the number of layers, the output layer included. */
    public int depth() {
        return forward.size();
    }

    /** The same network taught otherwise by its own rule, or by one without feedback, whose credit is then real. */
    public NetworkSpec with(LearningSpec other) {
        if (other.rule() == learning.rule() || isAutoencoder()) {
            return new NetworkSpec(seed, forward, feedback, links, loss, other, batches, averageDecay, recall);
        }
        List<LinkSpec> real = links.stream()
                .map(link -> new LinkSpec(link.forward(), Transmission.REAL, link.evaluation(), false))
                .toList();
        List<Optional<MappingSpec>> none =
                feedback.stream().map(g -> Optional.<MappingSpec>empty()).toList();
        return new NetworkSpec(seed, forward, none, real, loss, other, batches, averageDecay);
    }

    /** The same network in lockstep, with room for other numbers of examples, and no averages. */
    public NetworkSpec with(Batches other) {
        return new NetworkSpec(seed, forward, feedback, links, loss, learning, other, 0);
    }

    /** The same network without a clock. */
    public NetworkSpec with(Recall other) {
        return new NetworkSpec(
                seed, forward, feedback, links, loss, learning, batches, averageDecay, Optional.of(other));
    }

    /** The same network with weights of 0, to be copied from another: those of wide layers take long to draw. */
    public NetworkSpec undrawn() {
        return new NetworkSpec(
                seed,
                forward.stream().map(MappingSpec::undrawn).toList(),
                feedback.stream().map(g -> g.map(MappingSpec::undrawn)).toList(),
                links,
                loss,
                learning,
                batches,
                averageDecay,
                recall);
    }

    /** Layers 1 … M with their initial weights, on matrices of the given kernels. */
    public List<Layer> build(Kernels kernels) {
        if (isAutoencoder()) {
            return List.of(autoencoder(kernels));
        }
        Parcels parcels = recall.isPresent() ? new Parcels(kernels) : null;
        List<Layer> layers = new ArrayList<>();
        for (int place = 1; place < depth(); place++) {
            HiddenLayer.Parts parts = new HiddenLayer.Parts(
                    feedbackMapping(kernels, place, false),
                    feedbackMapping(kernels, place + 1, true),
                    fixedWeights(kernels, place));
            layers.add(new HiddenLayer(wiring(place, parcels), learning, forwardMapping(kernels, place), parts));
        }
        layers.add(new OutputLayer(
                wiring(depth(), parcels),
                learning,
                loss,
                forwardMapping(kernels, depth()),
                fixedWeights(kernels, depth())));
        return List.copyOf(layers);
    }

    private Wiring wiring(int place, Parcels parcels) {
        return new Wiring(place, links, forward.get(depth() - 1).outputs(), batches, seed, recall, parcels);
    }

    private Layer autoencoder(Kernels kernels) {
        Mapping encoder = forwardMapping(kernels, 1);
        TiedMapping decoder = new TiedMapping(kernels, feedback.get(0).orElseThrow(), encoder, averageDecay);
        return new AutoencoderLayer(wiring(1, null), learning, encoder, decoder);
    }

    private Mapping forwardMapping(Kernels kernels, int place) {
        long key = Chance.key(seed, Purpose.FORWARD_WEIGHTS, place, 0);
        return new Mapping(kernels, forward.get(place - 1), "W", "b", averageDecay, key);
    }

    /** g of the layer at {@code place}, if it has one and it lives where asked. */
    private Optional<Mapping> feedbackMapping(Kernels kernels, int place, boolean atReceiver) {
        if (learning.rule().feedback() != Rule.Feedback.LEARNED
                || links.get(place - 1).feedbackAtReceiver() != atReceiver) {
            return Optional.empty();
        }
        return feedback.get(place - 1).map(spec -> new Mapping(kernels, spec, "V", "c", 0, feedbackKey(place)));
    }

    private Optional<FixedWeights> fixedWeights(Kernels kernels, int place) {
        String name = learning.rule().feedback() == Rule.Feedback.DIRECT ? "D" : "V";
        if (learning.rule().feedback() == Rule.Feedback.LEARNED) {
            return Optional.empty();
        }
        return feedback.get(place - 1).map(spec -> {
            Matrix weights = kernels.matrix(spec.outputs(), spec.inputs());
            InitialWeights.draw(spec.initialisation(), feedbackKey(place), weights);
            return new FixedWeights(name, weights);
        });
    }

    private long feedbackKey(int place) {
        return Chance.key(seed, Purpose.FEEDBACK_WEIGHTS, place, 0);
    }
}
