package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.experiments.trace.analysis.Story.id;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.model.signals.MessageKind;

class StaleTest {
    /** Layer 1 sends its activation at 10 and learns at 80; then one at 20 whose target has come before, at 60. */
    private static final MadeUpTrace TRACE = Story.inVirtualTime()
            .handled(id(0, 1), 1, MessageKind.ACTIVATION, 1, new Times(0, 0, 0, 12))
            .handled(id(0, 2), 1, MessageKind.ACTIVATION, 2, new Times(0, 0, 12, 22))
            .handled(id(1, 1), 2, MessageKind.ACTIVATION, 1, new Times(10, 15, 15, 40), id(0, 1))
            .handled(id(1, 2), 2, MessageKind.ACTIVATION, 2, new Times(20, 25, 40, 50), id(0, 2))
            .handled(id(2, 2), 1, MessageKind.TARGET, 2, new Times(50, 55, 55, 60), id(1, 2))
            .update(1, Mapping.FORWARD, 1, id(2, 2), 2, 0, 60)
            .handled(id(2, 1), 1, MessageKind.TARGET, 1, new Times(40, 70, 70, 75), id(1, 1))
            .update(1, Mapping.FORWARD, 2, id(2, 1), 1, 1, 80)
            .update(2, Mapping.FORWARD, 1, id(1, 2), 2, 0, 95)
            .end();

    @Test
    void theOldestAndTheStalest() {
        Stale stale = Stale.of(TRACE, 2);
        assertEquals(
                List.of(
                        new Stale.Late("layer-1:forward:2", "layer-2:1", "target", 1, 1, 70),
                        // the output layer sends no activation: from its having handled the one below
                        new Stale.Late("layer-2:forward:1", "layer-1:2", "activation", 2, 0, 45)),
                stale.oldest());
        assertEquals(List.of(stale.oldest().get(0)), stale.stalest());
        Stale.OfMapping first = stale.layers().get(0);
        assertEquals(0.5, first.stalenessMean());
        assertEquals(1, first.stalenessMax());
        assertEquals(new Quantiles(2, 55, 40, 70, 70, 70), first.ageNs());
    }

    @Test
    void inLockstepNothingIsStale() {
        Stale stale = Stale.of(MadeUpTrace.lockstep(4, 20), 5);
        assertEquals("wall", stale.timesOf());
        assertTrue(stale.stalest().isEmpty());
        assertEquals(5, stale.oldest().size());
        assertEquals("layer-1:forward:1", stale.oldest().get(0).update());
    }
}
