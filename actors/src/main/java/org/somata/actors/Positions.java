package org.somata.actors;

import java.util.List;
import org.somata.model.network.Schedule;
import org.somata.model.network.Turn;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;

/**
 * Lockstep's own clock: where a turn stands in the order of the loop. Every presentation has as many positions as the
 * longest that learns has turns.
 */
public final class Positions {
    private final long period;
    private final int[][][] turns;

    public Positions(Schedule schedule, int depth) {
        turns = new int[Purpose.values().length][depth + 1][MessageKind.values().length];
        int longest = 0;
        for (Purpose purpose : Purpose.values()) {
            List<Turn> order = schedule.turns(purpose);
            for (int i = 0; i < order.size(); i++) {
                Turn turn = order.get(i);
                turns[purpose.ordinal()][turn.place()][turn.kind().ordinal()] = i;
            }
            longest = purpose.learns() ? Math.max(longest, order.size()) : longest;
        }
        period = longest;
    }

    /** Positions of a presentation. */
    public long period() {
        return period;
    }

    /** Where a presentation begins. */
    long start(Presentation presentation) {
        return (presentation.number() - 1) * period;
    }

    /** Where the layer at a place handles such a message of a presentation. */
    long of(int place, MessageKind kind, Presentation presentation) {
        return start(presentation) + turns[presentation.purpose().ordinal()][place][kind.ordinal()];
    }
}
