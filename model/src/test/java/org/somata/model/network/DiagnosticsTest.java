package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Rule;
import org.somata.model.numerics.Kernels;
import org.somata.model.rules.Backpropagation;
import org.somata.model.rules.DifferenceTargetPropagation;
import org.somata.model.rules.TargetPropagationThroughOptimization;

class DiagnosticsTest {
    private static final Table PROBE = Table.corners(3, 40);

    private static List<Diagnostics.OfLayer> look(Taught network) {
        return new Diagnostics(network.spec, network.kernels, PROBE).of(network.loop);
    }

    private static Networks networks(Rule rule) {
        return Networks.of(4, 12, 11, 10, 3).rule(rule).noise(0.1);
    }

    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.MatrixTest#kernels")
    void backpropagationIsAtNoAngleToItself(Kernels kernels) {
        for (var layer : look(networks(new Backpropagation()).on(kernels).learn(PROBE, 2))) {
            assertEquals(0, layer.backpropAngle(), 1e-2, "layer " + layer.place());
            assertTrue(Double.isNaN(layer.lowersLoss()) && Double.isNaN(layer.feedbackNorm()));
        }
    }

    /** The first target is the gradient itself; below, V is another matrix than Wᵀ. */
    @ParameterizedTest
    @MethodSource("org.somata.model.numerics.MatrixTest#kernels")
    void theHighestHiddenLayerFollowsTheGradientAndLowerOnesTurnAway(Kernels kernels) {
        var found = look(networks(new DifferenceTargetPropagation(0.5)).on(kernels));
        assertEquals(0, found.get(3).backpropAngle(), 1e-2);
        assertEquals(0, found.get(2).backpropAngle(), 1e-2);
        assertTrue(found.get(0).backpropAngle() > 30, found.get(0).toString());
    }

    /** Eqs. 4, 7 and 25 hold for every example where targets are small steps down the gradient (Eq. 9). */
    @Test
    void targetsThroughOptimizationMeetThePapersConditions() {
        Taught network =
                networks(new TargetPropagationThroughOptimization(0.1, 0.1)).doublePrecision();
        for (var layer : look(network)) {
            assertEquals(0, layer.backpropAngle(), 1e-2);
            if (layer.place() < network.depth()) {
                assertEquals(1, layer.lowersLoss(), "Eq. 4, layer " + layer.place());
                assertEquals(0, layer.unchangedUnits());
            }
            if (layer.place() > 1 && layer.place() < network.depth()) {
                assertEquals(1, layer.lowersLocalLoss(), "Eq. 7, layer " + layer.place());
                assertEquals(1, layer.movesTowardsTarget(), "Eq. 25, layer " + layer.place());
            }
        }
    }

    @Test
    void withoutATargetStepEveryUnitIsUnchangedAndNoConditionHolds() {
        var found = look(networks(new DifferenceTargetPropagation(0)).fused());
        for (var layer : found.subList(0, 3)) {
            assertEquals(1, layer.unchangedUnits());
            assertEquals(0, layer.lowersLoss());
            assertTrue(Double.isNaN(layer.backpropAngle()), "no update has no direction");
        }
        assertEquals(0, found.get(1).lowersLocalLoss());
        assertEquals(0, found.get(1).movesTowardsTarget());
    }

    /** Copies of other initial weights find the same: all that matters is copied, V and the biases too. */
    @Test
    void whatIsFoundDependsOnTheNetworkLookedAtAlone() {
        Networks networks = networks(new DifferenceTargetPropagation(5));
        Taught network = networks.fused().scatter(1, 0.3);
        Taught other = networks.seed(2).fused();
        Diagnostics ofOther = new Diagnostics(other.spec, other.kernels, PROBE);
        assertEquals(look(network), ofOther.of(network.loop));
        assertNotEquals(look(network), ofOther.of(other.loop));
    }

    /** Of orthonormal rows, the norm of W is the root of their number. */
    @Test
    void normsAreOfTheNetworkLookedAt() {
        Taught network = networks(new DifferenceTargetPropagation(1)).fused();
        Diagnostics diagnostics = new Diagnostics(network.spec, network.kernels, PROBE);
        assertEquals(Math.sqrt(11), diagnostics.of(network.loop).get(1).weightNorm(), 1e-5);
        assertEquals(Math.sqrt(11), diagnostics.of(network.loop).get(1).feedbackNorm(), 1e-5);
        float[] w = network.layer(2).forward().weights().toFloats();
        float[] twice = new float[w.length];
        for (int i = 0; i < w.length; i++) {
            twice[i] = 2 * w[i];
        }
        network.layer(2).forward().weights().write(twice);
        assertEquals(2 * Math.sqrt(11), diagnostics.of(network.loop).get(1).weightNorm(), 1e-5);
    }
}
