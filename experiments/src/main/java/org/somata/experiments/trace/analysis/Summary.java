package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.Trace.Gap;
import org.somata.experiments.trace.TraceHeader;
import org.somata.experiments.trace.Window;

/**
 * What a trace is, what it tells of links and layers, and what a presentation's time goes to.
 *
 * @param timesOf whose nanoseconds all durations are: {@code wall} or {@code virtual}
 * @param presentations of which there is anything
 * @param spanNs from the first message's leaving to the last thing done
 * @param durationNs of presentations, from layer 1's taking the input in hand to the last thing done
 * @param path of one presentation; null where none is whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Summary(
        TraceHeader trace,
        String timesOf,
        long presentations,
        long messages,
        long bits,
        long updates,
        long spanNs,
        List<Gap> gaps,
        List<LinkFigures> links,
        List<LayerFigures> layers,
        Quantiles durationNs,
        CriticalPath path) {
    /**
     * Reads a trace once, and a short part of it again.
     *
     * @param step whose path is wanted; of a presentation of median duration where it is empty
     * @throws NoSuchRecordException if there is no such presentation
     */
    public static Summary of(Trace trace, Window window, Optional<Long> step) {
        Summarising all = new Summarising(trace.header(), step);
        trace.read(window, all);
        Optional<Durations.Extent> presentation = all.presentation();
        return all.summary(
                trace,
                presentation
                        .flatMap(extent -> CriticalPathSearch.of(trace, extent))
                        .orElse(null));
    }
}
