package org.somata.experiments.trials;

import java.util.Map;

/**
 * status.json of trials, as that of a run: for whoever looks on from outside.
 *
 * @param trial the one under way, from 1
 * @param statuses how many trials have each status, as of the last that ended
 * @param epoch the one under way, of its epochs
 * @param step presentations that are done in all trials, of {@code steps}
 * @param last figures of the last epoch of the trial under way, as metrics.csv names them; empty before its first
 * @param secondsLeft for all trials at the pace so far; null where nothing is known of the pace
 */
record TrialsStatus(
        String status,
        int trial,
        int trials,
        long seed,
        Map<String, Integer> statuses,
        int epoch,
        int epochs,
        long step,
        long steps,
        Map<String, Double> last,
        double wallS,
        Double secondsLeft,
        String updated) {}
