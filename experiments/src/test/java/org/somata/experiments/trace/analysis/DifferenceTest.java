package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.analysis.Difference.Field;

class DifferenceTest {
    private static final MadeUpTrace TRACE = MadeUpTrace.lockstep(3, 60);

    /** With contents: all the same but those of one layer from one step on, and whatever follows from these. */
    private static MadeUpTrace withContents(int layer, long step) {
        TraceHeader of = TRACE.header();
        TraceHeader header = new TraceHeader(
                of.name(),
                of.seed(),
                of.rule(),
                TraceHeader.Level.PAYLOAD,
                of.clock(),
                of.units(),
                of.batch(),
                of.period(),
                of.memory());
        List<TraceRecord> records = new ArrayList<>();
        for (TraceRecord each : TRACE.records()) {
            boolean later = each.presentation() > step;
            if (each instanceof MessageRecord message) {
                boolean follows = message.presentation() == step
                        && (message.from() >= layer || message.kind().label().equals("target"));
                records.add(new Story.Edit(message).digest(message.from() > 0 && (later || follows) ? 7 : 3));
            } else {
                UpdateRecord update = (UpdateRecord) each;
                boolean differs =
                        later || update.presentation() == step && update.id().layer() > layer;
                records.add(differs ? louder(update) : update);
            }
        }
        return new MadeUpTrace(header, records, List.of());
    }

    private static UpdateRecord louder(UpdateRecord of) {
        return new UpdateRecord(
                of.id(),
                of.cause(),
                of.at(),
                of.purpose(),
                of.presentation(),
                of.staleness(),
                of.loss(),
                2 * of.norm(),
                of.time(),
                of.wallStarted(),
                of.wallFinished());
    }

    @Test
    void oneSampleAtStep37OfLayer2() {
        Difference difference = Difference.of(withContents(2, Long.MAX_VALUE), withContents(2, 37));
        assertFalse(difference.equal());
        assertTrue(difference.contents());
        // layer 2's activation of step 37: it sends an activation and a target at each
        assertEquals("layer-2:73", difference.message().id());
        assertEquals(37, difference.message().presentation());
        assertEquals(
                List.of(new Field("digest", "3", "7"), new Field("sample[0]", "3.0", "7.0")),
                difference.message().fields());
        assertEquals(1, difference.causes().size());
        assertEquals("layer-1:37", difference.causes().get(0).id());
        assertTrue(difference.causes().get(0).same());
        assertEquals("layer-3:forward:37", difference.update().id());
        assertEquals("norm", difference.update().fields().get(0).field());
    }

    @Test
    void theSameTraceIsEqualInWhateverOrderItTellsOfOneTime() {
        List<TraceRecord> mixed = new ArrayList<>(TRACE.records());
        Collections.shuffle(mixed, new Random(1));
        Difference difference = Difference.of(TRACE, TRACE.with(mixed));
        assertTrue(difference.equal());
        assertFalse(difference.contents());
        assertEquals(1, difference.notes().size());
    }

    @Test
    void theMachinesTimesAreNoDifference() {
        MadeUpTrace slower =
                Story.changed(TRACE, "layer-2:9", each -> Story.Edit.wall(each, new Times(1, 2, 3, 99_999)));
        assertTrue(Difference.of(TRACE, slower).equal());
    }

    @Test
    void oneRunMayBeLonger() {
        Difference difference = Difference.of(TRACE, MadeUpTrace.lockstep(3, 61));
        assertEquals("teacher:61", difference.message().id());
        assertNull(difference.message().first());
        assertNotNull(difference.message().second());
        assertEquals(List.of(), difference.message().fields());
        assertEquals("layer-2:feedback:61", difference.update().id());
        Difference other = Difference.of(MadeUpTrace.lockstep(3, 61), TRACE);
        assertNull(other.message().second());
    }

    @Test
    void runsOfOtherNetworksDifferFromTheBeginning() {
        Difference difference = Difference.of(TRACE, MadeUpTrace.lockstep(4, 10));
        assertEquals(
                List.of("units", "period"),
                difference.header().stream().map(Field::field).toList());
        assertEquals("teacher:1", difference.message().id());
        assertEquals(List.of(new Field("to", "3", "4")), difference.message().fields());
    }

    @Test
    void whatOneRunLostIsTheFirstDifference() {
        MadeUpTrace losing = Story.changed(
                TRACE,
                "layer-2:9",
                each -> Story.Edit.times(
                        new Story.Edit((MessageRecord) each).outcome(Outcome.LOST),
                        new Times(((MessageRecord) each).times().sent(), -1, -1, -1)));
        Difference difference = Difference.of(TRACE, losing);
        assertEquals("layer-2:9", difference.message().id());
        assertEquals(
                List.of("delivered", "started", "finished", "outcome"),
                difference.message().fields().stream().map(Field::field).toList());
    }

    @Test
    void whatOnlyOneHasIsFoundAmongOthersOfItsTime() {
        MadeUpTrace less = Story.without(TRACE, "layer-3:20");
        Difference difference = Difference.of(TRACE, less);
        assertEquals("layer-3:20", difference.message().id());
        assertNull(difference.message().second());
        assertNull(difference.update());
    }
}
