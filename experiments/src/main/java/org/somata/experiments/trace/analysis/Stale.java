package org.somata.experiments.trace.analysis;

import java.util.List;
import org.somata.experiments.trace.Trace;
import org.somata.experiments.trace.Window;

/**
 * What was learned late: an update's age is the time from its layer's sending the activation to the update, its staleness
 * the number of updates of the same weights in between.
 *
 * @param timesOf whose nanoseconds ages are: {@code wall} or {@code virtual}
 * @param oldest the updates of W of greatest age: those that waited longest for their target
 * @param stalest the updates of highest staleness, without those that have none
 */
public record Stale(String timesOf, List<OfMapping> layers, List<Late> oldest, List<Late> stalest) {
    /**
     * One mapping of a layer.
     *
     * @param ageNs of those updates whose activation the trace has
     */
    public record OfMapping(
            String layer,
            String mapping,
            long updates,
            double stalenessMean,
            long stalenessP99,
            long stalenessMax,
            Quantiles ageNs) {}

    /**
     * An update.
     *
     * @param cause the target, or whatever else brought it about
     * @param ageNs −1 where the trace does not have the activation
     */
    public record Late(String update, String cause, String kind, long presentation, long staleness, long ageNs) {}

    /** @param top how many of the oldest and of the stalest */
    public static Stale of(Trace trace, int top) {
        Lateness lateness = new Lateness(trace.header(), top);
        trace.read(Window.ALL, lateness);
        return lateness.found();
    }
}
