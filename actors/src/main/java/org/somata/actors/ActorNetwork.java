package org.somata.actors;

import akka.actor.typed.ActorSystem;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somata.model.Examples;
import org.somata.model.layers.Batches;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.learning.Decaying;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Feed;
import org.somata.model.network.InFlight;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.network.Schedule;
import org.somata.model.network.StalledException;

/** A network whose every layer is an actor. The layers belong to it from the moment that it is made. */
public final class ActorNetwork implements Network {
    private final ActorSystem<NetworkCommand> system;
    private final Feed feed;
    private final AtomicReference<CompletableFuture<?>> pending = new AtomicReference<>();
    private final AtomicReference<Throwable> downfall = new AtomicReference<>();
    private final Watchdog watchdog;
    private volatile boolean ended;

    /**
     * What the network actor is made from.
     *
     * @param listener hears of every message
     * @param downfall hears what ended the network, if it does not end in peace
     */
    record Parts(
            List<Layer> layers,
            Schedule schedule,
            Feed feed,
            Feed evaluationFeed,
            Batches batches,
            MessageListener listener,
            Tempo tempo,
            Consumer<Throwable> downfall) {}

    /** Nobody listens to its messages. */
    public ActorNetwork(
            List<Layer> layers, Schedule schedule, Batches batches, Decaying inputNoise, long seed, int threads) {
        this(layers, schedule, batches, inputNoise, seed, threads, MessageListener.NONE);
    }

    /**
     * @param inputNoise σ of the noise on the inputs of learning, drawn by {@code seed}
     * @param threads that all actors share; what comes out does not depend on it
     * @param listener hears of every message
     */
    public ActorNetwork(
            List<Layer> layers,
            Schedule schedule,
            Batches batches,
            Decaying inputNoise,
            long seed,
            int threads,
            MessageListener listener) {
        this(layers, schedule, batches, inputNoise, seed, threads, listener, Tempo.LOCKSTEP);
    }

    /**
     * @param schedule of lockstep, in which it is evaluated whatever the tempo
     * @param inputNoise σ of the noise on the inputs of learning, drawn by {@code seed}
     * @param threads that all actors share
     * @param listener hears of every message
     * @param tempo of learning
     */
    public ActorNetwork(
            List<Layer> layers,
            Schedule schedule,
            Batches batches,
            Decaying inputNoise,
            long seed,
            int threads,
            MessageListener listener,
            Tempo tempo) {
        this(layers, schedule, batches, inputNoise, seed, threads, listener, tempo, Watchdog.PATIENCE);
    }

    ActorNetwork(
            List<Layer> layers,
            Schedule schedule,
            Batches batches,
            Decaying inputNoise,
            long seed,
            int threads,
            MessageListener listener,
            Tempo tempo,
            Duration patience) {
        Layer first = layers.get(0);
        feed = Feed.to(first, batches, inputNoise, seed, false);
        Feed evaluationFeed = Feed.to(first, batches, Decaying.ZERO, seed, true);
        Parts parts =
                new Parts(List.copyOf(layers), schedule, feed, evaluationFeed, batches, listener, tempo, downfall::set);
        system = ActorSystem.create(NetworkActor.of(parts), "somata", configuration(threads));
        watchdog = new Watchdog(patience, this::look);
        system.getWhenTerminated().whenComplete((done, failure) -> {
            ended = true;
            refuse(pending.get());
        });
    }

    private static Config configuration(int threads) {
        return ConfigFactory.parseString("""
                        akka {
                          loglevel = WARNING
                          stdout-loglevel = OFF
                          log-dead-letters = off
                          daemonic = on
                          jvm-exit-on-fatal-error = off
                          coordinated-shutdown.run-by-actor-system-terminate = off
                          coordinated-shutdown.run-by-jvm-shutdown-hook = off
                          coordinated-shutdown.terminate-actor-system = off
                          actor.default-dispatcher {
                            executor = "%s"
                            threads = %d
                            throughput = 1
                          }
                        }
                        """.formatted(OthersFirst.class.getName(), threads))
                .withFallback(ConfigFactory.load());
    }

    @Override
    public int learn(Pass pass, int from, Watcher watcher) {
        pass.requireBeginning(from);
        return ask(answer -> new NetworkCommand.Learn(pass, from, watcher, answer));
    }

    @Override
    public Evaluation evaluate(Examples examples) {
        return ask(answer -> new NetworkCommand.Evaluate(examples, answer));
    }

    @Override
    public void visit(Consumer<Layer> visitor) {
        this.<Void>ask(answer -> new NetworkCommand.VisitAll(visitor, answer));
    }

    @Override
    public Optional<InFlight> inFlight() {
        return ask(NetworkCommand.ShowInFlight::new);
    }

    @Override
    public void goOn(InFlight inFlight, List<Pass> passes, int entered) {
        this.<Void>ask(answer -> new NetworkCommand.GoOn(inFlight, passes, entered, answer));
    }

    @Override
    public Tally input() {
        return feed.tally();
    }

    private <T> T ask(Function<CompletableFuture<T>, NetworkCommand> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (!pending.compareAndSet(null, answer)) {
            throw new IllegalStateException("the network does one thing at a time, and is busy with another");
        }
        try {
            system.tell(question.apply(answer));
            if (ended) {
                refuse(answer);
            }
            return watchdog.join(answer);
        } catch (StalledException stalled) {
            downfall.set(stalled);
            system.terminate();
            throw stalled;
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause;
            }
            throw failure;
        } finally {
            pending.set(null);
        }
    }

    private CompletableFuture<Census> look() {
        CompletableFuture<Census> census = new CompletableFuture<>();
        system.tell(new NetworkCommand.Look(census));
        return census;
    }

    /** An actor system that has ended, of whatever cause, answers nothing any more. */
    private void refuse(CompletableFuture<?> unanswered) {
        if (unanswered != null) {
            unanswered.completeExceptionally(new IllegalStateException("the network has ended", downfall.get()));
        }
    }

    @Override
    public void close() {
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
