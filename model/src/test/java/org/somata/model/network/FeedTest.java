package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.somata.model.Table;
import org.somata.model.learning.Decay;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Backend;
import org.somata.model.numerics.Chance;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

class FeedTest {
    private static final Table EXAMPLES =
            new Table(new float[][] {{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}}, new int[] {0, 1, 2, 0, 1}, 3);

    /** The second of three epochs, in an order of its own: 3 presentations an epoch. */
    private static Pass pass(Purpose purpose) {
        return new Pass(purpose, EXAMPLES, new int[] {4, 2, 0, 1, 3}, 2, 3, 9, 1);
    }

    private static Feed feed(Decaying noise) {
        return new Feed(Backend.fused(), 2, 2, noise, 7);
    }

    private static Matrix values(Signal signal) {
        return ((Signal.Real) signal).values();
    }

    @Test
    void presentationsFollowTheOrderAndTheLastMayBeSmaller() {
        Feed feed = feed(Decaying.ZERO);
        Pass pass = pass(Purpose.LEARN);
        assertEquals(3, pass.presentations());
        assertArrayEquals(new float[] {9, 10, 5, 6}, values(feed.input(pass, 0)).toFloats());
        assertArrayEquals(new float[] {1, 2, 3, 4}, values(feed.input(pass, 1)).toFloats());
        assertArrayEquals(new float[] {7, 8}, values(feed.input(pass, 2)).toFloats());

        assertArrayEquals(new int[] {1, 2}, Labels.of(pass, 0).labels());
        assertEquals(0, Labels.of(pass, 2).labels()[0]);
        assertEquals(1, Labels.of(pass, 2).examples());
    }

    @Test
    void aPresentationKnowsWhereInTheRunItStands() {
        Presentation last = pass(Purpose.LEARN).presentation(2);
        assertEquals(new Presentation(6, Purpose.LEARN, new Moment(1, 5.0 / 9), 1), last);
        Pass evaluation = Pass.evaluation(EXAMPLES, 3);
        assertEquals(new Presentation(1, Purpose.EVALUATE, Moment.START, 3), evaluation.presentation(0));
        assertEquals(2, evaluation.presentations());
    }

    /** σ = 0.5 / (1 + 1) in the second epoch; the draw is named by the number of the presentation, 4. */
    @Test
    void inputNoiseBelongsToLearningAloneAndDecays() {
        Decaying noise = new Decaying(0.5, new Decay.Inverse(1));
        float[] normals = new float[4];
        Chance.normals(Chance.key(7, Chance.Purpose.INPUT_NOISE, 0, 4), normals, 4);
        float[] expected = {9, 10, 5, 6};
        for (int i = 0; i < 4; i++) {
            expected[i] += 0.25f * normals[i];
        }
        for (Purpose purpose : new Purpose[] {Purpose.LEARN, Purpose.LEARN_FEEDBACK, Purpose.LEARN_FORWARD}) {
            assertArrayEquals(
                    expected, values(feed(noise).input(pass(purpose), 0)).toFloats(), 1e-6f);
        }
        for (Purpose purpose : new Purpose[] {Purpose.OBSERVE, Purpose.EVALUATE}) {
            assertArrayEquals(
                    new float[] {9, 10, 5, 6},
                    values(feed(noise).input(pass(purpose), 0)).toFloats());
        }
    }

    @Test
    void anInputStaysUntilTheNextButOne() {
        Feed feed = feed(Decaying.ZERO);
        Pass pass = pass(Purpose.LEARN);
        var first = feed.input(pass, 0);
        feed.input(pass, 1);
        assertArrayEquals(new float[] {9, 10, 5, 6}, values(first).toFloats());
        feed.input(pass, 2);
        assertFalse(Arrays.equals(new float[] {9, 10, 5, 6}, values(first).toFloats()));
    }
}
