package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.InverseLoss;
import org.somata.model.network.Network;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** However the links' mail is interleaved, the numbers are the loop's, and no signal changes on its way. */
class InterleavingTest {
    private static final int SEEDS = 25;

    static Stream<Specimen> specimens() {
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7);
        return Stream.of(
                difference,
                difference.bottomUp(),
                difference.feedbackAfterTarget(InverseLoss.OF_TARGET).bottomUp(),
                Specimen.differenceTargetPropagation(6).bottomUp(),
                Specimen.backpropagation(6, 4));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void theOrderOfDeliveryMakesNoDifference(Specimen specimen) {
        List<String> wanted = Curriculum.of(specimen.sequential());
        for (long seed = 0; seed < SEEDS; seed++) {
            Network network = new MailRoom(specimen, specimen.layers(), seed, new Seals());
            assertEquals(wanted, Curriculum.of(network), "seed " + seed);
        }
    }

    @Test
    void theSeedsDoInterleaveTheMailInManyWays() {
        Specimen specimen = Specimen.differenceTargetPropagation(6, 4, 7);
        Set<List<MailRoom.Link>> orders = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<MailRoom.Link> order = new ArrayList<>();
            Network network = new MailRoom(specimen, specimen.layers(), seed, new MailRoom.Clerk() {
                @Override
                public void delivered(MailRoom.Link link, Object message) {
                    order.add(link);
                }
            });
            network.learn(Specimen.pass(Purpose.LEARN, 0), 0, Network.Watcher.NONE);
            orders.add(order);
        }
        assertTrue(orders.size() > SEEDS / 2, orders.size() + " orders");
    }

    /** Checks on delivery that a signal is what it was when it was sent: nobody has used its buffer for another. */
    private static final class Seals implements MailRoom.Clerk {
        private final Map<Object, float[]> contents = new IdentityHashMap<>();

        @Override
        public void sent(MailRoom.Link link, Object message) {
            if (message instanceof Message mail) {
                contents.put(message, read(mail.signal()));
            }
        }

        @Override
        public void delivering(MailRoom.Link link, Object message) {
            if (message instanceof Message mail) {
                assertArrayEquals(contents.remove(message), read(mail.signal()), () -> link + " " + mail.describe());
            }
        }

        private static float[] read(Signal signal) {
            if (signal instanceof Signal.Real real) {
                return real.values().toFloats();
            }
            if (signal instanceof Signal.Classes classes) {
                float[] numbers = new float[classes.examples()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = classes.labels()[i];
                }
                return numbers;
            }
            return new float[0];
        }
    }
}
