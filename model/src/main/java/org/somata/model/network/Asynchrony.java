package org.somata.model.network;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.somata.model.signals.MessageKind;
import org.somata.model.timing.Delivery;
import org.somata.model.timing.Distribution;

/**
 * The schedule without a global clock: presentations enter one after another, and layers handle whatever arrives. Times
 * are in nanoseconds.
 *
 * @param clock what time is
 * @param alive presentations under way at a time at most, from 1
 * @param interval between the entering of one presentation and of the next, at least
 * @param deadline after which a presentation counts as over, from its entering; without one when nothing of it is under
 *     way any more
 * @param compute what the handling of a message takes
 * @param computeFactors of that by layer number from 1; 1 for those not named
 * @param up of what goes up, that of the link of the input to layer 1 first
 * @param down of what goes down, as many; the first has no use, and the last carries a direct error to all layers
 * @param labels from the teacher
 */
public record Asynchrony(
        Clock clock,
        int alive,
        long interval,
        OptionalLong deadline,
        Distribution compute,
        Map<Integer, Double> computeFactors,
        List<Delivery> up,
        List<Delivery> down,
        Delivery labels) {
    public Asynchrony {
        computeFactors = Map.copyOf(computeFactors);
        up = List.copyOf(up);
        down = List.copyOf(down);
        if (alive < 1 || interval < 0 || up.size() != down.size()) {
            throw new IllegalArgumentException(alive + " presentations alive, " + interval + " ns apart, " + up.size()
                    + " links up and " + down.size() + " down");
        }
    }

    /** What time is. */
    public enum Clock {
        /** Simulated: the same whatever the machine. */
        VIRTUAL,
        /** The machine's own. */
        WALL
    }

    /** M, the number of layers. */
    public int depth() {
        return up.size();
    }

    /** The link's properties for a message of a kind from one place to another. */
    public Delivery delivery(MessageKind kind, int from, int to) {
        return switch (kind) {
            case LABEL -> labels;
            case ERROR -> down.get(depth() - 1);
            default -> to > from ? up.get(to - 1) : down.get(from - 1);
        };
    }
}
