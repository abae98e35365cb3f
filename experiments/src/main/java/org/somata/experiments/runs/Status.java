package org.somata.experiments.runs;

/**
 * status.json: for whoever looks on from outside. It stays behind where the process was killed, so a reader looks at
 * when it was written.
 *
 * @param epoch whole epochs that are done, of {@code epochs}
 * @param step presentations that are done, of {@code steps}
 * @param last figures of the last evaluated epoch; null before the first
 * @param wallS seconds that the run has taken, over all its sessions
 * @param secondsLeft at the pace so far, if it does not stop early; null where nothing is known of the pace
 * @param updated ISO 8601
 */
record Status(
        String status,
        int epoch,
        int epochs,
        long step,
        long steps,
        Result.Figures last,
        double wallS,
        Double secondsLeft,
        String updated) {
    static final String FILE = "status.json";
}
