package org.somata.model.layers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outcome;
import org.somata.model.signals.Presentation;

/**
 * The memory of a layer without a clock: so many presentations, of which the oldest is forgotten when there is no room.
 * Which messages it has handled it knows for longer, so that copies of them are dropped.
 */
final class BoundedMemories implements Memories {
    private static final int OVER = 1 << 31;

    private final int capacity;
    private final Supplier<LayerMemory> room;
    private final ToIntFunction<MessageKind> needed;
    private final Runnable forgot;
    private final Map<Long, LayerMemory> remembered = new LinkedHashMap<>();
    private final List<LayerMemory> idle = new ArrayList<>();
    private final Map<Long, Integer> seen = new HashMap<>();
    private final Deque<Long> seenInOrder = new ArrayDeque<>();

    /**
     * @param needed the kinds of message, as {@link #bit}s, without which one of a kind cannot be acted on
     * @param forgot hears of every presentation that is forgotten before it is over
     */
    BoundedMemories(int capacity, Supplier<LayerMemory> room, ToIntFunction<MessageKind> needed, Runnable forgot) {
        this.capacity = capacity;
        this.room = room;
        this.needed = needed;
        this.forgot = forgot;
    }

    static int bit(MessageKind kind) {
        return 1 << kind.ordinal();
    }

    @Override
    public Outcome admit(MessageKind kind, Presentation presentation) {
        long number = presentation.number();
        int before = seen.getOrDefault(number, 0);
        if ((before & bit(kind)) != 0) {
            return Outcome.DUPLICATE;
        }
        int needs = needed.applyAsInt(kind);
        if ((before & OVER) != 0 || (before & needs) != needs || needs != 0 && !remembered.containsKey(number)) {
            return Outcome.EXPIRED;
        }
        mark(number, before, bit(kind));
        return Outcome.HANDLED;
    }

    private void mark(long number, int before, int bit) {
        if (before == 0) {
            seenInOrder.add(number);
            if (seenInOrder.size() > Recall.known(capacity)) {
                seen.remove(seenInOrder.remove());
            }
        }
        seen.put(number, before | bit);
    }

    @Override
    public LayerMemory open(Presentation presentation) {
        LayerMemory memory = remembered.get(presentation.number());
        if (memory == null) {
            memory = place();
            memory.openFor(presentation);
            remembered.put(presentation.number(), memory);
        }
        return memory;
    }

    private LayerMemory place() {
        if (!idle.isEmpty()) {
            return idle.remove(idle.size() - 1);
        }
        if (remembered.size() < capacity) {
            return room.get();
        }
        Iterator<Map.Entry<Long, LayerMemory>> entries = remembered.entrySet().iterator();
        Map.Entry<Long, LayerMemory> oldest = entries.next();
        LayerMemory memory = oldest.getValue();
        // what else comes of it has nothing left to go with, and must not push out another
        seen.computeIfPresent(oldest.getKey(), (number, kinds) -> kinds | OVER);
        entries.remove();
        forgot.run();
        return memory;
    }

    @Override
    public Recollection recollection() {
        Map<Long, Integer> handled = new LinkedHashMap<>();
        seenInOrder.forEach(number -> handled.put(number, seen.get(number)));
        return new Recollection(
                remembered.values().stream().map(LayerMemory::remembered).toList(), handled);
    }

    @Override
    public void restore(Recollection recollection) {
        idle.addAll(remembered.values());
        remembered.clear();
        seen.clear();
        seenInOrder.clear();
        recollection.handled().forEach((number, kinds) -> {
            seenInOrder.add(number);
            seen.put(number, kinds);
        });
        recollection.remembered().forEach(known -> open(known.presentation()).restore(known));
    }

    @Override
    public Optional<LayerMemory> of(Presentation presentation) {
        return Optional.ofNullable(remembered.get(presentation.number()));
    }

    @Override
    public void over(Presentation presentation) {
        LayerMemory memory = remembered.remove(presentation.number());
        if (memory != null) {
            idle.add(memory);
            seen.computeIfPresent(presentation.number(), (number, kinds) -> kinds | OVER);
        }
    }
}
