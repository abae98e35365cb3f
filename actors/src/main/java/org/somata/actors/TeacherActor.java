package org.somata.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import org.somata.model.network.Labels;
import org.somata.model.network.Pass;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/** The teacher: knows the labels, and tells them to the output layer over a link of its own. */
final class TeacherActor {
    /** What it can be told. */
    sealed interface Command permits Teach, Finish {}

    /**
     * A presentation of a pass begins.
     *
     * @param time in the run's own clock
     */
    record Teach(Pass pass, int index, long time) implements Command {}

    /** Say that everything asked for before has been taught: {@link NetworkCommand.Taught}. */
    record Finish(ActorRef<NetworkCommand> replyTo) implements Command {}

    private TeacherActor() {}

    /** @param depth M, the place of the output layer */
    static Behavior<Command> of(Post post, int depth, ActorRef<LayerCommand> output) {
        return Behaviors.receive(Command.class)
                .onMessage(Teach.class, teach -> {
                    Presentation presentation = teach.pass().presentation(teach.index());
                    Header header = Header.of(MessageId.TEACHER, presentation);
                    Signal classes = Labels.of(teach.pass(), teach.index());
                    post.send(Message.of(MessageKind.LABEL, header, classes), depth, output, teach.time());
                    post.handled(presentation);
                    return Behaviors.same();
                })
                .onMessage(Finish.class, finish -> {
                    finish.replyTo().tell(new NetworkCommand.Taught());
                    return Behaviors.same();
                })
                .build();
    }
}
