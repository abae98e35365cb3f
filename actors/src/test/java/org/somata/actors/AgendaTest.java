package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.somata.model.layers.Versions;
import org.somata.model.learning.Moment;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** Places 1 to 3: two hidden layers and the output. */
class AgendaTest {
    private static final Specimen SIMULTANEOUS = Specimen.differenceTargetPropagation(6, 4);

    private long sequence;

    @ParameterizedTest(name = "layer {0}, {1}, bottom-up {2}: {3}")
    @CsvSource({
        "1, LEARN, false, ACTIVATION TARGET",
        "2, LEARN, false, ACTIVATION TARGET",
        "3, LEARN, false, LABEL ACTIVATION",
        "1, LEARN, true, ACTIVATION TARGET",
        "2, LEARN, true, ACTIVATION TARGET REFRESH",
        "3, LEARN, true, LABEL ACTIVATION REFRESH",
        "2, LEARN_FORWARD, false, ACTIVATION TARGET",
        "3, LEARN_FORWARD, true, LABEL ACTIVATION REFRESH",
        "1, LEARN_FEEDBACK, false, ACTIVATION CONTROL",
        "2, LEARN_FEEDBACK, true, ACTIVATION CONTROL",
        "3, LEARN_FEEDBACK, true, LABEL ACTIVATION",
        "2, OBSERVE, false, ACTIVATION TARGET",
        "2, OBSERVE, true, ACTIVATION TARGET REFRESH",
        "2, EVALUATE, true, ACTIVATION",
        "3, EVALUATE, false, LABEL ACTIVATION",
    })
    void mailIsTakenInTheOrderOfTheScheduleHoweverItComes(int place, Purpose purpose, boolean bottomUp, String wanted) {
        List<MessageKind> kinds =
                List.of(wanted.split(" ")).stream().map(MessageKind::valueOf).toList();
        Agenda agenda = new LockstepAgenda(
                place,
                (bottomUp ? SIMULTANEOUS.bottomUp() : SIMULTANEOUS).schedule(),
                new Positions((bottomUp ? SIMULTANEOUS.bottomUp() : SIMULTANEOUS).schedule(), 3));
        List<String> order = new ArrayList<>();
        List<String> inTurn = new ArrayList<>();
        for (int last = kinds.size() - 1; last >= 0; last--) {
            for (long number = 1; number <= 2; number++) {
                agenda.add(message(kinds.get(last), number, purpose));
            }
        }
        for (long number = 1; number <= 2; number++) {
            for (MessageKind kind : kinds) {
                inTurn.add(kind + " " + number);
                Message due = agenda.next();
                order.add(due.kind() + " " + due.header().presentation().number());
            }
        }
        assertEquals(inTurn, order);
        assertNull(agenda.next());
    }

    @Test
    void itWaitsForTheTurnThatIsMissing() {
        Agenda agenda = agenda(2, SIMULTANEOUS);
        assertEquals("idle, awaiting activation", agenda.phase());
        assertNull(agenda.next());
        agenda.add(message(MessageKind.ACTIVATION, 1, Purpose.LEARN));
        agenda.add(message(MessageKind.ACTIVATION, 2, Purpose.LEARN));
        assertEquals(1, agenda.next().header().presentation().number());
        assertNull(agenda.next());
        assertEquals("awaiting target of presentation 1", agenda.phase());
        agenda.add(message(MessageKind.TARGET, 1, Purpose.LEARN));
        assertEquals(MessageKind.TARGET, agenda.next().kind());
        assertEquals("idle, awaiting activation", agenda.phase());
        assertEquals(2, agenda.next().header().presentation().number());
    }

    @Test
    void afterAPassAnotherPurposeMayFollowWithNumbersOfItsOwn() {
        Agenda agenda = agenda(2, SIMULTANEOUS);
        for (int evaluation = 0; evaluation < 2; evaluation++) {
            agenda.add(message(MessageKind.ACTIVATION, 1, Purpose.EVALUATE));
            assertEquals(MessageKind.ACTIVATION, agenda.next().kind());
        }
        agenda.add(message(MessageKind.ACTIVATION, 1, Purpose.LEARN));
        assertEquals(Purpose.LEARN, agenda.next().header().presentation().purpose());
        assertEquals("awaiting target of presentation 1", agenda.phase());
    }

    @Test
    void aMessageOfAnotherPresentationInTheOneDuesPlaceIsAnError() {
        Agenda agenda = agenda(2, SIMULTANEOUS);
        agenda.add(message(MessageKind.TARGET, 1, Purpose.LEARN));
        agenda.add(message(MessageKind.ACTIVATION, 2, Purpose.LEARN));
        agenda.next();
        IllegalStateException failure = assertThrows(IllegalStateException.class, agenda::next);
        assertEquals(
                "layer 2, awaiting target of presentation 2, got an unexpected target (layer-9:1, presentation 1): "
                        + "its presentation is not under way",
                failure.getMessage());
    }

    private Message message(MessageKind kind, long number, Purpose purpose) {
        Presentation presentation = new Presentation(number, purpose, Moment.START, 4);
        Header header = new Header(new MessageId(9, ++sequence), List.of(), presentation, new Versions(0, 0));
        return Message.of(kind, header, new Signal.Empty(4));
    }

    private static Agenda agenda(int place, Specimen specimen) {
        return new LockstepAgenda(place, specimen.schedule(), new Positions(specimen.schedule(), specimen.depth()));
    }
}
