package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a layer did with its time.
 *
 * @param busyShare of the time from the first message's leaving to the last thing done anywhere
 * @param handlingNs handling messages
 * @param learningNs learning, whether in the course of a message's handling or later
 * @param idleNs with nothing to do, by the sender of the message that ended it; before the first message is not counted
 * @param lateNs with something to do that had not begun: no thread was free, or others went first
 * @param mailboxMean messages that had come and whose turn had not, on average over time
 * @param mailboxMost the same at most
 * @param forward staleness of the updates of W; null where there are none
 * @param feedback the same of V, wherever it lives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerFigures(
        String layer,
        double busyShare,
        long handlingNs,
        long learningNs,
        long idleNs,
        long lateNs,
        List<Wait> waits,
        double mailboxMean,
        int mailboxMost,
        StalenessFigures forward,
        StalenessFigures feedback) {
    /**
     * Time in which a layer had nothing to do until a message of another came.
     *
     * @param times how often
     */
    public record Wait(String sender, long times, long ns) {}
}
