package org.somata.experiments.propositions;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.library.NetworkBuilder;
import org.somata.experiments.library.Optimisers;
import org.somata.model.Examples;
import org.somata.model.layers.HiddenLayer;
import org.somata.model.layers.Layer;
import org.somata.model.network.Diagnostics;
import org.somata.model.numerics.Backend;

/** A network in double precision, driven by the plain loop, with every layer in reach. */
final class Specimen implements AutoCloseable {
    private final LearningNetwork network;
    private final List<Layer> layers = new ArrayList<>();

    Specimen(NetworkBuilder description) {
        network = description.kernels(Backend.doublePrecision()).loop().build();
        network.visit(layers::add);
    }

    /** One that computes all updates and makes none: plain gradient descent at rates of 0. */
    static Specimen still(NetworkBuilder description, int depth) {
        description.forward(Optimisers.sgd(), 1).feedback(Optimisers.sgd(), 1);
        for (int place = 1; place <= depth; place++) {
            description.forwardRateFactor(place, 0);
        }
        return new Specimen(fixedFeedback(description, depth));
    }

    /** V keeps the values it has. */
    static NetworkBuilder fixedFeedback(NetworkBuilder description, int depth) {
        for (int place = 2; place < depth; place++) {
            description.feedbackRateFactor(place, 0);
        }
        return description;
    }

    /** Presents examples once, in minibatches. */
    void present(Examples examples) {
        network.train(examples, 1);
    }

    List<Diagnostics.OfLayer> examine(Examples probe) {
        return network.examine(probe);
    }

    /** M. */
    int depth() {
        return layers.size();
    }

    /** Layers are numbered from 1. */
    Layer layer(int place) {
        return layers.get(place - 1);
    }

    /** W_i. */
    RealMatrix weights(int place) {
        return Dense.of(layer(place).forward().weights());
    }

    void weights(int place, RealMatrix w) {
        Dense.write(w, layer(place).forward().weights());
    }

    /** Has the weights and biases that another has now. */
    void copyForward(Specimen other) {
        for (int place = 1; place <= depth(); place++) {
            layer(place)
                    .forward()
                    .weights()
                    .copyFrom(other.layer(place).forward().weights());
            layer(place).forward().bias().copyFrom(other.layer(place).forward().bias());
        }
    }

    /** The matrix V_i of feedback alignment, which never learns. */
    void fixedFeedback(int place, RealMatrix v) {
        Dense.write(v, layer(place).arrays().get("V"));
    }

    /** V_i. */
    RealMatrix feedback(int place) {
        return Dense.of(((HiddenLayer) layer(place)).feedback().weights());
    }

    void feedback(int place, RealMatrix v) {
        Dense.write(v, ((HiddenLayer) layer(place)).feedback().weights());
    }

    /** The latest gradient of W_i, which plain gradient descent follows: the update but for the rate. */
    RealMatrix gradient(int place) {
        return Dense.of(layer(place).forward().weightGradient());
    }

    @Override
    public void close() {
        network.close();
    }
}
