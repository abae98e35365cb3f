package org.somata.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.List;
import org.somata.model.layers.Layer;
import org.somata.model.network.LayerFailedException;
import org.somata.model.network.Schedule;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;

/**
 * A layer as an actor: unpacks a message when its turn comes, has the layer handle it, and tells the results on. It
 * never restarts; a failure goes up to the network with the layer's place and the step.
 */
final class LayerActor implements Outbox {
    private final Layer layer;
    private final Agenda agenda;
    private final ActorRef<NetworkCommand> network;
    private List<ActorRef<LayerCommand>> layers = List.of();
    private Message handling;
    private long sent;

    private LayerActor(Layer layer, Schedule schedule, ActorRef<NetworkCommand> network) {
        this.layer = layer;
        this.agenda = new Agenda(layer.place(), schedule);
        this.network = network;
    }

    /** The actor that from now on owns {@code layer}. */
    static Behavior<LayerCommand> of(Layer layer, Schedule schedule, ActorRef<NetworkCommand> network) {
        return Behaviors.setup(context -> new LayerActor(layer, schedule, network).unconnected());
    }

    private Behavior<LayerCommand> unconnected() {
        return Behaviors.receive(LayerCommand.class)
                .onMessage(LayerCommand.Connect.class, connect -> {
                    layers = connect.layers();
                    return connected();
                })
                .onMessage(Message.class, message -> {
                    handling = message;
                    throw failed(unexpected("unconnected", message.describe()));
                })
                .onAnyMessage(other -> {
                    throw unexpected("unconnected", other.toString());
                })
                .build();
    }

    private Behavior<LayerCommand> connected() {
        return Behaviors.receive(LayerCommand.class)
                .onMessage(Message.class, this::onMail)
                .onMessage(LayerCommand.Visit.class, this::onVisit)
                .onAnyMessage(other -> {
                    throw unexpected("connected", other.toString());
                })
                .build();
    }

    private Behavior<LayerCommand> onMail(Message message) {
        handling = message;
        try {
            agenda.add(message);
            for (Message due = agenda.next(); due != null; due = agenda.next()) {
                handling = due;
                layer.handle(due.kind(), due.header().presentation(), due.signal(), this);
            }
        } catch (RuntimeException | Error failure) {
            // an Error too, such as a native library's that is missing: Akka would end without a word of place or step
            throw failed(failure);
        }
        return Behaviors.same();
    }

    private LayerFailedException failed(Throwable cause) {
        return new LayerFailedException(
                layer.place(), handling.header().presentation().number(), cause);
    }

    private IllegalStateException unexpected(String phase, String what) {
        return new IllegalStateException("layer " + layer.place() + ", " + phase + ", got an unexpected " + what);
    }

    private Behavior<LayerCommand> onVisit(LayerCommand.Visit visit) {
        visit.visitor().accept(layer);
        visit.replyTo().tell(new NetworkCommand.Visited(layer.place()));
        return Behaviors.same();
    }

    @Override
    public void send(MessageKind kind, int to, Signal signal) {
        sent++;
        Header header = new Header(
                new MessageId(layer.place(), sent),
                List.of(handling.header().id()),
                handling.header().presentation(),
                layer.versions());
        layers.get(to - 1).tell(Message.of(kind, header, signal));
    }

    @Override
    public void report(Report report) {
        network.tell(new NetworkCommand.Reported(report, handling.kind()));
    }
}
