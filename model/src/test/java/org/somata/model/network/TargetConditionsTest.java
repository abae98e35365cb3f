package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.somata.model.Dense;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.Taught;
import org.somata.model.layers.Memory;
import org.somata.model.layers.Sent;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/**
 * Four examples of two units by hand, the activation h, the target ĥ and the image f(ĥ_{i−1}) of the target below: the
 * first goes all the way, the second half of it in a wrong direction, the third too far, the fourth nowhere.
 */
class TargetConditionsTest {
    private static final double[][] STEPS = {{0.1, 0}, {0.1, 0}, {0.1, 0}, {0.1, 0}};
    private static final double[][] MOVES = {{0.1, 0}, {-0.05, 0.1}, {0.3, 0}, {0, 0}};

    @Test
    void sharesAreOfExamplesAndOfUnits() {
        Taught network = Networks.of(4, 2, 3).doublePrecision();
        Presentation presentation = new Presentation(1, Purpose.OBSERVE, Moment.START, 4);
        Sent sent = new Sent();
        Matrix input = network.kernels.matrix(4, 4);
        Dense.write(Dense.of(Table.corners(1, 4)), input);
        network.layer(1).handle(MessageKind.ACTIVATION, presentation, new Signal.Real(input), sent);
        Memory memory = network.layer(1).memory(presentation);
        network.layer(1).handle(MessageKind.TARGET, presentation, new Signal.Real(moved(network, memory, STEPS)), sent);

        TargetConditions conditions = new TargetConditions(memory);
        Matrix image = moved(network, memory, MOVES);
        // Eq. 7: 0 < 0.1²; 0.15² + 0.1² > 0.1²; 0.2² > 0.1²; 0.1² = 0.1²
        assertEquals(0.25, conditions.lowersLocalLoss(image));
        // Eq. 25: 0.1 · 0.1 > 0; 0.1 · −0.05 < 0; 0.1 · 0.3 > 0; 0
        assertEquals(0.5, conditions.movesTowardsTarget(image));
        // the second unit of each example
        assertEquals(0.5, conditions.unchangedUnits());
    }

    private static Matrix moved(Taught network, Memory memory, double[][] by) {
        Matrix moved = network.kernels.matrix(4, 2);
        Dense.write(Dense.sum(Dense.of(memory.activation()), 1, by), moved);
        return moved;
    }
}
