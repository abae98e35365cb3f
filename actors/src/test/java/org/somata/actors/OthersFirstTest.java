package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread, so that the order in which actors get it can be seen. */
class OthersFirstTest {
    private final ExecutorService pool = new OthersFirst(ConfigFactory.parseString("threads = 1"), null)
            .createExecutorServiceFactory("test", Thread::new)
            .createExecutorService();
    private final BlockingQueue<String> order = new LinkedBlockingQueue<>();

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void mailOfOthersComesFirstAndWhatWasSetAsideInTheOrderOfTheSchedule() throws InterruptedException {
        CountDownLatch allHandedIn = new CountDownLatch(1);
        pool.execute(() -> Patience.await(allHandedIn));
        for (long position : new long[] {9, 3, 7}) {
            pool.execute(new SetsAside(position));
        }
        pool.execute(() -> order.add("mail"));
        allHandedIn.countDown();
        assertEquals(List.of("sets aside 9", "sets aside 3", "sets aside 7", "mail", "3", "7", "9"), first(7));
    }

    @Test
    void anActorThatAnotherHasMailForIsNotHeldBackByWhatThatOneSetAside() throws InterruptedException {
        CountDownLatch allHandedIn = new CountDownLatch(1);
        pool.execute(() -> Patience.await(allHandedIn));
        pool.execute(() -> {
            OthersFirst.goOnBy(5);
            pool.execute(() -> order.add("the other"));
        });
        pool.execute(new SetsAside(1));
        allHandedIn.countDown();
        assertEquals(List.of("sets aside 1", "the other", "1"), first(3));
    }

    private List<String> first(int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(String.valueOf(order.poll(30, TimeUnit.SECONDS)));
        }
        return taken;
    }

    /** As an actor does that tells itself to go on: Akka hands it in again, from the same thread. */
    private final class SetsAside implements Runnable {
        private final long position;
        private boolean handled;

        SetsAside(long position) {
            this.position = position;
        }

        @Override
        public void run() {
            if (handled) {
                order.add(Long.toString(position));
                return;
            }
            handled = true;
            order.add("sets aside " + position);
            OthersFirst.goOnBy(position);
            pool.execute(this);
        }
    }
}
