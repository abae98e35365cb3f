package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.somata.experiments.runs.Watch;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Outcome;
import org.somata.experiments.trace.UpdateRecord;

/** True traces of runs without a clock are clean, whatever went on in them. */
class ClocklessCheckTest {
    @TempDir
    private Path folder;

    private static void assertClean(Check check) {
        assertTrue(
                check.clean(),
                () -> check.findings().stream()
                        .filter(finding -> finding.violations() > 0)
                        .toList()
                        .toString());
        Set<Invariant> checked = EnumSet.noneOf(Invariant.class);
        check.findings().stream()
                .filter(finding -> finding.checked() > 0)
                .forEach(finding -> checked.add(finding.invariant()));
        assertTrue(
                checked.containsAll(Set.of(
                        Invariant.MEMORY, Invariant.LEARNING, Invariant.STALENESS, Invariant.FATE, Invariant.TURNS)),
                checked::toString);
    }

    private static long count(ClocklessRun of, Outcome outcome) {
        return of.trace().records().stream()
                .filter(each -> each instanceof MessageRecord message && message.outcome() == outcome)
                .count();
    }

    @ParameterizedTest
    @CsvSource({"virtual,then", "virtual,now", "wall,then", "wall,now"})
    void everythingAtOnce(String clock, String pairing) {
        String[] late = clock.equals("virtual") ? ClocklessRun.LATE : new String[0];
        ClocklessRun of = ClocklessRun.of(
                folder, ClocklessRun.MESSY, late, new String[] {"schedule.clock=" + clock, "schedule.pairing=" + pairing
                });
        Check check = of.check();
        assertClean(check);
        assertTrue(check.findings().get(Invariant.LATENESS.ordinal()).checked() == 44, check::toString);
        assertTrue(count(of, Outcome.LOST) > 20);
        assertTrue(count(of, Outcome.DUPLICATE) > 20);
        assertEquals(0, count(of, Outcome.IN_FLIGHT));
        // by the wall's clock layers may well be in time
        assertTrue(clock.equals("wall")
                || of.trace().records().stream()
                        .anyMatch(each -> each instanceof UpdateRecord update && update.staleness() > 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learning.rule=difference-target-propagation",
                "learning.rule=backpropagation",
                "learning.rule=direct-feedback-alignment",
                "learning.feedback-when=after-target",
                "learning.feedback-every=2",
                "schedule.passes=alternating",
                "schedule.memory=1",
                "schedule.deadline=1ms",
                "links={forward: bits, feedback: sign, feedback-at: receiver, up: {loss: 0.1, duplication: 0.1, jitter:"
                        + " {kind: uniform, from: 0ms, to: 4ms}}, down: {jitter: {kind: uniform, from: 0ms, to: 4ms}}}"
            })
    void whateverLearnsAndWhen(String override) {
        assertClean(ClocklessRun.of(
                        folder,
                        new String[] {"links={up: {latency: 1ms}, down: {latency: 1ms, loss: 0.05}}"},
                        new String[] {override})
                .check());
    }

    /** Then much is done at one time, and the order of the places is not that of causes. */
    @Test
    void whereNothingTakesTime() {
        assertClean(ClocklessRun.of(folder).check());
    }

    @Test
    void whatIsUnderWayWhenARunIsStoppedIsCounted() {
        Watch stopping = new Watch() {
            private boolean due;

            @Override
            public void progress(int epoch, long step) {
                due = step > 16;
            }

            @Override
            public boolean stopRequested() {
                return due;
            }
        };
        ClocklessRun of = ClocklessRun.of(folder, stopping, new String[] {"training.batch=10", "links.up.latency=1ms"});
        long underWay = count(of, Outcome.IN_FLIGHT);
        assertTrue(underWay > 0);
        assertClean(of.check());
        assertTrue(
                of.check().notes().contains(underWay + " messages were under way when the run ended."),
                () -> of.check().notes().toString());
    }
}
