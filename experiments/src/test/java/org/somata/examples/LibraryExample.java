package org.somata.examples;

import java.util.concurrent.atomic.LongAdder;
import org.somata.experiments.data.Dataset;
import org.somata.experiments.data.Datasets;
import org.somata.experiments.library.LearningNetwork;
import org.somata.experiments.library.Optimisers;
import org.somata.model.rules.DifferenceTargetPropagation;

/** Trains a small network by difference target propagation, and counts what crosses its links. */
public final class LibraryExample {
    private LibraryExample() {}

    public static void main(String[] args) {
        Dataset digits = Datasets.load("mnist-slice");
        LongAdder bits = new LongAdder();
        try (LearningNetwork network = LearningNetwork.of(digits.features(), digits.classes())
                .hidden(100, 3)
                .rule(new DifferenceTargetPropagation(1))
                .forward(Optimisers.centredRmsprop(), 0.02)
                .feedback(Optimisers.centredRmsprop(), 0.005)
                .noise(0.3)
                .listen((to, message, time) -> bits.add(message.signal().bits()))
                .build()) {
            network.train(
                    digits.train(),
                    10,
                    epoch -> System.out.printf("epoch %d: %.3f nats an example%n", epoch.number(), epoch.cost()));
            System.out.printf("%d million bits were sent%n", bits.sum() / 1_000_000);
            System.out.printf(
                    "test error: %.1f %%%n", network.evaluate(digits.test()).error());
        }
    }
}
