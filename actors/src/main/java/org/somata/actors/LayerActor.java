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
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Report;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Update;

/**
 * A layer as an actor: unpacks a message when its turn comes, has the layer handle it, and tells the results on. What the
 * layer sets aside, such as learning, waits until no other has anything more urgent to do: see {@link OthersFirst}. It
 * never restarts; a failure goes up to the network with the layer's place and the step.
 */
final class LayerActor implements Outbox {
    private final Layer layer;
    private final Agenda agenda;
    private final Heard heard = new Heard();
    private final Post post;
    private final ActorRef<LayerCommand> self;
    private final ActorRef<NetworkCommand> network;
    private List<ActorRef<LayerCommand>> layers = List.of();
    private Message handling;
    private Runnable aside;
    private Message asideOf;
    private boolean toldToGoOn;
    private long sentToEvaluate;

    private LayerActor(
            Layer layer, Schedule schedule, Post post, ActorRef<LayerCommand> self, ActorRef<NetworkCommand> network) {
        this.layer = layer;
        this.post = post;
        this.self = self;
        this.agenda = new Agenda(layer.place(), schedule);
        this.network = network;
    }

    /** The actor that from now on owns {@code layer}. */
    static Behavior<LayerCommand> of(Layer layer, Schedule schedule, Post post, ActorRef<NetworkCommand> network) {
        return Behaviors.setup(
                context -> new LayerActor(layer, schedule, post, context.getSelf(), network).unconnected());
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
                .onMessage(LayerCommand.GoOn.class, goOn -> onGoOn())
                .onMessage(LayerCommand.Visit.class, this::onVisit)
                .onAnyMessage(other -> {
                    throw unexpected("connected", other.toString());
                })
                .build();
    }

    private Behavior<LayerCommand> onMail(Message message) {
        return guarded(() -> {
            handling = message;
            agenda.add(message);
            post.listener().delivered(layer.place(), message);
            handleNext();
        });
    }

    private Behavior<LayerCommand> onGoOn() {
        return guarded(() -> {
            toldToGoOn = false;
            doWorkSetAside();
            handleNext();
        });
    }

    private Behavior<LayerCommand> onVisit(LayerCommand.Visit visit) {
        guarded(this::doWorkSetAside);
        visit.visitor().accept(layer);
        visit.replyTo().tell(new NetworkCommand.Visited(layer.place()));
        return Behaviors.same();
    }

    /** Handles one message, if the next has come; then others have the chance to act on what it sent. */
    private void handleNext() {
        Message due = agenda.next();
        if (due == null) {
            return;
        }
        doWorkSetAside();
        handling = due;
        heard.add(due);
        post.listener().started(layer.place(), due);
        layer.handle(due.kind(), due.header().presentation(), due.signal(), this);
        post.listener().finished(layer.place(), due);
        if (!toldToGoOn && (aside != null || agenda.hasNext())) {
            toldToGoOn = true;
            OthersFirst.goOnBy(agenda.position());
            self.tell(LayerCommand.GoOn.LATER);
        }
    }

    /** Perhaps there is none any more: the message whose turn came meanwhile had it done. */
    private void doWorkSetAside() {
        if (aside != null) {
            Runnable work = aside;
            aside = null;
            handling = asideOf;
            post.listener().resumed(layer.place(), handling);
            work.run();
        }
    }

    private Behavior<LayerCommand> guarded(Runnable deed) {
        try {
            deed.run();
            return Behaviors.same();
        } catch (ListenerFailedException notTheLayers) {
            throw notTheLayers;
        } catch (RuntimeException | Error failure) {
            // an Error too, such as a native library's that is missing: Akka would end without a word of place or step
            throw failed(failure);
        }
    }

    private LayerFailedException failed(Throwable cause) {
        return new LayerFailedException(
                layer.place(), handling.header().presentation().number(), cause);
    }

    private IllegalStateException unexpected(String phase, String what) {
        return new IllegalStateException("layer " + layer.place() + ", " + phase + ", got an unexpected " + what);
    }

    @Override
    public void send(MessageKind kind, int to, Signal signal) {
        Presentation presentation = handling.header().presentation();
        long sequence = presentation.purpose().learns() ? layer.sent() : ++sentToEvaluate;
        Header header =
                new Header(new MessageId(layer.place(), sequence), heard.causes(), presentation, layer.versions());
        post.send(Message.of(kind, header, signal), to, layers.get(to - 1));
    }

    @Override
    public void setAside(Runnable work) {
        aside = work;
        asideOf = handling;
    }

    @Override
    public void updated(Update update) {
        post.listener().updated(layer.place(), update, handling);
    }

    @Override
    public void report(Report report) {
        network.tell(new NetworkCommand.Reported(report, handling.kind()));
    }
}
