package org.somata.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.somata.model.layers.Layer;
import org.somata.model.network.Feed;
import org.somata.model.network.InFlight;
import org.somata.model.network.Pass;
import org.somata.model.network.Schedule;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/** The layers and the teacher as the network actor has spawned them, and how they are spoken to. */
final class Ensemble {
    private final ActorRef<NetworkCommand> network;
    private final Schedule schedule;
    private final Post post;
    private final List<ActorRef<LayerCommand>> layers = new ArrayList<>();
    private final ActorRef<TeacherActor.Command> teacher;

    Ensemble(ActorContext<NetworkCommand> context, ActorNetwork.Parts parts, Agendas agendas, Post post) {
        this.network = context.getSelf();
        this.schedule = parts.schedule();
        this.post = post;
        for (Layer layer : parts.layers()) {
            ActorRef<LayerCommand> actor =
                    context.spawn(LayerActor.of(layer, agendas, post, network), "layer-" + layer.place());
            context.watch(actor);
            layers.add(actor);
        }
        tellAll(new LayerCommand.Connect(layers));
        teacher = context.spawn(TeacherActor.of(post, depth(), layer(depth())), "teacher");
        context.watch(teacher);
    }

    /** M. */
    int depth() {
        return layers.size();
    }

    ActorRef<LayerCommand> layer(int place) {
        return layers.get(place - 1);
    }

    void tellAll(LayerCommand command) {
        layers.forEach(layer -> layer.tell(command));
    }

    /** Shows a layer to the visitor; the answer is {@link NetworkCommand.Visited}. */
    void show(int place, Consumer<Layer> visitor) {
        layer(place).tell(new LayerCommand.Visit(visitor, network));
    }

    /** What all layers are at, in the order of their places. */
    CompletableFuture<List<Census.Sight>> look() {
        List<CompletableFuture<Census.Sight>> sights = new ArrayList<>();
        for (ActorRef<LayerCommand> layer : layers) {
            CompletableFuture<Census.Sight> sight = new CompletableFuture<>();
            layer.tell(new LayerCommand.Look(sight));
            sights.add(sight);
        }
        return CompletableFuture.allOf(sights.toArray(CompletableFuture[]::new))
                .thenApply(all -> sights.stream().map(CompletableFuture::join).toList());
    }

    /** Has the teacher tell all that it was asked to; the answer is {@link NetworkCommand.Taught}. */
    void finishTeaching() {
        teacher.tell(new TeacherActor.Finish(network));
    }

    /** What is between the layers while they are at rest. */
    CompletableFuture<InFlight> inFlight() {
        List<CompletableFuture<Mail>> mail = new ArrayList<>();
        for (ActorRef<LayerCommand> layer : layers) {
            CompletableFuture<Mail> ofLayer = new CompletableFuture<>();
            layer.tell(new LayerCommand.ShowMail(ofLayer));
            mail.add(ofLayer);
        }
        return CompletableFuture.allOf(mail.toArray(CompletableFuture[]::new)).thenApply(all -> {
            List<Mail> byPlace = mail.stream().map(CompletableFuture::join).toList();
            return new InFlight(
                    byPlace.stream().flatMap(each -> each.waiting().stream()).toList(),
                    byPlace.stream().map(Mail::heard).toList());
        });
    }

    /** Has what was between the layers of another network wait here. */
    void restore(InFlight inFlight) {
        for (int place = 1; place <= depth(); place++) {
            Mail mail = new Mail(inFlight.to(place), inFlight.heard().get(place - 1));
            layer(place).tell(new LayerCommand.TakeMail(mail));
        }
    }

    /**
     * Input and label of a presentation are told.
     *
     * @param time in the run's own clock
     */
    void present(Pass pass, int index, Feed inputs, long time) {
        Presentation presentation = pass.presentation(index);
        Header header = Header.of(MessageId.INPUT, presentation);
        Signal input = inputs.input(pass, index);
        boolean taught = schedule.hasTeacher(pass.purpose());
        post.begin(presentation, taught ? 2 : 1);
        if (taught) {
            teacher.tell(new TeacherActor.Teach(pass, index, time));
        }
        int arriving = post.send(Message.of(MessageKind.ACTIVATION, header, input), 1, layer(1), time);
        if (arriving != 1) {
            inputs.carried(input, presentation, arriving);
        }
        post.handled(presentation);
    }
}
