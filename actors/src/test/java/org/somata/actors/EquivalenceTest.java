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
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Backend;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;

/** The network of actors and the plain loop agree in every bit, on any number of threads. */
class EquivalenceTest {
    private static final List<Integer[]> DEPTHS =
            List.of(new Integer[] {6}, new Integer[] {6, 4}, new Integer[] {6, 4, 8, 5, 7, 3, 6});
    private static final List<Rule> RULES = List.of(
            new DifferenceTargetPropagation(0.5),
            new TargetPropagation(0.5),
            new TargetPropagationThroughOptimization(0.5, 0.7),
            new Backpropagation());

    static Stream<Arguments> rulesOrdersAndDepths() {
        return RULES.stream()
                .flatMap(rule -> DEPTHS.stream().flatMap(widths -> {
                    String name = rule.getClass().getSimpleName() + ", " + widths.length + " hidden";
                    Specimen simultaneous = Specimen.of(rule, widths);
                    return Stream.of(
                            arguments(name, simultaneous), arguments(name + ", bottom-up", simultaneous.bottomUp()));
                }));
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
                arguments("nd4j", difference.averaged().noisyInputs().on(Backend.nd4j())),
                arguments("nd4j, bottom-up", ofTarget.bottomUp().on(Backend.nd4j())),
                arguments(
                        "nd4j, backpropagation", Specimen.backpropagation(6, 4).on(Backend.nd4j())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"rulesOrdersAndDepths", "variants"})
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
