package org.somata.experiments.trace;

import java.util.List;
import java.util.Optional;
import org.somata.model.signals.Encoded;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;

/** What one actor took down: of a message its sender has one half and its receiver the other. */
sealed interface Half {
    /** By what the doings of all actors are put in order: when it was done, in the run's own clock. */
    long time();

    /** The number of the presentation that it belongs to. */
    long presentation();

    /**
     * A message was sent.
     *
     * @param lost whether its link lost it
     */
    record Departure(
            MessageId id,
            List<MessageId> causes,
            MessageKind kind,
            int to,
            Purpose purpose,
            long presentation,
            long version,
            long feedbackVersion,
            Encoded encoded,
            int units,
            int batch,
            boolean lost,
            long time,
            long wall,
            Optional<Payload> payload)
            implements Half {
        Departure with(Payload carried) {
            return new Departure(
                    id,
                    causes,
                    kind,
                    to,
                    purpose,
                    presentation,
                    version,
                    feedbackVersion,
                    encoded,
                    units,
                    batch,
                    lost,
                    time,
                    wall,
                    Optional.of(carried));
        }

        /** The message, of which nothing more is known, or will be if it was lost. */
        MessageRecord alone() {
            return message(
                    new Times(time, Times.UNKNOWN, Times.UNKNOWN, Times.UNKNOWN),
                    new Times(wall, Times.UNKNOWN, Times.UNKNOWN, Times.UNKNOWN),
                    lost ? Outcome.LOST : Outcome.IN_FLIGHT);
        }

        /** The message whole. Where it is not told when it came, links take no time, and it came as it left. */
        MessageRecord with(Arrival arrival) {
            long delivered = arrival.delivered == Times.UNKNOWN ? time : arrival.delivered;
            return message(
                    new Times(time, delivered, arrival.started, arrival.time),
                    new Times(wall, arrival.deliveredWall, arrival.startedWall, arrival.finishedWall),
                    arrival.outcome);
        }

        private MessageRecord message(Times times, Times walls, Outcome outcome) {
            long bits = (long) units * batch * (encoded == Encoded.SIGN || encoded == Encoded.BITS ? 1 : Float.SIZE);
            return new MessageRecord(
                    id,
                    causes,
                    kind,
                    to,
                    purpose,
                    presentation,
                    version,
                    feedbackVersion,
                    times,
                    walls,
                    encoded,
                    units,
                    batch,
                    bits,
                    outcome,
                    payload);
        }
    }

    /**
     * A message was handled, or something else became of it.
     *
     * @param delivered in the run's own clock; unknown in lockstep
     * @param time it was over
     */
    record Arrival(
            MessageId id,
            int at,
            Outcome outcome,
            long presentation,
            long delivered,
            long started,
            long time,
            long deliveredWall,
            long startedWall,
            long finishedWall)
            implements Half {}

    /** An update, of which all is known to one actor. */
    record Whole(UpdateRecord update) implements Half {
        @Override
        public long time() {
            return update.time();
        }

        @Override
        public long presentation() {
            return update.presentation();
        }
    }
}
