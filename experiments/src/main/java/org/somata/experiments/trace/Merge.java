package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** The doings of all actors in one order: by time, at the same time by place, and an actor's own as it did them. */
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

    void forEach(Consumer<Half> consumer) {
        while (!actors.isEmpty()) {
            Actor first = actors.remove();
            Actor second = actors.peek();
            boolean more;
            do {
                consumer.accept(first.next);
                more = first.advance();
            } while (more && (second == null || first.isBefore(second)));
            if (more) {
                actors.add(first);
            }
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
