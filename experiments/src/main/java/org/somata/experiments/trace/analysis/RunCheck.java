package org.somata.experiments.trace.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.runs.LinkTraffic;
import org.somata.experiments.runs.RecordedRun;
import org.somata.experiments.runs.Result;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceHeader.Clock;
import org.somata.model.network.Schedule;
import org.somata.model.network.Turn;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.MessageKind.Direction;

/** Whether a trace has what its run counted, and what theory says: so many presentations times the turns of each. */
final class RunCheck {
    private final TraceHeader header;
    private final Counts counts;
    private final Findings findings;

    RunCheck(TraceHeader header, Counts counts, Findings findings) {
        this.header = header;
        this.counts = counts;
        this.findings = findings;
    }

    /** @param gaps whether the trace lacks something */
    void against(Optional<RecordedRun> run, boolean gaps) {
        Optional<String> reason = gaps
                ? Optional.of("the trace has gaps")
                : run.isEmpty()
                        ? Optional.of("there is only the trace, and no run")
                        : run.get().completed()
                                ? Optional.empty()
                                : Optional.of("the run is " + run.get().status());
        if (reason.isPresent()) {
            findings.note("Not compared with result.json and the schedule: " + reason.get() + ".");
            return;
        }
        result(run.get().result().orElseThrow());
        if (header.clock() == Clock.LOCKSTEP) {
            List<Integer> units = header.units();
            schedule(Assembly.of(run.get().config(), units.get(0), units.get(units.size() - 1))
                    .schedule());
        }
    }

    /** Messages of training; labels and words of the protocol are not counted there. */
    private void result(Result result) {
        long presentations = counts.presentations().values().stream()
                .mapToLong(NumberSet::count)
                .sum();
        check(Invariant.SCHEDULE, "presentations", presentations, result.steps(), "result.json has");
        if (result.links().isEmpty()) {
            findings.note("Not compared with result.json by link: an earlier program wrote it.");
            return;
        }
        Map<String, Counts.Sums> traced = new TreeMap<>();
        counts.links().forEach((key, sums) -> {
            if (key.kind().direction() != Direction.NEITHER) {
                traced.put(
                        name(
                                MessageId.name(key.from()),
                                MessageId.name(key.to()),
                                key.kind().label()),
                        sums);
            }
        });
        for (LinkTraffic link : result.links()) {
            link.kinds().forEach((kind, of) -> {
                String name = name(link.from(), link.to(), kind);
                Counts.Sums sums = traced.remove(name);
                check(
                        Invariant.RESULT,
                        name + ": messages",
                        sums == null ? 0 : sums.messages(),
                        of.messages(),
                        "result.json has");
                check(Invariant.RESULT, name + ": bits", sums == null ? 0 : sums.bits(), of.bits(), "result.json has");
            });
        }
        traced.forEach(
                (name, sums) -> check(Invariant.RESULT, name + ": messages", sums.messages(), 0, "result.json has"));
    }

    private static String name(String from, String to, String kind) {
        return from + " → " + to + " " + kind;
    }

    private void schedule(Schedule schedule) {
        Map<Turn, Long> expected = new TreeMap<>(RunCheck::compare);
        counts.presentations()
                .forEach((purpose, numbers) ->
                        schedule.turns(purpose).forEach(turn -> expected.merge(turn, numbers.count(), Long::sum)));
        Map<Turn, Long> traced = new TreeMap<>(RunCheck::compare);
        counts.links().forEach((key, sums) -> traced.merge(new Turn(key.to(), key.kind()), sums.handled(), Long::sum));
        expected.keySet().forEach(turn -> traced.putIfAbsent(turn, 0L));
        traced.forEach((turn, handled) -> check(
                Invariant.SCHEDULE,
                MessageId.name(turn.place()) + ": handlings of " + turn.kind().label(),
                handled,
                expected.getOrDefault(turn, 0L),
                "the schedule has"));
    }

    private static int compare(Turn one, Turn other) {
        int byPlace = Integer.compare(one.place(), other.place());
        MessageKind kind = one.kind();
        return byPlace != 0 ? byPlace : kind.compareTo(other.kind());
    }

    private void check(Invariant invariant, String what, long traced, long expected, String says) {
        findings.check(
                invariant, traced == expected, () -> what + ": the trace has " + traced + ", " + says + " " + expected);
    }
}
