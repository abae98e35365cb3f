package org.somata.experiments.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.experiments.data.LabelledArrays;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.LinkSpec;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Transmission;

/** What cannot be is refused with what to do instead. */
class LibraryErrorsTest {
    private static final Optimiser SGD = Optimisers.sgd();
    private static final float[][] ROW = {{1, 2}};

    static Stream<Arguments> incomplete() {
        return Stream.of(
                Arguments.of(builder(), "no hidden layer; give hidden(units)"),
                Arguments.of(builder().hidden(4), "no learning rule; give rule(…)"),
                Arguments.of(
                        builder().hidden(4).rule(new Backpropagation()),
                        "nothing for W to learn by; give forward(optimiser, rate)"),
                Arguments.of(
                        builder()
                                .hidden(4, 2)
                                .rule(new DifferenceTargetPropagation(1))
                                .forward(SGD, 1),
                        "nothing for V, which DifferenceTargetPropagation trains, to learn by; give"
                                + " feedback(optimiser, rate)"),
                Arguments.of(
                        backpropagation().forwardRateFactor(4, 1),
                        "a forward rate factor for layer 4, which has no such mapping; give a layer from 1 to 3"),
                Arguments.of(
                        backpropagation().loop().listen((to, message, time) -> {}),
                        "the loop sends no messages to listen to; leave out loop() or listen(…)"));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatIsMissingOrContradictsIsNamed(NetworkBuilder builder, String message) {
        assertEquals(
                message,
                assertThrows(IllegalStateException.class, builder::build).getMessage());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(() -> LearningNetwork.of(0, 3), "0 inputs and 3 classes; give at least 1 of each"),
                wrong(() -> builder().hidden(0), "1 hidden layers of 0 units; give at least 1 of each"),
                wrong(() -> builder().batch(0), "minibatches of 0 examples; give 1 or more"),
                wrong(() -> builder().threads(0), "0 threads; give 1 or more"),
                wrong(() -> builder().forward(SGD, 0), "a forward rate of 0.0; give one above 0"),
                wrong(() -> builder().noise(-1), "noise of -1.0; give 0 or more"),
                wrong(() -> builder().noise(Double.NaN), "noise of NaN; give 0 or more"),
                wrong(
                        () -> arrays(new float[][] {}),
                        "inputs: no numbers; give at least one row of at least one number"),
                wrong(
                        () -> arrays(new float[][] {{1, 2}, {3}}, 0, 1),
                        "inputs[1] has 1 numbers, but inputs[0] has 2; all need as many"),
                wrong(
                        () -> arrays(new float[][] {{1, 2}, {3, Float.NaN}}, 0, 1),
                        "inputs[1][1] is NaN; only finite numbers can be learned from"),
                wrong(() -> arrays(new float[][] {{1, 2}}, 3), "labels[0] is 3, but labels of 3 classes are 0 to 2"),
                wrong(() -> arrays(new float[][] {{1, 2}}, 1, 1), "2 labels for 1 inputs"));
    }

    private static Arguments wrong(Executable deed, String message) {
        return Arguments.of(message, deed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatCannotBeIsRefused(String message, Executable deed) {
        assertRefused(message, deed);
    }

    @Test
    void examplesThatDoNotFitAreRefused() {
        Examples wide = arrays(new float[][] {{1, 2, 3}}, 1);
        Examples none = Split.of(Digits.ALL, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty())
                .valid();
        try (LearningNetwork network = backpropagation().build()) {
            assertRefused(
                    "examples of 3 numbers and 3 classes for a network of 2 inputs and 3 classes; build it with"
                            + " LearningNetwork.of(3, 3)",
                    () -> network.train(wide, 1));
            assertRefused("no examples; give at least one", () -> network.evaluate(none));
            assertRefused("training for -1 epochs; give 0 or more", () -> network.train(arrays(ROW, 1), -1));
            network.train(arrays(ROW, 1), 1);
        }
    }

    @Test
    void arraysThatAreNotThereAreRefused() {
        try (LearningNetwork network = backpropagation().build()) {
            assertRefused("no layer 4; they are 1 to 3", () -> network.array(4, "W"));
            assertRefused(
                    "layer 2 has no array 'V'; it has [W, W.momentum, b, b.momentum]", () -> network.array(2, "V"));
        }
    }

    private static final Transmission SIGN = new Transmission.Sign(Levels.ZERO_ONE);
    private static final Transmission BITS = new Transmission.Bits(Levels.PLUS_MINUS_ONE);

    private static LinkSpec link(Transmission up, Transmission down, boolean atReceiver) {
        return new LinkSpec(up, down, up, atReceiver);
    }

    /** What the configuration refuses, and would hang or learn something else. */
    static Stream<Arguments> impossibleLinks() {
        NetworkBuilder ofTarget = difference().inverseLoss(InverseLoss.OF_TARGET);
        return Stream.of(
                Arguments.of("link 1 has a feedback mapping", difference().link(1, link(SIGN, SIGN, true))),
                Arguments.of("link 3 has a feedback mapping", difference().link(3, link(SIGN, SIGN, true))),
                Arguments.of("link 2 has a feedback mapping", backpropagation().link(2, link(SIGN, SIGN, true))),
                Arguments.of("link 2 cannot have the inverse loss", ofTarget.link(2, link(SIGN, SIGN, false))),
                Arguments.of("link 2 cannot carry gradients", backpropagation().link(2, link(BITS, BITS, false))),
                Arguments.of(
                        "link 2 cannot draw bits of levels ZERO_ONE of the TANH units of layer 1",
                        difference().link(2, link(new Transmission.Bits(Levels.ZERO_ONE), SIGN, false))),
                Arguments.of("link 2 lacks a transmission", difference().link(2, link(null, SIGN, false))),
                Arguments.of(
                        "link 2 lets no credit through",
                        builder()
                                .hidden(4, 2)
                                .rule(new Backpropagation(false))
                                .forward(SGD, 0.1)
                                .bottomUp()
                                .link(2, link(SIGN, SIGN, false))),
                Arguments.of("several samples of evaluation", difference().samples(1, 5)),
                Arguments.of(
                        "several samples of learning, but", backpropagation().samples(5, 1)),
                Arguments.of(
                        "several samples of learning need a rule",
                        difference()
                                .link(2, link(BITS, Transmission.REAL, false))
                                .samples(5, 1)),
                Arguments.of(
                        "several samples of learning need softmax",
                        backpropagation()
                                .output(OutputLoss.MEAN_SQUARED_ERROR)
                                .link(2, link(BITS, Transmission.REAL, false))
                                .samples(5, 1)),
                Arguments.of("a link to layer 4; the layers of", difference().link(4, link(BITS, BITS, false))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("impossibleLinks")
    void linksThatCannotBeAreRefused(String message, NetworkBuilder network) {
        String told = assertThrows(IllegalStateException.class, network::build).getMessage();
        assertTrue(told.startsWith(message), told);
    }

    private static NetworkBuilder difference() {
        return builder()
                .hidden(4, 2)
                .rule(new DifferenceTargetPropagation(1))
                .forward(SGD, 0.1)
                .feedback(SGD, 0.1);
    }

    private static void assertRefused(String message, Executable deed) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, deed).getMessage());
    }

    private static Examples arrays(float[][] inputs, int... labels) {
        return LabelledArrays.of(inputs, labels, 3);
    }

    private static NetworkBuilder builder() {
        return LearningNetwork.of(2, 3);
    }

    private static NetworkBuilder backpropagation() {
        return builder().hidden(4, 2).rule(new Backpropagation()).forward(SGD, 0.1);
    }
}
