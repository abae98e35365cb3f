package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.experiments.trace.analysis.Story.changed;
import static org.somata.experiments.trace.analysis.Story.id;
import static org.somata.experiments.trace.analysis.Story.with;
import static org.somata.experiments.trace.analysis.Story.without;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.Trace.Gap;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateId;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;

class CheckTest {
    private static final MadeUpTrace TRACE = MadeUpTrace.lockstep(3, 10);
    private static final long NEVER = Times.UNKNOWN;

    private static Check of(MadeUpTrace trace) {
        return Check.of(trace, Optional.empty());
    }

    /** Violations by what they violate. */
    private static Map<Invariant, Long> violated(MadeUpTrace trace) {
        Map<Invariant, Long> violated = new TreeMap<>();
        of(trace).findings().stream()
                .filter(finding -> finding.violations() > 0)
                .forEach(finding -> violated.put(finding.invariant(), finding.violations()));
        return violated;
    }

    private static String first(MadeUpTrace trace, Invariant invariant) {
        return of(trace).findings().get(invariant.ordinal()).examples().get(0);
    }

    private static Story.Edit edit(TraceRecord each) {
        return new Story.Edit((MessageRecord) each);
    }

    private static MessageRecord message(String name) {
        return (MessageRecord) TRACE.records().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void lockstepIsClean(int depth) {
        Check check = of(MadeUpTrace.lockstep(depth, 30));
        assertTrue(check.clean(), () -> check.findings().toString());
        assertEquals(60L * depth, check.messages());
        assertEquals(
                List.of("Not compared with result.json and the schedule: there is only the trace, and no run."),
                check.notes());
    }

    @Test
    void timesThatGoBack() {
        MadeUpTrace trace =
                changed(TRACE, "layer-1:3", each -> Story.Edit.wall(each, new Times(900, 800, 15_000, 15_001)));
        assertTrue(violated(trace).containsKey(Invariant.TIMES));
        assertEquals(
                "layer-1:3: on the wall sent 900, delivered 800, started 15000, finished 15001",
                first(trace, Invariant.TIMES));
    }

    @Test
    void anEffectBeforeItsCause() {
        // positions 12 to 18 are presentation 3's; the second activation leaves before the first is in hand at 13
        MadeUpTrace trace = changed(TRACE, "layer-1:3", each -> Story.Edit.times(each, new Times(12, 14, 14, 15)));
        assertEquals(Map.of(Invariant.CAUSE_FIRST, 1L), violated(trace));
        assertEquals(
                "layer-1:3: was there at 12, but its cause input:3 was taken in hand at 13",
                first(trace, Invariant.CAUSE_FIRST));
    }

    @Test
    void aCauseThatIsNotThere() {
        MadeUpTrace trace = changed(TRACE, "layer-1:3", each -> edit(each).causes(id(0, 99)));
        assertEquals(Map.of(Invariant.CAUSES, 1L), violated(trace));
        assertEquals(
                "layer-1:3: its cause input:99 is not in the trace, or was never handled",
                first(trace, Invariant.CAUSES));
    }

    @Test
    void aCauseThatAnotherHandled() {
        MadeUpTrace trace = changed(TRACE, "layer-1:3", each -> edit(each).causes(id(0, 2)));
        assertEquals(Map.of(Invariant.CAUSES, 1L), violated(trace));
        assertEquals(
                Map.of(Invariant.CAUSES, 1L),
                violated(changed(TRACE, "layer-1:3", each -> edit(each).causes())));
    }

    @Test
    void anUpdateWithoutItsCause() {
        MadeUpTrace trace = changed(TRACE, "layer-2:forward:4", each -> update(each, 4, id(3, 77)));
        assertEquals(Map.of(Invariant.CAUSES, 1L), violated(trace));
    }

    private static UpdateRecord update(TraceRecord each, long version, MessageId cause) {
        UpdateRecord of = (UpdateRecord) each;
        return new UpdateRecord(
                new UpdateId(of.id().layer(), of.id().mapping(), version),
                cause,
                of.at(),
                of.purpose(),
                of.presentation(),
                of.staleness(),
                of.loss(),
                of.norm(),
                of.time(),
                of.wallStarted(),
                of.wallFinished());
    }

    @Test
    void aHoleInTheVersions() {
        MadeUpTrace trace = without(TRACE, "layer-2:forward:4");
        assertEquals(Map.of(Invariant.VERSIONS, 1L), violated(trace));
        assertEquals("layer-2:forward:5: follows version 3 of the same weights", first(trace, Invariant.VERSIONS));
    }

    @Test
    void aHoleInTheMessages() {
        // nothing follows from a target for layer 1 but an update
        MadeUpTrace trace = without(without(TRACE, "layer-2:8"), "layer-1:forward:4");
        assertEquals(Map.of(Invariant.SEQUENCE, 1L, Invariant.VERSIONS, 1L), violated(trace));
        assertEquals("layer-2: 1 messages are not there, layer-2:8", first(trace, Invariant.SEQUENCE));
    }

    @Test
    void aMessageTwice() {
        MadeUpTrace trace = changed(TRACE, "teacher:10", each -> edit(each).id(id(-1, 9)));
        assertTrue(violated(trace).containsKey(Invariant.SEQUENCE));
        assertEquals("teacher:9: is there more than once", first(trace, Invariant.SEQUENCE));
    }

    @Test
    void aTargetWithoutItsActivation() {
        MadeUpTrace trace = Story.inVirtualTime()
                .handled(id(0, 1), 2, MessageKind.ACTIVATION, 1, new Times(0, 0, 0, 1))
                .handled(id(2, 1), 1, MessageKind.TARGET, 1, new Times(1, 1, 1, 2), id(0, 1))
                .end();
        assertEquals(Map.of(Invariant.ACTIVATIONS, 1L), violated(trace));
    }

    @Test
    void twoThingsAtATime() {
        // presentation 3: layer 2 handles the activation from 14 on, and the target only from 16
        MadeUpTrace trace = changed(TRACE, "layer-1:3", each -> Story.Edit.times(each, new Times(14, 14, 14, 17)));
        assertEquals(1, violated(trace).get(Invariant.TURNS));
        assertEquals(
                "layer-3:3: layer-2 took it in hand at 16, while it handled layer-1:3 until 17",
                first(trace, Invariant.TURNS));
    }

    @Test
    void anOutcomeThatTimesBelie() {
        MadeUpTrace trace = changed(TRACE, "layer-2:8", each -> edit(each).outcome(Outcome.LOST));
        assertTrue(violated(trace).containsKey(Invariant.OUTCOMES));
        assertEquals(
                "layer-2:8: is lost, but sent 23, delivered 23, started 23, finished 24",
                first(trace, Invariant.OUTCOMES));
    }

    @Test
    void bitsThatAreNotUnitsTimesExamples() {
        MadeUpTrace trace = changed(TRACE, "layer-2:8", each -> edit(each).bits(1));
        assertEquals(Map.of(Invariant.BITS, 1L), violated(trace));
        assertEquals("layer-2:8: 4 × 2 real are 256 bits, not 1", first(trace, Invariant.BITS));
    }

    @Test
    void copiesLossesAndWhatIsUnderWayAreNoViolations() {
        MessageRecord of = message("layer-2:20");
        MadeUpTrace copied = with(
                TRACE,
                Story.Edit.wall(
                        Story.Edit.times(edit(of).outcome(Outcome.DUPLICATE), new Times(59, 70, 70, 70)),
                        new Times(59_000, 70_000, 70_000, 70_000)));
        assertEquals(Map.of(), violated(copied));
        MadeUpTrace under = with(
                TRACE,
                Story.Edit.wall(
                        Story.Edit.times(
                                edit(edit(of).id(id(2, 21))).outcome(Outcome.IN_FLIGHT),
                                new Times(59, NEVER, NEVER, NEVER)),
                        new Times(59_000, NEVER, NEVER, NEVER)));
        assertEquals(Map.of(), violated(under));
    }

    @Test
    void aCopyOfNothing() {
        MessageRecord of = message("layer-2:20");
        MadeUpTrace copied = with(
                TRACE,
                Story.Edit.wall(
                        Story.Edit.times(
                                edit(edit(of).id(id(2, 50))).outcome(Outcome.DUPLICATE), new Times(59, 70, 70, 70)),
                        new Times(59_000, 70_000, 70_000, 70_000)));
        assertEquals(Map.of(Invariant.OUTCOMES, 1L), violated(copied));
    }

    /** What was lost is told of at the end, when its cause has long been forgotten. */
    @Test
    void aLossFindsItsCauseWhenTheTraceIsReadAgain() {
        Story story = Story.inVirtualTime();
        int presentations = 40_000;
        for (int n = 1; n <= presentations; n++) {
            story.handled(id(0, n), 1, MessageKind.ACTIVATION, n, new Times(2 * n, 2 * n, 2 * n, 2 * n + 1));
            story.handled(
                    id(1, 2 * n - 1),
                    2,
                    MessageKind.ACTIVATION,
                    n,
                    new Times(2 * n + 1, 2 * n + 1, 2 * n + 1, 2 * n + 2),
                    id(0, n));
            story.message(
                    id(1, 2 * n),
                    2,
                    MessageKind.PROBE,
                    n,
                    Outcome.LOST,
                    new Times(2 * n + 1, NEVER, NEVER, NEVER),
                    id(0, n));
        }
        assertEquals(Map.of(), violated(story.end()));
    }

    @Test
    void versionsOfBothMappingsAreCountedApart() {
        MadeUpTrace trace = Story.inVirtualTime()
                .handled(id(0, 1), 1, MessageKind.ACTIVATION, 1, new Times(0, 0, 0, 1))
                .update(1, Mapping.FEEDBACK, 1, id(0, 1), 1, 0, 1)
                .update(1, Mapping.FORWARD, 1, id(0, 1), 1, 0, 1)
                .end();
        assertEquals(Map.of(), violated(trace));
    }

    @Test
    void aGapIsNotCleanAndMayExplainWhatIsNotThere() {
        MadeUpTrace cut = new MadeUpTrace(
                TRACE.header(),
                without(TRACE, "layer-2:8").records(),
                List.of(new Gap("trace-0001.bin at byte 4711", "a block's checksum is wrong", -1)));
        Check check = of(cut);
        assertFalse(check.clean());
        assertEquals(
                List.of(Invariant.CAUSES, Invariant.SEQUENCE),
                check.findings().stream()
                        .filter(finding -> finding.violations() > 0)
                        .map(Check.Finding::invariant)
                        .toList());
        assertTrue(Invariant.CAUSES.isOfPresence() && Invariant.SEQUENCE.isOfPresence());
        assertEquals(List.of("Not compared with result.json and the schedule: the trace has gaps."), check.notes());
    }

    @Test
    void allAreCountedAndTenAreTold() {
        MadeUpTrace trace = TRACE.with(TRACE.records().stream()
                .map(each ->
                        each instanceof MessageRecord ? (TraceRecord) edit(each).bits(3) : each)
                .toList());
        Check.Finding bits = of(trace).findings().get(Invariant.BITS.ordinal());
        assertEquals(60, bits.violations());
        assertEquals(10, bits.examples().size());
    }
}
