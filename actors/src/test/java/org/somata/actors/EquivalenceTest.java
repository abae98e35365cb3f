package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.somata.actors.Patience.inTime;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Backend;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.DirectFeedbackAlignment;
import org.somata.model.rules.FeedbackAlignment;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Transmission;

/** The network of actors and the plain loop agree in every bit, on any number of threads. */
class EquivalenceTest {
    private static final List<Integer[]> DEPTHS =
            List.of(new Integer[] {6}, new Integer[] {6, 4}, new Integer[] {6, 4, 8, 5, 7, 3, 6});
    private static final List<Rule> RULES = List.of(
            new DifferenceTargetPropagation(0.5),
            new TargetPropagation(0.5),
            new TargetPropagationThroughOptimization(0.5, 0.7),
            new Backpropagation(),
            new FeedbackAlignment(),
            new DirectFeedbackAlignment());

    static Stream<Arguments> rulesOrdersAndDepths() {
        return RULES.stream()
                .flatMap(rule -> DEPTHS.stream().flatMap(widths -> {
                    String name = rule.getClass().getSimpleName() + ", " + widths.length + " hidden";
                    Specimen simultaneous = Specimen.of(rule, widths);
                    // what the output tells directly has no bottom and no top
                    return rule instanceof DirectFeedbackAlignment
                            ? Stream.of(arguments(name, simultaneous))
                            : Stream.of(
                                    arguments(name, simultaneous),
                                    arguments(name + ", bottom-up", simultaneous.bottomUp()));
                }));
    }

    /** Every transmission up with every transmission down, on every link, with V at either end. */
    static Stream<Arguments> transmissions() {
        List<Transmission> all = List.of(
                Transmission.REAL,
                new Transmission.Sign(Levels.ZERO_ONE),
                new Transmission.Sign(Levels.PLUS_MINUS_ONE),
                new Transmission.Bits(Levels.PLUS_MINUS_ONE));
        return RULES.stream()
                .flatMap(rule -> all.stream()
                        .flatMap(forward -> all.stream().flatMap(feedback -> {
                            if (feedback instanceof Transmission.Bits && rule.credit() != MessageKind.TARGET) {
                                // gradients are no probabilities
                                return Stream.<Arguments>empty();
                            }
                            boolean learned = rule.feedback() == Rule.Feedback.LEARNED;
                            Stream<Boolean> ends = learned ? Stream.of(false, true) : Stream.of(false);
                            return ends.map(receiver -> {
                                LinkSpec link = new LinkSpec(forward, feedback, all.get(1), receiver);
                                LinkSpec top = new LinkSpec(forward, feedback, all.get(1), false);
                                Specimen specimen = Specimen.of(rule, 6, 4, 7)
                                        .link(1, new LinkSpec(forward, Transmission.REAL, Transmission.REAL, false))
                                        .link(2, link)
                                        .link(3, link)
                                        .link(4, top);
                                return arguments(
                                        rule.getClass().getSimpleName() + ", up " + forward + ", down " + feedback
                                                + (receiver ? ", V below" : ""),
                                        specimen);
                            });
                        })));
    }

    static Stream<Arguments> cables() {
        Transmission sign = new Transmission.Sign(Levels.ZERO_ONE);
        Transmission bits = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
        LinkSpec cable = new LinkSpec(sign, sign, sign, true);
        LinkSpec drawn = new LinkSpec(bits, Transmission.REAL, bits, false);
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7).link(2, cable);
        Specimen gradients = Specimen.backpropagation(6, 4, 7).link(2, drawn).link(3, drawn);
        return Stream.of(
                arguments("cable, bottom-up", difference.bottomUp()),
                arguments("cable, after the target", difference.feedbackAfterTarget(InverseLoss.OF_ACTIVATION)),
                arguments("cable, V every third", difference.feedbackEvery(3)),
                arguments(
                        "cable of two links",
                        difference.link(3, cable).averaged().noisyInputs()),
                arguments("cable, nd4j", difference.on(Backend.nd4j())),
                arguments("samples of evaluation", gradients.samples(1, 5)),
                arguments("samples of both", gradients.samples(4, 3)),
                arguments(
                        "no credit across bits",
                        Specimen.of(new Backpropagation(false), 6, 4, 7).link(2, drawn)),
                arguments(
                        "no first credit",
                        Specimen.of(new Backpropagation(false), 6, 4, 7).link(4, drawn)));
    }

    static Stream<Arguments> variants() {
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7);
        Specimen vanilla = Specimen.of(new TargetPropagation(0.5), 6, 4, 7);
        Specimen ofTarget = difference.feedbackAfterTarget(InverseLoss.OF_TARGET);
        return Stream.of(
                arguments("Eq. 17", ofTarget),
                arguments("Eq. 17, bottom-up", ofTarget.bottomUp()),
                arguments("Eq. 17, vanilla", vanilla.feedbackAfterTarget(InverseLoss.OF_TARGET)),
                arguments("Eq. 32 after the target", difference.feedbackAfterTarget(InverseLoss.OF_ACTIVATION)),
                arguments(
                        "Eq. 32 after the target, bottom-up",
                        difference
                                .feedbackAfterTarget(InverseLoss.OF_ACTIVATION)
                                .bottomUp()),
                arguments("V every third", difference.feedbackEvery(3)),
                arguments("averaged weights", difference.averaged()),
                arguments("noisy inputs", difference.noisyInputs()),
                arguments("auto-encoder", Specimen.autoencoder(new DifferenceTargetPropagation(0))),
                arguments(
                        "auto-encoder, averaged weights",
                        Specimen.autoencoder(new DifferenceTargetPropagation(0))
                                .averaged()
                                .noisyInputs()),
                arguments("auto-encoder, backpropagation", Specimen.autoencoder(new Backpropagation())),
                arguments(
                        "auto-encoder, nd4j",
                        Specimen.autoencoder(new DifferenceTargetPropagation(0)).on(Backend.nd4j())),
                arguments("nd4j", difference.averaged().noisyInputs().on(Backend.nd4j())),
                arguments("nd4j, bottom-up", ofTarget.bottomUp().on(Backend.nd4j())),
                arguments(
                        "nd4j, backpropagation", Specimen.backpropagation(6, 4).on(Backend.nd4j())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rulesOrdersAndDepths", "variants", "transmissions", "cables"})
    void onOneTwoAndFourThreadsTheActorsDoWhatTheLoopDoes(String name, Specimen specimen) {
        List<String> wanted = Curriculum.of(specimen.sequential());
        for (int threads : List.of(1, 2, 4)) {
            inTime(() -> {
                try (ActorNetwork network = specimen.actors(threads)) {
                    assertEquals(wanted, Curriculum.of(network), name + " on " + threads + " threads");
                }
            });
        }
    }

    @Test
    void theJournalSeesWhetherTheLayersHaveLearnedAndByWhichRule() {
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        List<String> fresh = Journal.of(specimen.sequential());
        List<String> wanted = Curriculum.of(specimen.sequential());
        assertNotEquals(fresh, wanted.subList(wanted.size() - fresh.size(), wanted.size()));
        assertNotEquals(wanted, Curriculum.of(specimen.feedbackEvery(3).sequential()));
        assertNotEquals(wanted, Curriculum.of(specimen.noisyInputs().sequential()));
        assertNotEquals(wanted, Curriculum.of(specimen.bottomUp().sequential()));
    }
}
