package org.somata.model.network;

import org.somata.model.signals.Outcome;

/**
 * The handling of one message by a layer, foreseen or recorded. Times are nanoseconds in the run's own clock.
 *
 * @param number counts all handlings of a run, in an order in which a single loop can do them
 * @param place of the layer
 * @param sender the place of the message's sender; 0 is the input, −1 the teacher
 * @param sequence the sender's count of messages
 * @param outcome what becomes of it
 * @param delivered when it arrived
 * @param started when the layer took it up
 * @param finished when the layer was done with it
 * @param moments when, in between, messages left and updates were done, in their order; none where all of that was when
 *     it finished
 */
public record Handling(
        long number,
        int place,
        int sender,
        long sequence,
        Outcome outcome,
        long delivered,
        long started,
        long finished,
        long[] moments) {
    private static final long[] ALL_AT_THE_END = {};

    /** One at whose end everything happens. */
    public Handling(
            long number,
            int place,
            int sender,
            long sequence,
            Outcome outcome,
            long delivered,
            long started,
            long finished) {
        this(number, place, sender, sequence, outcome, delivered, started, finished, ALL_AT_THE_END);
    }

    /** @throws IllegalStateException if something else became of the message than was foreseen */
    public void require(Outcome actual) {
        if (actual != outcome) {
            throw new IllegalStateException("layer " + place + ": of message " + sequence + " of place " + sender
                    + " it was foreseen that it would be " + outcome.label() + ", but it was " + actual.label());
        }
    }
}
