package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;

/** Traces of a run without a clock that something was changed in: it is found, and layer and message are named. */
class ClocklessDamageTest {
    @TempDir
    private static Path folder;

    private static ClocklessRun whole;

    @BeforeAll
    static void run() {
        whole = ClocklessRun.of(folder, ClocklessRun.MESSY, ClocklessRun.LATE);
    }

    private static List<TraceRecord> records() {
        return new ArrayList<>(whole.trace().records());
    }

    private static int find(Predicate<TraceRecord> wanted) {
        List<TraceRecord> records = records();
        // past the beginning, where all is still the same
        int at = records.size() / 4;
        while (!wanted.test(records.get(at))) {
            at++;
        }
        return at;
    }

    private static boolean handled(TraceRecord each, MessageKind kind, int at) {
        return each instanceof MessageRecord message
                && message.outcome() == Outcome.HANDLED
                && message.kind() == kind
                && message.to() == at;
    }

    private static Map<Invariant, String> without(int at) {
        List<TraceRecord> records = records();
        records.remove(at);
        return whole.violated(records);
    }

    private static Map<Invariant, String> changed(int at, UnaryOperator<TraceRecord> change) {
        List<TraceRecord> records = records();
        records.set(at, change.apply(records.get(at)));
        return whole.violated(records);
    }

    private static void assertNames(String violation, int layer, String record) {
        assertTrue(
                violation != null && violation.contains("layer-" + layer) && violation.contains(record),
                () -> violation + " should name layer-" + layer + " and " + record);
    }

    @Test
    void unchangedItIsClean() {
        assertEquals(Map.of(), whole.violated(records()));
    }

    /** Also in its times: as if the layer had taken them in hand the other way round. */
    @Test
    void twoHandlingsInEachOthersPlace() {
        int first = find(each -> handled(each, MessageKind.ACTIVATION, 2));
        List<TraceRecord> records = records();
        MessageRecord one = (MessageRecord) records.get(first);
        int second = first + 1;
        while (!(records.get(second) instanceof MessageRecord next && next.to() == 2)) {
            second++;
        }
        MessageRecord other = (MessageRecord) records.get(second);
        records.set(first, moved(other, one.times()));
        records.set(second, moved(one, other.times()));
        Map<Invariant, String> violated = whole.violated(records);
        assertTrue(violated.containsKey(Invariant.TURNS) || violated.containsKey(Invariant.TIMES), violated::toString);
        assertNames(violated.get(Invariant.CAUSE_FIRST), 2, one.name());
        Collections.swap(records, first, second);
        assertTrue(whole.violated(records).containsKey(Invariant.TURNS));
    }

    private static MessageRecord moved(MessageRecord message, Times to) {
        return Story.Edit.times(
                message, new Times(message.times().sent(), message.times().delivered(), to.started(), to.finished()));
    }

    @Test
    void anotherStaleness() {
        for (Mapping mapping : Mapping.values()) {
            int at = find(each -> each instanceof UpdateRecord update
                    && update.id().mapping() == mapping
                    && update.id().layer() == 2);
            UpdateRecord update = (UpdateRecord) records().get(at);
            Map<Invariant, String> violated =
                    changed(at, each -> stale(update, update.staleness() + 1, update.cause()));
            assertTrue(
                    Set.of(Invariant.STALENESS, Invariant.LATENESS).containsAll(violated.keySet()), violated::toString);
            assertNames(violated.get(Invariant.STALENESS), 2, update.name());
            assertNames(violated.get(Invariant.STALENESS), 2, update.cause().toString());
            assertNames(violated.get(Invariant.LATENESS), 2, "staleness");
        }
    }

    private static UpdateRecord stale(UpdateRecord of, long staleness, MessageId cause) {
        return new UpdateRecord(
                of.id(),
                cause,
                of.at(),
                of.purpose(),
                of.presentation(),
                staleness,
                of.loss(),
                of.norm(),
                of.time(),
                of.wallStarted(),
                of.wallFinished());
    }

    @Test
    void aSendingThatIsNotThere() {
        int at = find(each -> handled(each, MessageKind.TARGET, 1));
        String name = records().get(at).name();
        Map<Invariant, String> violated = without(at);
        assertNames(violated.get(Invariant.SEQUENCE), 2, name);
        assertTrue(violated.containsKey(Invariant.RESULT), violated::toString);
    }

    @Test
    void aHandlingThatIsNotThere() {
        int at = find(each -> handled(each, MessageKind.TARGET, 2));
        MessageRecord message = (MessageRecord) records().get(at);
        Times left = new Times(message.times().sent(), Times.UNKNOWN, Times.UNKNOWN, Times.UNKNOWN);
        Map<Invariant, String> violated =
                changed(at, each -> new Story.Edit(Story.Edit.times(each, left)).outcome(Outcome.IN_FLIGHT));
        assertNames(violated.get(Invariant.UNDER_WAY), 2, message.name());
    }

    @Test
    void anUpdateThatIsNotThere() {
        int at = find(each -> each instanceof UpdateRecord update
                && update.id().layer() == 3
                && update.id().mapping() == Mapping.FORWARD);
        UpdateRecord update = (UpdateRecord) records().get(at);
        Map<Invariant, String> violated = without(at);
        assertNames(violated.get(Invariant.LEARNING), 3, update.cause().toString());
        assertTrue(violated.containsKey(Invariant.VERSIONS), violated::toString);
    }

    @Test
    void anUpdateOfAnotherCause() {
        int at = find(each -> each instanceof UpdateRecord update
                && update.id().layer() == 1
                && update.id().mapping() == Mapping.FORWARD);
        UpdateRecord update = (UpdateRecord) records().get(at);
        int before = find(each -> handled(each, MessageKind.ACTIVATION, 1));
        Map<Invariant, String> violated = changed(
                at,
                each -> stale(
                        update, update.staleness(), ((MessageRecord) records().get(before)).id()));
        assertNames(violated.get(Invariant.LEARNING), 1, update.name());
    }

    @Test
    void anotherOutcome() {
        int at = find(each ->
                each instanceof MessageRecord message && message.outcome() == Outcome.DUPLICATE && message.to() == 2);
        MessageRecord copy = (MessageRecord) records().get(at);
        for (Outcome outcome : List.of(Outcome.HANDLED, Outcome.EXPIRED)) {
            Map<Invariant, String> violated = changed(at, each -> new Story.Edit(copy).outcome(outcome));
            assertNames(violated.get(Invariant.MEMORY), 2, copy.name());
        }
        Map<Invariant, String> violated = without(at);
        assertTrue(violated.get(Invariant.FATE).startsWith(copy.name() + ": "), violated::toString);
    }

    @Test
    void aLossThatNoLinkHasToAnswerFor() {
        int at = find(each -> handled(each, MessageKind.TARGET, 1));
        MessageRecord message = (MessageRecord) records().get(at);
        Times left = new Times(message.times().sent(), Times.UNKNOWN, Times.UNKNOWN, Times.UNKNOWN);
        Map<Invariant, String> violated =
                changed(at, each -> new Story.Edit(Story.Edit.times(each, left)).outcome(Outcome.LOST));
        assertNames(violated.get(Invariant.FATE), 1, message.name());
    }

    @Test
    void anAgeThatTimesDoNotTell() {
        int at = find(each -> each instanceof UpdateRecord update
                && update.id().layer() == 1
                && update.id().mapping() == Mapping.FORWARD);
        MessageId cause = ((UpdateRecord) records().get(at)).cause();
        int target = records()
                .indexOf(records().stream()
                        .filter(each -> each instanceof MessageRecord message
                                && message.outcome() == Outcome.HANDLED
                                && message.id().equals(cause))
                        .findFirst()
                        .orElseThrow());
        Times times = ((MessageRecord) records().get(target)).times();
        Map<Invariant, String> violated = changed(
                target,
                each -> Story.Edit.times(
                        each, new Times(times.sent(), times.delivered(), times.started() + 1, times.finished())));
        assertEquals(Set.of(Invariant.LATENESS), violated.keySet());
        assertNames(violated.get(Invariant.LATENESS), 1, "age");
    }
}
