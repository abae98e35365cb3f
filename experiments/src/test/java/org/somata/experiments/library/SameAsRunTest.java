package org.somata.experiments.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.config.ConfigReader;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Watch;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.LinkSpec;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Initialisation;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.OutputLoss;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Transmission;

/** A program and an experiment file that say the same have the same weights after two epochs, bit by bit. */
class SameAsRunTest {
    private static final String DATA = """
            name: same
            data: {set: mnist-slice, train: 260, valid: 60, test: 60}
            """;

    @TempDir
    private Path folder;

    static Stream<Arguments> pairs() {
        return Stream.of(
                Arguments.of(
                        "the small experiment",
                        Digits.small(new DifferenceTargetPropagation(0.3)),
                        Small.YAML.replace("epochs: 3", "epochs: 2")),
                Arguments.of(
                        "all that can be left out",
                        LearningNetwork.of(Digits.ALL.features(), Digits.ALL.classes())
                                .hidden(9)
                                .hidden(7)
                                .rule(new DifferenceTargetPropagation(0.3))
                                .forward(Optimisers.centredRmsprop(), 0.01)
                                .feedback(Optimisers.adam(), 0.01),
                        DATA + """
                        network: {layers: [{units: 9}, {units: 7}]}
                        training: {epochs: 2, batch: 100}
                        learning:
                          rule: difference-target-propagation
                          target-step: 0.3
                          forward: {optimiser: centred-rmsprop, rate: 0.01}
                          feedback: {optimiser: adam, rate: 0.01}
                        """),
                Arguments.of("all that can be said", everything(), DATA + """
                        seed: 5
                        network:
                          layers: [{units: 9, count: 2}, {units: 7, nonlinearity: sigmoid, feedback-nonlinearity: linear}]
                          nonlinearity: relu
                          output: binomial-cross-entropy
                          forward-weights: {kind: gaussian, deviation: 0.1}
                          feedback-weights: {kind: uniform, gain: 0.5}
                        training: {epochs: 2, batch: 40}
                        learning:
                          rule: target-propagation
                          target-step: 0.2
                          inverse-loss: target
                          feedback-every: 2
                          noise: {value: 0.2, decay: {kind: linear, from: 0.5}}
                          input-noise: 0.1
                          forward: {optimiser: rmsprop, rate: {value: 0.001, decay: {kind: inverse, period: 1}}, rate-factors: {2: 0.5}}
                          feedback: {optimiser: {kind: sgd, momentum: 0.5}, rate: 0.01, rate-factors: {3: 2}}
                        schedule: {order: bottom-up}
                        numerics: {kernels: nd4j}
                        evaluation: {weights: averaged, average-decay: 0.9}
                        """),
                Arguments.of("a cable", cable(), Small.YAML.replace("epochs: 3", "epochs: 2") + """
                        links: {each: {2: {forward: {kind: sign, levels: plus-minus-one}, feedback: {kind: sign, levels: plus-minus-one}, feedback-at: receiver}}}
                        """),
                Arguments.of("drawn bits", drawn(), DATA + """
                        network: {layers: [{units: 9, nonlinearity: sigmoid}, {units: 7}]}
                        training: {epochs: 2, batch: 40}
                        learning:
                          rule: backpropagation
                          samples: 3
                          forward: {optimiser: centred-rmsprop, rate: 0.01}
                        links: {forward: bits}
                        evaluation: {samples: 2}
                        """),
                Arguments.of(
                        "feedback that the rule does not use",
                        Digits.small(new Backpropagation())
                                .feedbackAfterTarget()
                                .unshuffled(),
                        Small.YAML
                                .replace("epochs: 3", "epochs: 2")
                                .replace("test: 60}", "test: 60, shuffle: false}")
                                .replace("rule: difference-target-propagation", "rule: backpropagation")));
    }

    private static NetworkBuilder cable() {
        Transmission sign = new Transmission.Sign(Levels.PLUS_MINUS_ONE);
        return Digits.small(new DifferenceTargetPropagation(0.3)).link(2, new LinkSpec(sign, sign, sign, true));
    }

    private static NetworkBuilder drawn() {
        Transmission ofSigmoid = new Transmission.Bits(Levels.ZERO_ONE);
        Transmission ofTanh = new Transmission.Bits(Levels.PLUS_MINUS_ONE);
        return LearningNetwork.of(Digits.ALL.features(), Digits.ALL.classes())
                .hidden(9, 1, Nonlinearity.SIGMOID, Nonlinearity.TANH)
                .hidden(7)
                .rule(new Backpropagation())
                .forward(Optimisers.centredRmsprop(), 0.01)
                .link(2, new LinkSpec(ofSigmoid, Transmission.REAL, ofSigmoid, false))
                .link(3, new LinkSpec(ofTanh, Transmission.REAL, ofTanh, false))
                .samples(3, 2)
                .batch(40);
    }

    private static NetworkBuilder everything() {
        return LearningNetwork.of(Digits.ALL.features(), Digits.ALL.classes())
                .hidden(9, 2, Nonlinearity.RELU, Nonlinearity.TANH)
                .hidden(7, 1, Nonlinearity.SIGMOID, Nonlinearity.LINEAR)
                .output(OutputLoss.BINOMIAL_CROSS_ENTROPY)
                .weights(new Initialisation.Gaussian(0.1), new Initialisation.Uniform(0.5))
                .rule(new TargetPropagation(0.2))
                .inverseLoss(InverseLoss.OF_TARGET)
                .feedbackEvery(2)
                .noise(new Decaying(0.2, new Decay.Linear(0.5)))
                .inputNoise(0.1)
                .forward(Optimisers.rmsprop(), new Decaying(0.001, new Decay.Inverse(1)))
                .forwardRateFactor(2, 0.5)
                .feedback(new Optimiser.Sgd(0.5), 0.01)
                .feedbackRateFactor(3, 2)
                .bottomUp()
                .kernels(Backend.nd4j())
                .averaged(0.9)
                .seed(5)
                .batch(40);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void theWeightsAreThoseOfARun(String name, NetworkBuilder builder, String yaml) {
        Path run = folder.resolve("run");
        Runs.Outcome outcome = new Runs(Engine.actors(2), List.of(), Watch.NONE)
                .begin(ConfigReader.parse(yaml, "same.yaml", List.of()), run, Optional.empty());
        assertTrue(outcome.completed(), outcome::reason);
        RecordedRun recorded = RecordedRun.read(run);
        Map<String, List<Integer>> wanted = new TreeMap<>();
        Map<String, List<Integer>> trained = Digits.trained(builder);
        for (String array : trained.keySet()) {
            String[] parts = array.split(" ");
            recorded.newest(Integer.parseInt(parts[0]), parts[1])
                    .ifPresent(found -> wanted.put(array, Digits.bits(found.values())));
        }
        assertEquals(wanted, trained);
    }

    @ParameterizedTest
    @CsvSource({"centred-rmsprop", "rmsprop", "sgd", "adam"})
    void theOptimisersAreThoseOfAFile(String kind) {
        ExperimentConfig config = Small.config(List.of("learning.forward.optimiser=" + kind));
        Optimiser ours = switch (kind) {
            case "centred-rmsprop" -> Optimisers.centredRmsprop();
            case "rmsprop" -> Optimisers.rmsprop();
            case "sgd" -> Optimisers.sgd();
            default -> Optimisers.adam();
        };
        Assembly assembly = Assembly.of(config, 5, 3);
        assertEquals(assembly.spec().forward().get(0).optimiser(), ours);
    }
}
