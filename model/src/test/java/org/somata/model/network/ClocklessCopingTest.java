package org.somata.model.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.model.Networks;
import org.somata.model.Table;
import org.somata.model.layers.Layer;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Recall;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Coping;
import org.somata.model.learning.Decaying;
import org.somata.model.learning.Optimiser;
import org.somata.model.learning.RateScaling;
import org.somata.model.network.Asynchrony.Clock;
import org.somata.model.numerics.Backend;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.timing.Delivery;
import org.somata.model.timing.Distribution;

/** A full pipeline in virtual time, whose lower layers hear their targets late, and what they make of that. */
class ClocklessCopingTest {
    private static final int DEPTH = 4;
    private static final int PRESENTATIONS = 60;
    private static final Table EXAMPLES = Table.corners(1, 10 * PRESENTATIONS);

    private static Networks networks() {
        return Networks.of(4, 12, 11, 10, 3)
                .optimiser(new Optimiser.Sgd(0.5))
                .rates(0.05, 0.05)
                .noise(0.2)
                .recall(new Recall(16, Recall.Pairing.THEN, 1));
    }

    /** All messages arrive at once, each handling takes a microsecond. */
    private static List<Layer> learned(Networks networks) {
        NetworkSpec spec = networks.spec();
        Asynchrony how = new Asynchrony(
                Clock.VIRTUAL,
                8,
                0,
                OptionalLong.empty(),
                new Distribution.Constant(1000),
                Map.of(),
                Collections.nCopies(DEPTH, Delivery.PERFECT),
                Collections.nCopies(DEPTH, Delivery.PERFECT),
                Delivery.PERFECT);
        List<Layer> layers = spec.build(Backend.fused());
        AsynchronousLoop loop = new AsynchronousLoop(
                layers,
                new Lockstep(spec),
                new VirtualTime(spec, how),
                new Fate(how, spec.seed()),
                spec.batches(),
                Decaying.ZERO,
                spec.seed());
        int[] order = IntStream.range(0, EXAMPLES.count()).toArray();
        Pass pass = new Pass(Purpose.LEARN, EXAMPLES, order, 10, 0, PRESENTATIONS, 0);
        assertEquals(PRESENTATIONS, loop.learn(pass, 0, Network.Watcher.NONE));
        return layers;
    }

    private static double staleness(List<Layer> layers, int place) {
        return layers.get(place - 1).tally().mean(Tally.STALENESS);
    }

    private static float[] weights(Layer layer) {
        return layer.forward().weights().toFloats();
    }

    /** An update from several targets is a version of its own: staleness, in versions, is that much less. */
    @ParameterizedTest
    @CsvSource({"2", "3", "7"})
    void gatheringMakesFewerVersionsOfTheSameTargets(int targets) {
        List<Layer> plain = learned(networks());
        List<Layer> gathered = learned(networks().coping(new Coping(RateScaling.NONE, false, targets), Coping.NONE));
        for (int i = 0; i < DEPTH; i++) {
            assertEquals(PRESENTATIONS, plain.get(i).versions().forward());
            assertEquals(PRESENTATIONS / targets, gathered.get(i).versions().forward());
            assertEquals(PRESENTATIONS / targets, gathered.get(i).tally().count(Tally.STALENESS));
            assertEquals(
                    plain.get(i).tally().count("target"),
                    gathered.get(i).tally().count("target"));
            assertArrayEquals(
                    new double[] {PRESENTATIONS % targets},
                    Arrays.copyOf(gathered.get(i).arrays().get("W.gathering").toDoubles(), 1));
        }
        assertTrue(staleness(plain, 1) > 3, "mean " + staleness(plain, 1));
        assertTrue(
                staleness(gathered, 1) <= staleness(plain, 1) / targets + 1,
                staleness(gathered, 1) + " of " + staleness(plain, 1));
    }

    /** The output layer learns at once and so as ever; those below otherwise. */
    @Test
    void onlyWhatIsStaleIsScaledOrCorrected() {
        List<Layer> plain = learned(networks());
        assertEquals(0, staleness(plain, DEPTH));
        for (Coping coping : List.of(
                new Coping(RateScaling.INVERSE, false, 1),
                new Coping(RateScaling.INVERSE_ROOT, false, 1),
                new Coping(RateScaling.NONE, true, 1))) {
            List<Layer> coped = learned(networks().coping(coping, coping));
            for (int place = 1; place < DEPTH; place++) {
                assertEquals(staleness(plain, place), staleness(coped, place));
                assertTrue(staleness(coped, place) > 0);
                assertFalse(Arrays.equals(weights(plain.get(place - 1)), weights(coped.get(place - 1))));
            }
            double smaller = coped.get(0).tally().mean(Tally.UPDATE_NORM);
            assertTrue(smaller < plain.get(0).tally().mean(Tally.UPDATE_NORM), coping.toString());
        }
    }

    @Test
    void theSameAgainIsTheSameToTheBit() {
        Networks all = networks()
                .coping(new Coping(RateScaling.INVERSE_ROOT, true, 3), new Coping(RateScaling.INVERSE, true, 2))
                .feedbackUpdates(3);
        List<Layer> once = learned(all);
        List<Layer> again = learned(all);
        for (int i = 0; i < DEPTH; i++) {
            var theirs = again.get(i).arrays();
            once.get(i)
                    .arrays()
                    .forEach((name, array) ->
                            assertArrayEquals(array.toFloats(), theirs.get(name).toFloats(), name));
        }
        assertEquals(PRESENTATIONS * 3 / 2, once.get(1).versions().feedback());
    }
}
