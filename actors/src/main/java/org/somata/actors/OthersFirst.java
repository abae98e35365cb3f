package org.somata.actors;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The threads that all actors share. Actors that have mail from others go first; those that only go on with what they
 * set aside come after, in the order in which the schedule needs it. Akka makes it by its name in the configuration.
 */
public final class OthersFirst extends ExecutorServiceConfigurator {
    private static final ThreadLocal<Turnout> HERE = ThreadLocal.withInitial(Turnout::new);

    private final int threads;

    public OthersFirst(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
        threads = config.getInt("threads");
    }

    /** Said by an actor that is about to tell itself to go on, and need not before this position of the schedule. */
    static void goOnBy(long position) {
        HERE.get().position = position;
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threadFactory) {
        return new ExecutorServiceFactory() {
            @Override
            public ExecutorService createExecutorService() {
                return new Pool(threads, threadFactory);
            }
        };
    }

    /** What a thread is at. */
    private static final class Turnout {
        Runnable actor;
        long position;
    }

    /** An actor that is to handle a message: before those of later positions, and of equal ones handed in later. */
    private record Task(Runnable actor, long position, long number) implements Runnable, Comparable<Task> {
        @Override
        public void run() {
            Turnout here = HERE.get();
            here.actor = actor;
            here.position = 0;
            actor.run();
            here.actor = null;
        }

        @Override
        public int compareTo(Task other) {
            int byPosition = Long.compare(position, other.position);
            return byPosition != 0 ? byPosition : Long.compare(number, other.number);
        }
    }

    private static final class Pool extends ThreadPoolExecutor {
        private final AtomicLong count = new AtomicLong();

        Pool(int threads, ThreadFactory factory) {
            super(threads, threads, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(), factory);
        }

        @Override
        public void execute(Runnable actor) {
            Turnout here = HERE.get();
            // Akka hands in an actor again, from the thread that it ran on, while it has mail left: here its own
            super.execute(new Task(actor, actor == here.actor ? here.position : 0, count.getAndIncrement()));
        }
    }
}
