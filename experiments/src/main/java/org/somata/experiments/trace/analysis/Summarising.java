package org.somata.experiments.trace.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Times;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.TraceRecord;
import org.somata.experiments.trace.UpdateRecord;

/** Takes in the records of a trace for its summary. */
final class Summarising implements Consumer<TraceRecord> {
    private final Timing timing;
    private final Durations durations;
    private final Optional<Long> step;
    private final Map<LinkTally.Key, LinkTally> links = new TreeMap<>();
    private final Map<Integer, LayerTally> layers = new TreeMap<>();
    private final NumberSet presentations = new NumberSet();
    private Durations.Extent wanted;
    private long updates;
    private long begin = Long.MAX_VALUE;
    private long end = Long.MIN_VALUE;

    Summarising(TraceHeader header, Optional<Long> step) {
        this.timing = Timing.of(header);
        this.durations = new Durations(timing);
        this.step = step;
    }

    @Override
    public void accept(TraceRecord each) {
        presentations.add(each.presentation());
        durations.add(each);
        if (step.isPresent() && each.presentation() == step.get()) {
            wanted = durations.underWay(each.presentation()).orElse(wanted);
        }
        if (each instanceof MessageRecord message) {
            add(message);
        } else if (each instanceof UpdateRecord update) {
            add(update);
        }
    }

    private void add(MessageRecord message) {
        Times times = timing.of(message);
        links.computeIfAbsent(LinkTally.Key.of(message), none -> new LinkTally())
                .add(message, times);
        begin = times.sent() == Times.UNKNOWN ? begin : Math.min(begin, times.sent());
        Workload workload = layer(message.to()).workload();
        if (times.isComplete()) {
            end = Math.max(end, times.finished());
            workload.add(message);
        } else if (times.delivered() != Times.UNKNOWN) {
            workload.leave(times.delivered(), Math.max(end, times.delivered()));
        }
    }

    private void add(UpdateRecord update) {
        updates++;
        end = Math.max(end, timing.done(update));
        layer(update.at()).workload().add(update);
        layer(update.id().layer()).updated(update.id().mapping(), update.staleness());
    }

    private LayerTally layer(int place) {
        return layers.computeIfAbsent(place, none -> new LayerTally(timing));
    }

    /** The one whose path is wanted; empty where no presentation is whole. */
    Optional<Durations.Extent> presentation() {
        durations.end();
        if (step.isEmpty()) {
            return durations.median();
        }
        if (wanted == null) {
            throw new NoSuchRecordException("no presentation " + step.get() + " in the trace" + presentations.range());
        }
        return Optional.of(wanted).filter(Durations.Extent::isKnown);
    }

    Summary summary(Trace trace, CriticalPath path) {
        long span = begin > end ? 0 : end - begin;
        List<LinkFigures> ofLinks = new ArrayList<>();
        links.forEach((key, tally) -> ofLinks.add(tally.figures(key)));
        List<LayerFigures> ofLayers = new ArrayList<>();
        layers.forEach((place, tally) -> ofLayers.add(tally.figures(place, span)));
        return new Summary(
                trace.header(),
                timing.label(),
                presentations.count(),
                ofLinks.stream().mapToLong(LinkFigures::messages).sum(),
                ofLinks.stream().mapToLong(LinkFigures::bits).sum(),
                updates,
                span,
                trace.gaps(),
                ofLinks,
                ofLayers,
                durations.quantiles(),
                path);
    }
}
