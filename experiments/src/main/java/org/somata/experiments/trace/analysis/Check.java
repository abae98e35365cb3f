package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.Trace.Gap;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.experiments.trace.Window;

/**
 * Whether a trace can be true.
 *
 * @param notes what could not be compared, and why
 */
public record Check(
        TraceHeader trace, long messages, long updates, List<Finding> findings, List<Gap> gaps, List<String> notes) {
    public Check {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
        notes = List.copyOf(notes);
    }

    /**
     * What was found of one invariant.
     *
     * @param checked how many records or sums it was checked of; 0 where there was nothing to check
     * @param examples the first violations, as sentences
     */
    public record Finding(Invariant invariant, String says, long checked, long violations, List<String> examples) {
        public Finding {
            examples = List.copyOf(examples);
        }
    }

    @JsonProperty
    public boolean clean() {
        return violations() == 0 && !damaged();
    }

    /** Whether something is missing that should be there: what was deleted to take no more room should not. */
    @JsonProperty
    public boolean damaged() {
        return gaps.stream().anyMatch(gap -> !gap.deleted());
    }

    @JsonProperty
    public long violations() {
        return findings.stream().mapToLong(Finding::violations).sum();
    }

    /**
     * Reads a trace; twice, where something was told of long after its cause.
     *
     * @param run that it is of, whose counts it is compared with; empty where there is none
     */
    public static Check of(Trace trace, Optional<RecordedRun> run) {
        Findings findings = new Findings();
        CauseCheck causes = new CauseCheck(trace.header(), findings);
        ActivationCheck activations = new ActivationCheck(findings);
        Counts counts = new Counts();
        Clockless clockless = Clockless.of(trace, run, findings);
        List<RecordCheck> checks = new ArrayList<>(List.of(
                new MessageCheck(trace.header(), findings),
                causes,
                activations,
                new NumberingCheck(findings, trace.firstPresentation() == 1, clockless.isLockstep()),
                new TurnCheck(trace.header(), findings),
                counts));
        checks.addAll(clockless.checks());
        trace.read(Window.ALL, each -> checks.forEach(check -> check.accept(each)));
        if (causes.asks() || activations.asks()) {
            trace.read(Window.ALL, each -> {
                if (each instanceof MessageRecord message) {
                    causes.answer(message);
                    activations.answer(message);
                }
            });
        }
        checks.forEach(RecordCheck::end);
        clockless.compare();
        List<Gap> gaps = trace.gaps();
        new RunCheck(trace.header(), counts, findings).against(run, !gaps.isEmpty());
        return new Check(trace.header(), counts.messages(), counts.updates(), findings.all(), gaps, findings.notes());
    }

    /** Something that is looked at in all records, in their order. */
    interface RecordCheck {
        default void message(MessageRecord message) {}

        default void update(UpdateRecord update) {}

        /** There are no more. */
        default void end() {}

        default void accept(TraceRecord each) {
            if (each instanceof MessageRecord message) {
                message(message);
            } else if (each instanceof UpdateRecord update) {
                update(update);
            }
        }
    }
}
