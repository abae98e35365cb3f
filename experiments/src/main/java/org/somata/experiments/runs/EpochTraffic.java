package org.somata.experiments.runs;

import java.util.List;

/** What a run has sent to learn, from its beginning to the end of an epoch: a row of traffic.csv. */
public record EpochTraffic(int epoch, long messages, long bitsForward, long bitsFeedback) {
    static final String[] COLUMNS = {"epoch", "messages", "bits_forward", "bits_feedback"};

    static EpochTraffic of(int epoch, Traffic traffic) {
        return new EpochTraffic(epoch, traffic.messages(), traffic.bitsForward(), traffic.bitsFeedback());
    }

    static EpochTraffic parse(List<String> row) {
        return new EpochTraffic(
                Integer.parseInt(row.get(0)),
                Long.parseLong(row.get(1)),
                Long.parseLong(row.get(2)),
                Long.parseLong(row.get(3)));
    }

    Object[] cells() {
        return new Object[] {epoch, messages, bitsForward, bitsFeedback};
    }

    /** In both directions. */
    public long bits() {
        return bitsForward + bitsFeedback;
    }
}
