package org.somata.actors;

import akka.actor.typed.ActorRef;

/** How messages leave an actor: first whoever listens hears of them, then they go. */
record Post(MessageListener listener) {
    void send(Message message, int to, ActorRef<LayerCommand> layer) {
        listener.sent(to, message);
        layer.tell(message);
    }
}
