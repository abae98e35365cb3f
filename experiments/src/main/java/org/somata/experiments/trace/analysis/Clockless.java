package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader.Clock;

/** What is checked of a trace because there was no clock; nothing in lockstep. */
final class Clockless {
    private final boolean lockstep;
    private final List<Check.RecordCheck> checks = new ArrayList<>();
    private Runnable comparing = () -> {};

    private Clockless(boolean lockstep) {
        this.lockstep = lockstep;
    }

    /** All of it needs the run's configuration, and a trace that is whole. */
    static Clockless of(Trace trace, Optional<RecordedRun> run, Findings findings) {
        boolean lockstep = trace.header().clock() == Clock.LOCKSTEP;
        Clockless clockless = new Clockless(lockstep);
        if (!lockstep) {
            clockless.begin(trace, run, findings);
        }
        return clockless;
    }

    private void begin(Trace trace, Optional<RecordedRun> run, Findings findings) {
        if (!trace.gaps().isEmpty()) {
            findings.note(
                    "Not counted again: what layers remembered and how stale they learned, as the trace has gaps.");
            return;
        }
        if (run.isPresent() && run.get().manifest().sessions().size() > 1) {
            findings.note(
                    "Not counted again: what layers remembered and how stale they learned, as the run went on from a"
                            + " checkpoint, with nothing under way and a clock that began anew.");
            return;
        }
        Optional<Terms> terms = run.flatMap(of -> Terms.of(of, trace.header()));
        boolean toTheEnd =
                run.flatMap(RecordedRun::result).filter(Clockless::wentToItsEnd).isPresent();
        checks.add(new UnderWayCheck(terms, toTheEnd, findings));
        if (terms.isEmpty()) {
            findings.note("Not counted again: what layers remembered and how stale they learned, as there is only the"
                    + " trace, and no configuration.");
            return;
        }
        ClocklessCheck layers = new ClocklessCheck(terms.get(), findings);
        checks.add(layers);
        checks.add(new FateCheck(terms.get(), findings));
        comparing = () -> new LayersCheck(run.get(), findings).against(layers.counted());
    }

    private static boolean wentToItsEnd(Result result) {
        return result.status().equals(Result.COMPLETED) && result.stopped().isEmpty();
    }

    boolean isLockstep() {
        return lockstep;
    }

    /** What looks at all records. */
    List<Check.RecordCheck> checks() {
        return checks;
    }

    /** Once there are no more. */
    void compare() {
        comparing.run();
    }
}
