package org.somata.actors;

import akka.actor.testkit.typed.Effect;
import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.typed.ActorRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.somata.model.Examples;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Tally;
import org.somata.model.network.Evaluation;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;

/**
 * The network's actors on one thread, their mail delivered by a test: from link to link in an order drawn at random, on
 * each link in the order of sending. Whatever order of messages threads could bring about may come up.
 */
final class MailRoom implements Network {
    /** A link, by the names of its ends. */
    record Link(String from, String to) {}

    /** Hears of every message when it is sent, and just before and just after it is handled. */
    interface Clerk {
        default void sent(Link link, Object message) {}

        default void delivering(Link link, Object message) {}

        default void delivered(Link link, Object message) {}
    }

    private final Map<String, BehaviorTestKit<?>> actors = new LinkedHashMap<>();
    private final Map<Link, Deque<Object>> mail = new LinkedHashMap<>();
    private final BehaviorTestKit<NetworkCommand> network;
    private final ActorNetwork.Parts parts;
    private final Random random;
    private final Clerk clerk;

    MailRoom(Specimen specimen, List<Layer> layers, long seed, Clerk clerk) {
        this.random = new Random(seed);
        this.clerk = clerk;
        parts = specimen.parts(layers, failure -> {});
        network = BehaviorTestKit.create(NetworkActor.of(parts), "network");
        actors.put("network", network);
        for (Effect effect : network.getAllEffects()) {
            if (effect instanceof Effect.Spawned<?> spawned) {
                actors.put(spawned.childName(), network.childTestKit((ActorRef<?>) spawned.ref()));
            }
        }
        collect("network");
        mail.forEach((link, connect) -> deliver(link, connect.remove()));
    }

    /** Puts what one actor has just sent on its links. */
    private void collect(String sender) {
        actors.forEach((name, actor) -> actor.selfInbox().getAllReceived().forEach(message -> {
            Link link = new Link(sender, name);
            clerk.sent(link, message);
            mail.computeIfAbsent(link, fresh -> new ArrayDeque<>()).add(message);
        }));
    }

    private void deliver(Link link, Object message) {
        clerk.delivering(link, message);
        run(actors.get(link.to()), message);
        collect(link.to());
        clerk.delivered(link, message);
    }

    @SuppressWarnings("unchecked")
    private static <T> void run(BehaviorTestKit<T> actor, Object message) {
        actor.run((T) message);
    }

    private <T> T ask(Function<CompletableFuture<T>, NetworkCommand> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        network.run(question.apply(answer));
        collect("network");
        while (true) {
            List<Link> waiting = new ArrayList<>();
            mail.forEach((link, queue) -> {
                if (!queue.isEmpty()) {
                    waiting.add(link);
                }
            });
            if (waiting.isEmpty()) {
                return answer.getNow(null);
            }
            Link link = waiting.get(random.nextInt(waiting.size()));
            deliver(link, mail.get(link).remove());
        }
    }

    @Override
    public int learn(Pass pass, int from, Watcher watcher) {
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
    public Tally input() {
        return parts.feed().tally();
    }

    @Override
    public void close() {}
}
