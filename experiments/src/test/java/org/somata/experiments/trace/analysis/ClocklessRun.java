package org.somata.experiments.trace.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.somata.experiments.Small;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Runs;
import org.somata.experiments.runs.Watch;
import org.somata.experiments.trace.MadeUpTrace;
import org.somata.experiments.trace.RecordedTrace;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.TraceSettings;
import org.somata.experiments.trace.Window;

/** A small run without a clock, traced, whose records a test may change. */
record ClocklessRun(RecordedRun run, MadeUpTrace trace) {
    /** Much goes wrong at once; by the wall's clock too. */
    static final String[] MESSY = {
        "training.batch=5",
        "links={up: {loss: 0.05, duplication: 0.1}, down: {loss: 0.05, duplication: 0.1}, labels: {loss: 0.05}}",
        "schedule.feedback-warm-up=1",
        "schedule.alive=8",
        "schedule.memory=6",
        "schedule.act-probability=0.9",
        "learning.forward.accumulate=2",
        "learning.feedback.accumulate=2",
        "learning.feedback-updates=2"
    };

    /** And what only simulated time has. */
    static final String[] LATE = {
        "links.up.latency=1ms",
        "links.up.jitter={kind: uniform, from: 0ms, to: 3ms}",
        "links.down.latency={kind: log-normal, median: 1ms, sigma: 0.5}",
        "schedule.compute=250us"
    };

    static ClocklessRun of(Path folder, String[]... overrides) {
        return of(folder, Watch.NONE, overrides);
    }

    static ClocklessRun of(Path folder, Watch watch, String[]... overrides) {
        List<String> all = new ArrayList<>(List.of("schedule.kind=asynchronous", "training.epochs=2"));
        Stream.of(overrides).flatMap(Arrays::stream).forEach(all::add);
        Engine engine = Engine.actors(2).tracing(TraceSettings.metadata(10 * TraceSettings.LEAST_BYTES));
        Path run = folder.resolve("run");
        new Runs(engine, List.of(), watch).begin(Small.config(all), run, Optional.empty());
        return read(run);
    }

    static ClocklessRun read(Path run) {
        List<TraceRecord> records = new ArrayList<>();
        RecordedTrace recorded = RecordedTrace.of(run);
        recorded.read(Window.ALL, records::add);
        assertEquals(List.of(), recorded.gaps());
        return new ClocklessRun(
                RecordedRun.read(run), new MadeUpTrace(recorded.header(), List.copyOf(records), List.of()));
    }

    Check check() {
        return check(trace.records());
    }

    Check check(List<TraceRecord> changed) {
        return Check.of(trace.with(changed), Optional.of(run));
    }

    /** What is violated, with the first example. */
    Map<Invariant, String> violated(List<TraceRecord> changed) {
        Map<Invariant, String> violated = new TreeMap<>();
        check(changed).findings().stream()
                .filter(finding -> finding.violations() > 0)
                .forEach(finding ->
                        violated.put(finding.invariant(), finding.examples().get(0)));
        return violated;
    }
}
