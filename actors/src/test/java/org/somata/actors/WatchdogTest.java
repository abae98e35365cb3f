package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.actors.Patience.failsInTime;
import static org.somata.actors.Patience.inTime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.somata.model.layers.NetworkSpec;
import org.somata.model.layers.Recall;
import org.somata.model.learning.Decaying;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Fate;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.network.StalledException;
import org.somata.model.network.VirtualTime;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.timing.Delivery;
import org.somata.model.timing.Distribution;

class WatchdogTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4, 7);
    private static final NetworkSpec SPEC = SPECIMEN.spec().with(new Recall(8, Recall.Pairing.THEN, 1));

    private static Asynchrony how(Delivery down) {
        return new Asynchrony(
                Asynchrony.Clock.VIRTUAL,
                2,
                0,
                OptionalLong.empty(),
                Distribution.NONE,
                Map.of(),
                Collections.nCopies(SPEC.depth(), Delivery.PERFECT),
                Collections.nCopies(SPEC.depth(), down),
                Delivery.PERFECT);
    }

    /** Every message arrives in the timetable; what the posts make of them is another matter. */
    private static ActorNetwork network(Delivery inTruth, MessageListener listener) {
        return new ActorNetwork(
                SPEC.build(SPECIMEN.kernels()),
                SPECIMEN.schedule(),
                SPEC.batches(),
                Decaying.ZERO,
                Specimen.SEED,
                2,
                listener,
                new Tempo.Planned(new VirtualTime(SPEC, how(Delivery.PERFECT)), new Fate(how(inTruth), Specimen.SEED)),
                SHORT);
    }

    private static Pass pass() {
        return Specimen.pass(Purpose.LEARN, 0);
    }

    @Test
    void namesWhoWaitsForWhatIsLost() {
        Delivery losing = new Delivery(Distribution.NONE, Distribution.NONE, 1, 0);
        try (ActorNetwork network = network(losing, MessageListener.NONE)) {
            StalledException stalled =
                    failsInTime(StalledException.class, () -> network.learn(pass(), 0, Network.Watcher.NONE));
            int output = SPEC.depth();
            String message = stalled.getMessage();
            assertTrue(message.contains("the network is learning; "), message);
            assertTrue(
                    message.contains("layer " + (output - 1) + ": awaiting message layer-" + output + ":1,"), message);
            IllegalStateException ended =
                    failsInTime(IllegalStateException.class, () -> network.learn(pass(), 0, Network.Watcher.NONE));
            assertSame(stalled, ended.getCause());
        }
    }

    /** For longer than it takes to find out that nothing happens. */
    @Test
    void whoeverIsAtSomethingIsNotStalled() {
        AtomicInteger heard = new AtomicInteger();
        MessageListener slow = new MessageListener() {
            @Override
            public void sent(int to, Message message, long time) {
                if (heard.incrementAndGet() == 3) {
                    sleep();
                }
            }
        };
        Network.Watcher slowWatcher = new Network.Watcher() {
            @Override
            public void completed(int done) {
                if (done == 1) {
                    sleep();
                }
            }
        };
        inTime(() -> {
            try (ActorNetwork network = network(Delivery.PERFECT, slow)) {
                Pass pass = pass();
                assertEquals(pass.presentations(), network.learn(pass, 0, slowWatcher));
                network.visit(layer -> sleep());
            }
        });
    }

    private static void sleep() {
        long until = System.nanoTime() + 10 * SHORT.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    /** Looks that find other counts each time, and one that nobody answers. */
    @Test
    void waitsAsLongAsAnythingHappens() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        List<CompletableFuture<Census>> looks = new ArrayList<>();
        Watchdog watchdog = new Watchdog(SHORT, () -> {
            CompletableFuture<Census> look = new CompletableFuture<>();
            looks.add(look);
            if (looks.size() < 4) {
                look.complete(new Census("", List.of(new Census.Sight(1, looks.size(), "idle"))));
            } else {
                answer.completeOnTimeout("late", 10 * SHORT.toMillis(), TimeUnit.MILLISECONDS);
            }
            return look;
        });
        assertEquals("late", inTime(() -> watchdog.join(answer)));
        assertEquals(4, looks.size());
    }

    @Test
    void anAnswerThatComesWithTheLastLookCounts() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        AtomicInteger looks = new AtomicInteger();
        Watchdog watchdog = new Watchdog(SHORT, () -> {
            if (looks.incrementAndGet() == 2) {
                answer.complete("in time");
            }
            return CompletableFuture.completedFuture(new Census("", List.of()));
        });
        assertEquals("in time", inTime(() -> watchdog.join(answer)));
        assertThrows(StalledException.class, () -> watchdog.join(new CompletableFuture<>()));
    }
}
