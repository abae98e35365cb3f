package org.somata.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import org.somata.model.network.Labels;
import org.somata.model.network.Pass;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/** The teacher: knows the labels, and tells them to the output layer over a link of its own. */
final class TeacherActor {
    /**
     * A presentation of a pass begins.
     *
     * @param time in the run's own clock
     */
    record Teach(Pass pass, int index, long time) {}

    private TeacherActor() {}

    /** @param depth M, the place of the output layer */
    static Behavior<Teach> of(Post post, int depth, ActorRef<LayerCommand> output) {
        return Behaviors.receiveMessage(teach -> {
            Presentation presentation = teach.pass().presentation(teach.index());
            Header header = Header.of(MessageId.TEACHER, presentation);
            Signal classes = Labels.of(teach.pass(), teach.index());
            post.send(Message.of(MessageKind.LABEL, header, classes), depth, output, teach.time());
            post.handled(presentation);
            return Behaviors.same();
        });
    }
}
