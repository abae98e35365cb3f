package org.somata.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.util.List;
import org.somata.model.layers.Layer;
import org.somata.model.network.Heard;
import org.somata.model.network.LayerFailedException;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Outbox;
import org.somata.model.signals.Outcome;
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
    private final Agenda evaluation;
    private final Agenda learning;
    private final Heard heardToLearn;
    private final Heard heardToEvaluate = new Heard(1);
    private final Post post;
    private final ActorRef<LayerCommand> self;
    private final ActorRef<NetworkCommand> network;
    private List<ActorRef<LayerCommand>> layers = List.of();
    private Message handling;
    /** Where the message in hand is from. */
    private Agenda agenda;

    private Runnable aside;
    private Message asideOf;
    private boolean toldToGoOn;
    private long sentToEvaluate;
    private long commands;

    private LayerActor(
            Layer layer, Agendas agendas, Post post, ActorRef<LayerCommand> self, ActorRef<NetworkCommand> network) {
        this.layer = layer;
        this.post = post;
        this.self = self;
        this.evaluation = agendas.ofEvaluation(layer.place());
        this.learning = agendas.ofLearning(layer.place(), evaluation);
        this.agenda = evaluation;
        this.heardToLearn = agendas.heard();
        this.network = network;
    }

    /** The actor that from now on owns {@code layer}. */
    static Behavior<LayerCommand> of(Layer layer, Agendas agendas, Post post, ActorRef<NetworkCommand> network) {
        return Behaviors.setup(
                context -> new LayerActor(layer, agendas, post, context.getSelf(), network).unconnected());
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
                .onMessage(LayerCommand.Plan.class, this::onPlan)
                .onMessage(LayerCommand.Rest.class, this::onRest)
                .onMessage(LayerCommand.Look.class, this::onLook)
                .onMessage(LayerCommand.ShowMail.class, this::onShowMail)
                .onMessage(LayerCommand.TakeMail.class, this::onTakeMail)
                .onAnyMessage(other -> {
                    throw unexpected("connected", other.toString());
                })
                .build();
    }

    private Behavior<LayerCommand> onMail(Message message) {
        return guarded(() -> {
            handling = message;
            (message.header().presentation().purpose().learns() ? learning : evaluation).add(message);
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

    private Behavior<LayerCommand> onPlan(LayerCommand.Plan plan) {
        return guarded(() -> {
            ((PlannedAgenda) learning).plan(plan);
            handleNext();
        });
    }

    private Behavior<LayerCommand> onRest(LayerCommand.Rest rest) {
        return guarded(() -> {
            ((ArrivalAgenda) learning).rest(rest.now());
            if (rest.now()) {
                network.tell(new NetworkCommand.Resting());
            } else {
                handleNext();
            }
        });
    }

    private Behavior<LayerCommand> onLook(LayerCommand.Look look) {
        String awaits = learning == evaluation
                ? learning.phase()
                : learning.phase() + " (evaluating: " + evaluation.phase() + ")";
        look.answer().complete(new Census.Sight(layer.place(), commands, awaits));
        return Behaviors.same();
    }

    private Behavior<LayerCommand> onShowMail(LayerCommand.ShowMail show) {
        show.answer().complete(new Mail(((PlannedAgenda) learning).waiting(layer.place()), heardToLearn.all()));
        return Behaviors.same();
    }

    private Behavior<LayerCommand> onTakeMail(LayerCommand.TakeMail take) {
        return guarded(() -> {
            heardToLearn.restore(take.mail().heard());
            take.mail().messages().forEach(message -> {
                handling = message;
                learning.add(message);
                post.listener().delivered(layer.place(), message);
            });
        });
    }

    /** Handles one message, if the next has come; then others have the chance to act on what it sent. */
    private void handleNext() {
        if (!hasNext()) {
            return;
        }
        doWorkSetAside();
        Message due = next();
        handling = due;
        heard(due.header().presentation())
                .add(due.header().id(), due.header().presentation().number());
        post.listener().started(layer.place(), due, agenda.delivered(), agenda.started());
        Outcome outcome = layer.handle(due.kind(), due.header().presentation(), due.signal(), this);
        due.signal().release();
        if (agenda.learnsAtOnce()) {
            doWorkSetAside();
        }
        agenda.done(outcome);
        post.listener().finished(layer.place(), due, outcome, agenda.finished());
        post.handled(due.header().presentation());
        agenda.windowDone().ifPresent(window -> network.tell(new NetworkCommand.Done(window)));
        if (!toldToGoOn && (aside != null || hasNext())) {
            toldToGoOn = true;
            OthersFirst.goOnBy(learning.due());
            self.tell(LayerCommand.GoOn.LATER);
        }
    }

    private Heard heard(Presentation presentation) {
        return presentation.purpose().learns() ? heardToLearn : heardToEvaluate;
    }

    private Message next() {
        agenda = evaluation;
        Message due = evaluation.next();
        if (due == null && learning != evaluation) {
            agenda = learning;
            due = learning.next();
        }
        return due;
    }

    private boolean hasNext() {
        return learning.hasNext() || evaluation.hasNext();
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
        commands++;
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
        Header header = new Header(
                new MessageId(layer.place(), sequence), heard(presentation).causes(), presentation, layer.versions());
        int arriving = post.send(Message.of(kind, header, signal), to, layers.get(to - 1), agenda.moment());
        if (arriving != 1) {
            layer.carried(kind, signal, presentation, arriving);
        }
    }

    @Override
    public long now() {
        return agenda.started();
    }

    @Override
    public void setAside(Runnable work) {
        aside = work;
        asideOf = handling;
    }

    @Override
    public void updated(Update update) {
        post.listener().updated(layer.place(), update, handling, agenda.moment());
    }

    @Override
    public void report(Report report) {
        network.tell(new NetworkCommand.Reported(report, agenda.number()));
    }
}
