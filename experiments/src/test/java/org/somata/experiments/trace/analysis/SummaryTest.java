package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.somata.experiments.trace.analysis.Story.id;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.Window;
import org.somata.experiments.trace.analysis.CriticalPath.What;
import org.somata.model.signals.MessageKind;

class SummaryTest {
    private static Summary of(MadeUpTrace trace) {
        return Summary.of(trace, Window.ALL, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void lockstepIsCounted(int depth) {
        Summary summary = of(MadeUpTrace.lockstep(depth, 20));
        assertEquals(20, summary.presentations());
        assertEquals(20 * 2 * depth, summary.messages());
        assertEquals(2 * depth, summary.links().size());
        assertEquals("wall", summary.timesOf());
        for (LinkFigures link : summary.links()) {
            assertEquals(20, link.messages());
            assertEquals(20, link.handled());
            assertEquals(link.kind().equals("label") ? 20 * 64 : 20 * 256, link.bits());
            assertEquals(100, link.latencyNs().max());
        }
        assertEquals(20, summary.layers().get(depth - 1).forward().updates());
        assertTrue(summary.path().complete());
        assertEquals(summary.durationNs().p50(), summary.path().totalNs());
    }

    /** Two layers; the second is busy when an activation comes, and what comes late is not waited for in vain. */
    private static MadeUpTrace story() {
        return Story.inVirtualTime()
                .handled(id(0, 1), 1, MessageKind.ACTIVATION, 1, new Times(0, 0, 0, 10))
                .handled(id(1, 1), 2, MessageKind.ACTIVATION, 1, new Times(10, 15, 15, 40), id(0, 1))
                .update(2, Mapping.FORWARD, 1, id(1, 1), 1, 0, 50)
                .handled(id(0, 2), 1, MessageKind.ACTIVATION, 2, new Times(5, 5, 10, 20))
                .handled(id(1, 2), 2, MessageKind.ACTIVATION, 2, new Times(20, 22, 50, 70), id(0, 2))
                .handled(id(2, 1), 1, MessageKind.TARGET, 1, new Times(40, 60, 60, 65), id(1, 1))
                .update(1, Mapping.FORWARD, 1, id(2, 1), 1, 3, 80)
                .message(
                        id(2, 2),
                        1,
                        MessageKind.TARGET,
                        2,
                        Outcome.LOST,
                        new Times(70, Times.UNKNOWN, Times.UNKNOWN, Times.UNKNOWN),
                        id(1, 2))
                .message(id(2, 1), 1, MessageKind.TARGET, 1, Outcome.DUPLICATE, new Times(40, 70, 80, 80), id(1, 1))
                .message(
                        id(2, 3),
                        1,
                        MessageKind.TARGET,
                        1,
                        Outcome.IN_FLIGHT,
                        new Times(72, 74, Times.UNKNOWN, Times.UNKNOWN),
                        id(1, 2))
                .end();
    }

    @Test
    void linksByHand() {
        Summary summary = of(story());
        assertEquals("virtual", summary.timesOf());
        assertEquals(
                List.of("input layer-1 activation", "layer-1 layer-2 activation", "layer-2 layer-1 target"),
                summary.links().stream()
                        .map(link -> link.from() + " " + link.to() + " " + link.kind())
                        .toList());
        LinkFigures up = summary.links().get(1);
        assertEquals(new Quantiles(2, 3.5, 2, 5, 5, 5), up.latencyNs());
        assertEquals(new Quantiles(2, 14, 0, 28, 28, 28), up.waitingNs());
        LinkFigures down = summary.links().get(2);
        assertEquals(
                List.of(4L, 32L, 1L, 1L, 1L, 0L, 1L),
                List.of(
                        down.messages(),
                        down.bits(),
                        down.handled(),
                        down.lost(),
                        down.duplicate(),
                        down.expired(),
                        down.inFlight()));
        assertEquals(3, down.latencyNs().count());
    }

    @Test
    void layersByHand() {
        Summary summary = of(story());
        assertEquals(80, summary.spanNs());
        LayerFigures second = summary.layers().get(1);
        // 15 to 40 and 50 to 70 handling, 40 to 50 learning
        assertEquals(45, second.handlingNs());
        assertEquals(10, second.learningNs());
        assertEquals(55 / 80.0, second.busyShare());
        assertEquals(0, second.idleNs());
        assertEquals(28 / 80.0, second.mailboxMean());
        assertEquals(1, second.mailboxMost());
        assertNull(second.feedback());
        LayerFigures first = summary.layers().get(0);
        // from 20 to 60 there was nothing to do until the target came
        assertEquals(List.of(new LayerFigures.Wait("layer-2", 1, 40)), first.waits());
        assertEquals(List.of(new StalenessFigures.Bar(3, 3, 1)), first.forward().histogram());
        // the copy from 70, and the one in flight from 74, to 80; the input's second from 5 to 10
        assertEquals((5 + 10 + 6) / 80.0, first.mailboxMean());
        assertEquals(2, first.mailboxMost());
    }

    @Test
    void theCriticalPathByHand() {
        CriticalPath path = Summary.of(story(), Window.ALL, Optional.of(1L)).path();
        assertTrue(path.complete());
        assertEquals(
                List.of(
                        "handling layer-1 input:1 0 10",
                        "transit layer-2 layer-1:1 10 15",
                        "handling layer-2 layer-1:1 15 40",
                        "transit layer-1 layer-2:1 40 60",
                        "handling layer-1 layer-2:1 60 65",
                        "learning layer-1 layer-1:forward:1 65 80"),
                path.stretches().stream()
                        .map(each -> each.what().label() + " " + each.layer() + " " + each.of() + " " + each.fromNs()
                                + " " + each.toNs())
                        .toList());
        assertEquals(80, path.totalNs());
        assertEquals(25, path.transitNs());
        assertEquals(40, path.handlingNs());
        assertEquals(15, path.learningNs());
    }

    /** Presentation 2 is in hand from 10; its activation waits from 22 for layer 2, which is busy with presentation 1. */
    @Test
    void aPathMayGoThroughAnotherPresentation() {
        CriticalPath path = Summary.of(story(), Window.ALL, Optional.of(2L)).path();
        CriticalPath.Stretch before = path.stretches().get(path.stretches().size() - 2);
        assertEquals(What.LEARNING, before.what());
        assertEquals("layer-2:forward:1", before.of());
        assertEquals(1, before.presentation());
        assertEquals(60, path.totalNs());
        assertTrue(path.complete());
    }

    @Test
    void aStepThatIsNotThereIsRefused() {
        NoSuchRecordException none = assertThrows(
                NoSuchRecordException.class, () -> Summary.of(MadeUpTrace.lockstep(2, 5), Window.ALL, Optional.of(9L)));
        assertEquals("no presentation 9 in the trace; there are 1 to 5", none.getMessage());
    }

    @Test
    void nothingIsASummaryToo() {
        Summary summary = of(MadeUpTrace.lockstep(2, 0));
        assertEquals(0, summary.messages());
        assertEquals(0, summary.spanNs());
        assertNull(summary.path());
    }

    @Test
    void aWindowIsSummarisedAlone() {
        Summary summary = Summary.of(MadeUpTrace.lockstep(3, 10), new Window(6, 18, 2, 3, 1), Optional.empty());
        assertEquals(2, summary.presentations());
        assertEquals(
                List.of("layer-2", "layer-3"),
                summary.layers().stream().map(LayerFigures::layer).toList());
    }

    @Test
    void quantilesByHand() {
        Spread spread = new Spread();
        LongStream.rangeClosed(1, 100).forEach(spread::add);
        assertEquals(new Quantiles(100, 50.5, 50, 90, 99, 100), spread.quantiles());
        assertEquals(new Quantiles(0, 0, 0, 0, 0, 0), new Spread().quantiles());
    }

    @Test
    void stalenessFallsIntoRanges() {
        StalenessTally tally = new StalenessTally();
        LongStream.of(0, 3, 4, 7, 8, 1000).forEach(tally::add);
        assertEquals(
                List.of("0..0 1", "3..3 1", "4..7 2", "8..15 1", "512..1023 1"),
                tally.figures().histogram().stream()
                        .map(bar -> bar.from() + ".." + bar.to() + " " + bar.updates())
                        .toList());
    }

    @Test
    void numbersInAnyOrderBecomeRanges() {
        NumberSet numbers = new NumberSet();
        LongStream.of(5, 1, 2, 4, 9, 3).forEach(numbers::add);
        assertEquals(List.of(new NumberSet.Range(1, 5), new NumberSet.Range(9, 9)), numbers.ranges());
        assertEquals(false, numbers.add(2));
        assertEquals(6, numbers.count());
    }
}
