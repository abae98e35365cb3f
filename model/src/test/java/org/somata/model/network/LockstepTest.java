package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.somata.model.Networks;
import org.somata.model.layers.LearningSpec;
import org.somata.model.rules.Backpropagation;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** The turns of a network of two hidden layers. */
class LockstepTest {
    private static final String UP = "label 3, activation 1, activation 2, activation 3";

    private static String turns(LearningSpec learning, Purpose purpose) {
        return new Lockstep(3, learning)
                .turns(purpose).stream()
                        .map(turn -> turn.kind().label() + " " + turn.place())
                        .collect(Collectors.joining(", "));
    }

    private static Networks networks() {
        return Networks.of(1, 1, 1, 1);
    }

    @Test
    void activationsGoUpAndCreditComesDown() {
        LearningSpec learning = networks().spec().learning();
        assertEquals(UP + ", target 2, target 1", turns(learning, Purpose.LEARN));
        assertEquals(UP + ", target 2, target 1", turns(learning, Purpose.LEARN_FORWARD));
        assertEquals(UP + ", target 2, target 1", turns(learning, Purpose.OBSERVE));
        assertEquals(UP + ", control 2, control 1", turns(learning, Purpose.LEARN_FEEDBACK));
        assertEquals(UP, turns(learning, Purpose.EVALUATE));
        LearningSpec baseline = networks().rule(new Backpropagation()).spec().learning();
        assertEquals(UP + ", gradient 2, gradient 1", turns(baseline, Purpose.LEARN));
    }

    @Test
    void anAutoencoderHearsNothingButItsInput() {
        Lockstep alone = new Lockstep(1, networks().spec().learning());
        for (Purpose purpose : Purpose.values()) {
            assertEquals(List.of(new Turn(1, MessageKind.ACTIVATION)), alone.turns(purpose));
            assertFalse(alone.hasTeacher(purpose));
            assertTrue(new Lockstep(2, networks().spec().learning()).hasTeacher(purpose));
        }
    }

    @Test
    void inTheBottomUpOrderRefreshesGoUpOnceMore() {
        LearningSpec learning = networks().bottomUp(true).spec().learning();
        assertEquals(UP + ", target 2, target 1, refresh 2, refresh 3", turns(learning, Purpose.LEARN));
        assertEquals(UP + ", control 2, control 1", turns(learning, Purpose.LEARN_FEEDBACK));
        assertEquals(
                List.of(MessageKind.ACTIVATION, MessageKind.TARGET, MessageKind.REFRESH),
                new Lockstep(3, learning).turnsOf(2, Purpose.LEARN));
    }
}
