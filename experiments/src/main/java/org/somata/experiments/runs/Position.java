package org.somata.experiments.runs;

import java.util.Locale;

/**
 * How far a run has come: the cursor into its schedule.
 *
 * @param epoch whole epochs done
 * @param step presentations done in all
 * @param pass passes of the epoch under way that are done
 * @param presentation presentations of the pass under way that are done
 */
record Position(int epoch, long step, int pass, int presentation) {
    static final Position START = new Position(0, 0, 0, 0);

    /** Whether an epoch is under way. */
    boolean withinEpoch() {
        return pass > 0 || presentation > 0;
    }

    /** The name of a checkpoint taken here. */
    String folder() {
        return withinEpoch() ? folder(epoch) + String.format(Locale.ROOT, "-step-%09d", step) : folder(epoch);
    }

    /** The name of a checkpoint taken at an epoch's end. */
    static String folder(int epoch) {
        return String.format(Locale.ROOT, "epoch-%06d", epoch);
    }
}
