package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.model.network.Pass;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

class TeacherActorTest {
    private final TestInbox<LayerCommand> output = TestInbox.create();
    private final BehaviorTestKit<TeacherActor.Command> teacher =
            BehaviorTestKit.create(TeacherActor.of(new Post(MessageListener.NONE), 3, output.getRef()));

    @Test
    void itTellsTheOutputTheClassesOfEachPresentation() {
        Pass pass = Specimen.pass(Purpose.LEARN, 1);
        for (int index = 0; index < pass.presentations(); index++) {
            teacher.run(new TeacherActor.Teach(pass, index, 0));
            Message label = (Message) output.receiveMessage();
            assertEquals(MessageKind.LABEL, label.kind());
            assertEquals(
                    new MessageId(MessageId.TEACHER, pass.presentation(index).number()),
                    label.header().id());
            assertEquals(List.of(), label.header().causes());
            assertEquals(pass.presentation(index), label.header().presentation());
            Signal.Classes classes = (Signal.Classes) label.signal();
            int count = index == 4 ? 2 : 4;
            int[] wanted = Arrays.stream(pass.order(), 4 * index, 4 * index + count)
                    .map(Specimen.EXAMPLES::label)
                    .toArray();
            assertArrayEquals(wanted, Arrays.copyOf(classes.labels(), classes.examples()));
        }
    }

    @Test
    void twoPresentationsUnderWayDoNotShareTheirLabels() {
        Pass pass = Specimen.pass(Purpose.LEARN, 0);
        teacher.run(new TeacherActor.Teach(pass, 0, 0));
        Signal.Classes first = (Signal.Classes) ((Message) output.receiveMessage()).signal();
        int[] before = first.labels().clone();
        teacher.run(new TeacherActor.Teach(pass, 1, 0));
        assertArrayEquals(before, first.labels());
    }

    @Test
    void aLabelThatCannotBeReadIsItsFailure() {
        IllegalStateException unreadable = new IllegalStateException("test");
        Pass pass = Specimen.pass(Purpose.LEARN, 0, FailingExamples.atLabel(Specimen.EXAMPLES, 0, unreadable));
        assertSame(
                unreadable,
                assertThrows(IllegalStateException.class, () -> teacher.run(new TeacherActor.Teach(pass, 0, 0))));
    }
}
