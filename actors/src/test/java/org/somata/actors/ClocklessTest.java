package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.somata.actors.Patience.inTime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.Layer;
import org.somata.model.layers.LinkSpec;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Recall;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Decaying;
import org.somata.model.network.AsynchronousLoop;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Fate;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.network.VirtualTime;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.DirectFeedbackAlignment;
import org.somata.model.rules.FeedbackAlignment;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Transmission;
import org.somata.model.timing.Delivery;
import org.somata.model.timing.Distribution;

/** Without a global clock: in virtual time actors agree with the loop in every bit; by the wall's clock they come to an end. */
class ClocklessTest {
    private static final int PASSES = 4;
    private static final Delivery ODD =
            new Delivery(new Distribution.Exponential(2_000), new Distribution.Uniform(0, 5_000), 0.1, 0.1);
    private static final Delivery BAD =
            new Delivery(new Distribution.LogNormal(1_000, 1.5), new Distribution.Constant(0), 0.2, 0.3);

    private static Asynchrony how(int depth, int alive, Delivery up, Delivery down, Delivery labels) {
        return new Asynchrony(
                Asynchrony.Clock.VIRTUAL,
                alive,
                0,
                OptionalLong.empty(),
                new Distribution.Uniform(500, 1_500),
                Map.of(2, 3.0),
                Collections.nCopies(depth, up),
                Collections.nCopies(depth, down),
                labels);
    }

    static Stream<Arguments> networks() {
        Transmission sign = new Transmission.Sign(Levels.PLUS_MINUS_ONE);
        Transmission bits = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
        List<Rule> rules = List.of(
                new DifferenceTargetPropagation(0.5),
                new TargetPropagation(0.5),
                new Backpropagation(),
                new FeedbackAlignment(),
                new DirectFeedbackAlignment());
        Stream<Arguments> plain =
                rules.stream().map(rule -> arguments(rule.getClass().getSimpleName(), Specimen.of(rule, 6, 4, 7)));
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7, 5);
        return Stream.concat(
                plain,
                Stream.of(
                        arguments(
                                "every kind of link",
                                difference
                                        .link(1, new LinkSpec(bits, Transmission.REAL, Transmission.REAL, false))
                                        .link(2, new LinkSpec(sign, bits, sign, false))
                                        .link(3, new LinkSpec(sign, sign, sign, true))
                                        .link(4, new LinkSpec(bits, Transmission.REAL, bits, false))
                                        .averaged()
                                        .noisyInputs()),
                        arguments(
                                "cable of numbers",
                                difference.link(
                                        2,
                                        new LinkSpec(Transmission.REAL, Transmission.REAL, Transmission.REAL, true))),
                        arguments(
                                "V after the target",
                                difference.feedbackAfterTarget(org.somata.model.layers.InverseLoss.OF_TARGET))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void inVirtualTimeActorsDoWhatTheLoopDoes(String name, Specimen specimen) {
        for (Recall recall : List.of(new Recall(8, Recall.Pairing.THEN, 1), new Recall(1, Recall.Pairing.NOW, 0.6))) {
            NetworkSpec spec = specimen.spec().with(recall);
            Asynchrony how = how(spec.depth(), 5, ODD, BAD, ODD);
            List<String> wanted = learned(loop(specimen, spec, how));
            for (int threads : List.of(1, 2, 4)) {
                inTime(() -> assertEquals(wanted, learned(actors(specimen, spec, how, threads)), "threads " + threads));
            }
            assertNotEquals(
                    wanted, learned(loop(specimen, spec, how(spec.depth(), 2, ODD, ODD, ODD))), "another schedule");
        }
    }

    /** Nothing takes time, nothing is lost, and one presentation is alive: that is lockstep. */
    @Test
    void oneAliveInNoTimeIsLockstep() {
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        NetworkSpec spec = specimen.spec().with(new Recall(1, Recall.Pairing.THEN, 1));
        Asynchrony how = new Asynchrony(
                Asynchrony.Clock.VIRTUAL,
                1,
                0,
                OptionalLong.empty(),
                Distribution.NONE,
                Map.of(),
                Collections.nCopies(4, Delivery.PERFECT),
                Collections.nCopies(4, Delivery.PERFECT),
                Delivery.PERFECT);
        assertEquals(numbers(specimen.sequential()), numbers(loop(specimen, spec, how)));
    }

    @Test
    void byTheWallsClockEveryPresentationIsOverInTheEnd() {
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        NetworkSpec spec = specimen.spec().with(new Recall(8, Recall.Pairing.THEN, 1));
        Delivery lossy = new Delivery(Distribution.NONE, Distribution.NONE, 0.1, 0.1);
        Asynchrony how = how(spec.depth(), 4, lossy, lossy, lossy);
        inTime(() -> {
            Tempo tempo = new Tempo.Free(4, OptionalLong.empty(), new Fate(how, Specimen.SEED));
            List<Layer> layers = spec.build(specimen.kernels());
            Network network = new ActorNetwork(
                    layers,
                    specimen.schedule(),
                    spec.batches(),
                    Decaying.ZERO,
                    Specimen.SEED,
                    2,
                    MessageListener.NONE,
                    tempo);
            learned(network);
            assertTrue(layers.get(0).tally().count(Tally.UPDATE_NORM) > 0);
        });
    }

    @Test
    void whereEverythingIsLostTheRunEndsAndNothingIsLearned() {
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        NetworkSpec spec = specimen.spec().with(new Recall(8, Recall.Pairing.THEN, 1));
        Delivery none = new Delivery(Distribution.NONE, Distribution.NONE, 1, 0);
        Asynchrony how = how(spec.depth(), 3, Delivery.PERFECT, none, Delivery.PERFECT);
        inTime(() -> {
            List<Layer> layers = new ArrayList<>();
            try (Network network = actors(specimen, spec, how, 2)) {
                for (int pass = 0; pass < PASSES; pass++) {
                    network.learn(pass(pass), 0, Network.Watcher.NONE);
                }
                network.visit(layers::add);
            }
            assertEquals(0, layers.get(0).versions().forward());
            assertEquals(PASSES * Specimen.PRESENTATIONS, layers.get(3).tally().count(Tally.LOST));
            // but for the pass that trains V alone
            assertEquals(
                    (PASSES - 1) * Specimen.PRESENTATIONS,
                    layers.get(3).versions().forward());
        });
    }

    private static Network loop(Specimen specimen, NetworkSpec spec, Asynchrony how) {
        return new AsynchronousLoop(
                spec.build(specimen.kernels()),
                specimen.schedule(),
                new VirtualTime(spec, how),
                new Fate(how, Specimen.SEED),
                spec.batches(),
                Decaying.constant(specimen.inputNoise()),
                Specimen.SEED);
    }

    private static Network actors(Specimen specimen, NetworkSpec spec, Asynchrony how, int threads) {
        return new ActorNetwork(
                spec.build(specimen.kernels()),
                specimen.schedule(),
                spec.batches(),
                Decaying.constant(specimen.inputNoise()),
                Specimen.SEED,
                threads,
                MessageListener.NONE,
                new Tempo.Planned(new VirtualTime(spec, how), new Fate(how, Specimen.SEED)));
    }

    private static Pass pass(int number) {
        Pass like = Specimen.pass(Purpose.LEARN, number);
        return new Pass(
                number == 1 ? Purpose.LEARN_FEEDBACK : Purpose.LEARN,
                like.examples(),
                like.order(),
                like.batch(),
                (long) number * Specimen.PRESENTATIONS,
                PASSES * Specimen.PRESENTATIONS,
                number);
    }

    /** What there is to see of the layers after each pass, evaluation between them. */
    private static List<String> learned(Network network) {
        List<String> seen = new ArrayList<>();
        try (network) {
            for (int pass = 0; pass < PASSES; pass++) {
                assertEquals(Specimen.PRESENTATIONS, network.learn(pass(pass), 0, Network.Watcher.NONE));
                seen.add(network.evaluate(Specimen.EXAMPLES).toString());
                network.visit(layer -> seen.addAll(Journal.of(layer)));
            }
        }
        return seen;
    }

    /** Weights and evaluations; lockstep counts no ages. */
    private static List<String> numbers(Network network) {
        List<String> seen = new ArrayList<>();
        try (network) {
            for (int pass = 0; pass < PASSES; pass++) {
                network.learn(pass(pass), 0, Network.Watcher.NONE);
                seen.add(network.evaluate(Specimen.EXAMPLES).toString());
                network.visit(layer ->
                        layer.arrays().forEach((name, array) -> seen.add(name + Arrays.toString(array.toFloats()))));
            }
        }
        return seen;
    }
}
