package org.somata.experiments.trace.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.trace.UpdateId.Mapping;
import org.somata.model.signals.MessageId;

/** What is counted of one layer: of the actor at its place, and of the updates of its mappings wherever these live. */
final class LayerTally {
    private final Workload workload;
    private final Map<Mapping, StalenessTally> staleness = new EnumMap<>(Mapping.class);

    LayerTally(Timing timing) {
        workload = new Workload(timing);
    }

    Workload workload() {
        return workload;
    }

    void updated(Mapping mapping, long stale) {
        staleness.computeIfAbsent(mapping, none -> new StalenessTally()).add(stale);
    }

    /** Null where there were no updates. */
    private StalenessFigures of(Mapping mapping) {
        StalenessTally tally = staleness.get(mapping);
        return tally == null ? null : tally.figures();
    }

    LayerFigures figures(int place, long span) {
        List<LayerFigures.Wait> waits = workload.waits();
        return new LayerFigures(
                MessageId.name(place),
                workload.busyShare(span),
                workload.handling(),
                workload.learning(),
                waits.stream().mapToLong(LayerFigures.Wait::ns).sum(),
                workload.late(),
                waits,
                workload.mailboxMean(span),
                workload.mailboxMost(),
                of(Mapping.FORWARD),
                of(Mapping.FEEDBACK));
    }
}
