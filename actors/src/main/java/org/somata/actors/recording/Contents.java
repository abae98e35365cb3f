package org.somata.actors.recording;

import java.util.Optional;
import org.somata.actors.Message;
import org.somata.model.signals.Encoding;
import org.somata.model.signals.Signal;
import org.somata.model.signals.SignalStatistics;

/**
 * What is recorded of that which messages carry: statistics and some values of every message, and all of some.
 *
 * @param values recorded of every signal
 * @param firstStep the first presentation whose signals are recorded whole
 * @param lastStep the last
 * @param firstLayer the lowest sender whose signals are recorded whole; the input is 0
 * @param lastLayer the highest
 */
public record Contents(int values, long firstStep, long lastStep, int firstLayer, int lastLayer) {
    /** Statistics and {@code values} values of every message, and no signal whole. */
    public static Contents sampled(int values) {
        return new Contents(values, 0, -1, 0, -1);
    }

    /** With whole signals of some presentations and senders. */
    public Contents whole(long fromStep, long toStep, int fromLayer, int toLayer) {
        return new Contents(values, fromStep, toStep, fromLayer, toLayer);
    }

    Carried of(Message message) {
        Signal signal = message.signal();
        return new Carried(
                message.header().id().sequence(),
                SignalStatistics.of(signal, values),
                isWhole(message) ? Optional.of(Encoding.encode(signal)) : Optional.empty());
    }

    private boolean isWhole(Message message) {
        long step = message.header().presentation().number();
        int sender = message.header().id().sender();
        return message.signal().hasValues()
                && step >= firstStep
                && step <= lastStep
                && sender >= firstLayer
                && sender <= lastLayer;
    }
}
