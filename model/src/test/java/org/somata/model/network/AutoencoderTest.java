package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Rule;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Optimiser;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Nonlinearity;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagation;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** An auto-encoder as a network of one layer. */
class AutoencoderTest {
    private static final Table TRAINING = Table.corners(1, 310);
    private static final Table TEST = Table.corners(2, 205);

    static Stream<Rule> rules() {
        return Stream.of(new DifferenceTargetPropagation(0), new Backpropagation());
    }

    private static Networks networks(Rule rule) {
        return Networks.of(4, 12)
                .rule(rule)
                .nonlinearities(Nonlinearity.SIGMOID, Nonlinearity.LINEAR)
                .optimiser(new Optimiser.Adam(0.9, 0.999, 1e-8))
                .rates(0.01, 0.01)
                .noise(0.1);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void learnsToRebuildExamplesNeverSeen(Rule rule) {
        Taught network = networks(rule).fused();
        double before = network.evaluate(TEST).cost();
        network.learn(TRAINING, 1);
        double first = network.layer(1).tally().mean(Tally.INVERSE_LOSS);
        double after = network.learn(TRAINING, 29).evaluate(TEST).cost();
        assertTrue(before > 3 && after < 0.7, before + " → " + after);
        network.layer(1).tally().clear();
        network.learn(TRAINING, 1);
        assertTrue(network.layer(1).tally().mean(Tally.INVERSE_LOSS) < first / 2);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void kernelsOfNd4jAloneLearnTheSame(Rule rule) {
        Taught fused = networks(rule).fused().learn(TRAINING, 1);
        Taught nd4j = networks(rule).on(Backend.nd4j()).learn(TRAINING, 1);
        assertEquals(fused.evaluate(TEST).cost(), nd4j.evaluate(TEST).cost(), 1e-3);
        for (String figure : List.of(Tally.TARGET_LOSS, Tally.INVERSE_LOSS, Tally.UPDATE_NORM)) {
            assertEquals(
                    fused.layer(1).tally().mean(figure), nd4j.layer(1).tally().mean(figure), 1e-3);
        }
    }

    @Test
    void isJudgedByTheSquaredDistanceAloneWithoutNoise() {
        Taught network =
                networks(new DifferenceTargetPropagation(0)).doublePrecision().learn(TRAINING, 1);
        var matrices = network.kernels;
        var h = matrices.matrix(1, 12);
        var z = matrices.matrix(1, 4);
        var x = matrices.matrix(1, 4);
        double sum = 0;
        for (float[] input : TEST.inputs()) {
            x.write(input);
            network.layer(1).forward().apply(x, h);
            network.autoencoder().feedback().apply(h, z);
            double[] rebuilt = z.toDoubles();
            for (int i = 0; i < 4; i++) {
                sum += (rebuilt[i] - input[i]) * (rebuilt[i] - input[i]);
            }
        }
        Evaluation evaluation = network.evaluate(TEST);
        assertEquals(sum / TEST.count(), evaluation.cost(), 1e-10);
        assertEquals(Double.NaN, evaluation.error());
    }

    @Test
    void ownsOneMatrixAndTwoBiasesAndTellsNobodyAnything() {
        Taught network = networks(new DifferenceTargetPropagation(0)).fused().learn(TRAINING, 1);
        Set<String> arrays = network.layer(1).arrays().keySet();
        assertEquals(Set.of("W", "W.mean", "W.square", "b", "b.mean", "b.square", "c", "c.mean", "c.square"), arrays);
        assertEquals("1 × 4", network.layer(1).arrays().get("c").toString());
        for (MessageKind kind : MessageKind.values()) {
            assertEquals(0, network.layer(1).tally().count(kind.label()));
        }
        assertEquals(31, network.layer(1).tally().count(Tally.UPDATE_NORM));
        assertEquals(31, network.layer(1).versions().forward());
    }

    @Test
    void hasNoUseForOtherMessages() {
        Layer layer = networks(new DifferenceTargetPropagation(0)).fused().layer(1);
        var presentation = Pass.evaluation(TEST, 10).presentation(0);
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> layer.handle(MessageKind.LABEL, presentation, null, null));
        assertEquals(
                "AutoencoderLayer 1 has no use for a message 'label' of presentation 1 (EVALUATE)",
                refusal.getMessage());
    }

    @Test
    void rulesWithoutAFormForItAreRefused() {
        Networks networks = networks(new TargetPropagation(1));
        var refusal = assertThrows(IllegalArgumentException.class, networks::spec);
        assertTrue(refusal.getMessage().contains("difference target propagation or backpropagation"));
    }

    @Test
    void averagesHaveTheBiasOfTheRebuiltInputToo() {
        Taught averaged =
                networks(new DifferenceTargetPropagation(0)).averageDecay(0.9).fused();
        Taught plain = networks(new DifferenceTargetPropagation(0)).fused();
        averaged.learn(TRAINING, 1);
        plain.learn(TRAINING, 1);
        assertNotEquals(plain.evaluate(TEST).cost(), averaged.evaluate(TEST).cost(), 1e-3);
        averaged.layers.forEach(Layer::beginAverages);
        assertEquals(plain.evaluate(TEST).cost(), averaged.evaluate(TEST).cost());
    }

    /** Between linear layers, noise off, the local losses give backpropagation's gradient. */
    @Test
    void diagnosticsSeeTheAngleToTheGradientOfEquation39() {
        Networks networks = networks(new DifferenceTargetPropagation(0));
        double angle = angle(networks.averageDecay(0.9));
        assertTrue(angle > 1 && angle < 89, "angle " + angle);
        assertEquals(0, angle(networks.nonlinearities(Nonlinearity.LINEAR, Nonlinearity.LINEAR)), 0.05);
        assertEquals(0, angle(networks(new Backpropagation())), 0.05);
    }

    private static double angle(Networks networks) {
        Taught network = networks.fused().learn(TRAINING, 3);
        var found = new Diagnostics(network.spec, network.kernels, Table.corners(3, 20)).of(network.loop);
        assertEquals(1, found.size());
        assertTrue(found.get(0).weightNorm() > 0.5);
        assertEquals(Double.NaN, found.get(0).unchangedUnits());
        return found.get(0).backpropAngle();
    }

    @Test
    void aPassThatTrainsOnlyFeedbackMappingsHasNothingToTrain() {
        Taught network = networks(new DifferenceTargetPropagation(0)).fused();
        double before = network.evaluate(TEST).cost();
        network.present(Purpose.LEARN_FEEDBACK, TRAINING).present(Purpose.OBSERVE, TRAINING);
        assertEquals(before, network.evaluate(TEST).cost());
    }
}
