package org.somata.actors;

import akka.actor.typed.ActorRef;
import java.util.Optional;
import org.somata.model.network.Fate;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.Presentation;

/**
 * How messages leave an actor: first whoever listens hears of them, then they go. Links that lose and repeat messages do
 * so here; those of evaluation are perfect.
 *
 * @param fate of messages, where it is not certain
 * @param underWay counts them, where somebody has to
 */
record Post(MessageListener listener, Optional<Fate> fate, Optional<UnderWay> underWay) {
    /** Of perfect links. */
    Post(MessageListener listener) {
        this(listener, Optional.empty(), Optional.empty());
    }

    /**
     * Sends a message on its way.
     *
     * @param time in the run's own clock
     * @return how many copies will arrive
     */
    int send(Message message, int to, ActorRef<LayerCommand> layer, long time) {
        Presentation presentation = message.header().presentation();
        int copies = 1;
        if (fate.isPresent() && presentation.purpose().learns()) {
            MessageId id = message.header().id();
            copies = fate.get().copies(message.kind(), id.sender(), id.sequence(), to);
            int arriving = copies;
            underWay.ifPresent(counts -> counts.sent(presentation.number(), arriving));
        }
        if (copies == 0) {
            listener.sent(to, message, time);
            listener.lost(to, message);
            message.signal().release();
            return 0;
        }
        for (int again = 1; again < copies; again++) {
            // before the first is handled and released
            message.signal().retain();
        }
        for (int copy = 0; copy < copies; copy++) {
            listener.sent(to, message, time);
            layer.tell(message);
        }
        return copies;
    }

    /** So many are about to tell the first of a presentation. */
    void begin(Presentation presentation, int telling) {
        if (underWay.isPresent() && presentation.purpose().learns()) {
            underWay.get().begin(presentation.number(), telling);
        }
    }

    /** A message of a presentation has been handled, with all that follows from it. */
    void handled(Presentation presentation) {
        if (underWay.isPresent() && presentation.purpose().learns()) {
            underWay.get().handled(presentation.number());
        }
    }
}
