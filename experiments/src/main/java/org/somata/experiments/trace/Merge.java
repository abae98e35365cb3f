package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The doings of all actors in one order: by time, and an actor's own as it did them. At the same time they come by place,
 * but a message is handled only after it was sent.
 */
final class Merge {
    private final PriorityQueue<Actor> actors =
            new PriorityQueue<>(Comparator.comparingLong(Actor::time).thenComparingInt(actor -> actor.place));

    Merge(List<Block> blocks) {
        Map<Integer, List<Block>> byPlace = new LinkedHashMap<>();
        blocks.forEach(block -> byPlace.computeIfAbsent(block.head().place(), none -> new ArrayList<>())
                .add(block));
        byPlace.forEach((place, own) -> {
            Actor actor = new Actor(place, own.iterator());
            if (actor.advance()) {
                actors.add(actor);
            }
        });
    }

    /**
     * @param isReady whether what a doing needs has been told of; if it never is, it comes last of its time all the same
     */
    void forEach(Predicate<Half> isReady, Consumer<Half> consumer) {
        List<Actor> held = new ArrayList<>();
        while (!actors.isEmpty() || !held.isEmpty()) {
            boolean stuck = !held.isEmpty()
                    && (actors.isEmpty() || actors.peek().time() > held.get(0).time());
            Actor first = stuck ? held.remove(0) : actors.remove();
            if (!stuck && !isReady.test(first.next)) {
                held.add(first);
                continue;
            }
            Actor second = actors.peek();
            boolean more;
            do {
                consumer.accept(first.next);
                more = first.advance();
            } while (more && held.isEmpty() && isReady.test(first.next) && (second == null || first.isBefore(second)));
            if (more) {
                actors.add(first);
            }
            actors.addAll(held);
            held.clear();
        }
    }

    /** What one actor did, a block at a time in memory. */
    private static final class Actor {
        private final int place;
        private final Iterator<Block> blocks;
        private Iterator<Half> halves = List.<Half>of().iterator();
        private Half next;

        Actor(int place, Iterator<Block> blocks) {
            this.place = place;
            this.blocks = blocks;
        }

        long time() {
            return next.time();
        }

        boolean isBefore(Actor other) {
            return time() < other.time() || time() == other.time() && place < other.place;
        }

        boolean advance() {
            while (!halves.hasNext()) {
                if (!blocks.hasNext()) {
                    return false;
                }
                halves = blocks.next().halves().iterator();
            }
            next = halves.next();
            return true;
        }
    }
}
