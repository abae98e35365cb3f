package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Versions;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Report;

/** What a layer actor does with the mail it should have: places 1 to 3 are hidden, 4 is the output. */
class LayerActorTest {
    private static final Specimen SPECIMEN = Specimen.differenceTargetPropagation(6, 4, 7);

    @Test
    void theNextPresentationsActivationIsKeptUntilThisOnesTargetHasBeenHandled() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        layer.hear(MessageKind.ACTIVATION, 1);
        assertEquals(1, layer.onlyMessageTo(3).header().presentation().number());
        layer.hear(MessageKind.ACTIVATION, 2);
        assertEquals(List.of(), layer.toldTo(3));
        layer.hear(MessageKind.TARGET, 1);
        assertEquals(MessageKind.TARGET, layer.onlyMessageTo(1).kind());
        Message next = layer.onlyMessageTo(3);
        assertEquals(MessageKind.ACTIVATION, next.kind());
        assertEquals(2, next.header().presentation().number());
    }

    @Test
    void whatItLearnsFromIsSentOnBeforeItLearnsAndItHasLearnedBeforeItHandlesMore() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        layer.tellAlone(layer.message(MessageKind.ACTIVATION, 1));
        assertEquals(new Versions(0, 0), layer.onlyMessageTo(3).header().versions());
        layer.tellAlone(layer.message(MessageKind.TARGET, 1));
        assertEquals(new Versions(0, 1), layer.onlyMessageTo(1).header().versions());
        layer.tellAlone(layer.message(MessageKind.ACTIVATION, 2));
        assertEquals(new Versions(1, 1), layer.onlyMessageTo(3).header().versions());
    }

    @Test
    void aVisitorSeesWhatWasSetAsideDone() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        layer.tellAlone(layer.message(MessageKind.ACTIVATION, 1));
        layer.tellAlone(layer.message(MessageKind.TARGET, 1));
        List<Versions> seen = new ArrayList<>();
        layer.tellAlone(new LayerCommand.Visit(
                visited -> seen.add(visited.versions()),
                TestInbox.<NetworkCommand>create().getRef()));
        assertEquals(List.of(new Versions(1, 1)), seen);
    }

    @Test
    void theOutputWaitsForTheLabelWhenTheActivationIsThereFirst() {
        Bench output = new Bench(SPECIMEN, 4).connected();
        output.hear(MessageKind.ACTIVATION, 1);
        assertEquals(List.of(), output.toldTo(3));
        output.hear(MessageKind.LABEL, 1);
        assertEquals(MessageKind.TARGET, output.onlyMessageTo(3).kind());
    }

    @Test
    void theOutputWaitsForTheActivationWhenTheLabelIsThereFirst() {
        Bench output = new Bench(SPECIMEN, 4).connected();
        output.hear(MessageKind.LABEL, 1);
        output.hear(MessageKind.LABEL, 2);
        assertEquals(List.of(), output.toldTo(3));
        output.hear(MessageKind.ACTIVATION, 1);
        assertEquals(1, output.onlyMessageTo(3).header().presentation().number());
    }

    @Test
    void theBottomUpOrderLearnsOnTheRefreshAndHandsItOn() {
        Bench layer = new Bench(SPECIMEN.bottomUp(), 2).connected();
        Message activation = layer.hear(MessageKind.ACTIVATION, 1);
        Message target = layer.hear(MessageKind.TARGET, 1);
        assertEquals(MessageKind.TARGET, layer.onlyMessageTo(1).kind());
        assertEquals(MessageKind.ACTIVATION, layer.onlyMessageTo(3).kind());
        Message refresh = layer.hear(MessageKind.REFRESH, 1);
        Message handedOn = layer.onlyMessageTo(3);
        assertEquals(MessageKind.REFRESH, handedOn.kind());
        assertEquals(
                List.of(
                        refresh.header().id(),
                        target.header().id(),
                        activation.header().id()),
                handedOn.header().causes());
        assertEquals(new Versions(1, 1), handedOn.header().versions());
    }

    @Test
    void aMessageSaysWhoSentItAndTheHowManiethItWasAndWhatCausedIt() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        for (int number = 1; number <= 2; number++) {
            Message activation = layer.hear(MessageKind.ACTIVATION, number);
            Message target = layer.hear(MessageKind.TARGET, number);
            Header up = layer.onlyMessageTo(3).header();
            Header down = layer.onlyMessageTo(1).header();
            assertEquals(new MessageId(2, 2 * number - 1), up.id());
            assertEquals(new MessageId(2, 2 * number), down.id());
            assertEquals(List.of(activation.header().id()), up.causes());
            assertEquals(List.of(target.header().id(), activation.header().id()), down.causes());
            assertEquals(Bench.presentation(number), up.presentation());
            assertEquals(Bench.presentation(number), down.presentation());
        }
    }

    @Test
    void aMessageKeptBackIsTheCauseOfWhatItsOwnHandlingSends() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        Message first = layer.hear(MessageKind.ACTIVATION, 1);
        Message kept = layer.hear(MessageKind.ACTIVATION, 2);
        Message target = layer.hear(MessageKind.TARGET, 1);
        assertEquals(
                List.of(target.header().id(), first.header().id()),
                layer.onlyMessageTo(1).header().causes());
        Message second = (Message) layer.toldTo(3).get(1);
        assertEquals(List.of(kept.header().id()), second.header().causes());
    }

    @Test
    void versionsAreThoseAtTheTimeOfSendingWithForwardAndFeedbackApart() {
        Bench layer = new Bench(SPECIMEN.feedbackEvery(2), 2).connected();
        List<Versions> up = new ArrayList<>();
        List<Versions> down = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            layer.hear(MessageKind.ACTIVATION, number);
            up.add(layer.onlyMessageTo(3).header().versions());
            layer.hear(MessageKind.TARGET, number);
            down.add(layer.onlyMessageTo(1).header().versions());
        }
        // V learns after the activation has gone up, on the first and third; W after the target has gone down
        assertEquals(List.of(new Versions(0, 0), new Versions(1, 1), new Versions(2, 1)), up);
        assertEquals(List.of(new Versions(0, 1), new Versions(1, 1), new Versions(2, 2)), down);
    }

    @Test
    void layerOneReportsThatAPresentationIsCompletedAndWhatItWasHandling() {
        Bench first = new Bench(SPECIMEN, 1).connected();
        first.hear(MessageKind.ACTIVATION, 1);
        assertEquals(List.of(), first.reports());
        first.hear(MessageKind.TARGET, 1);
        long turnOfTarget =
                new Positions(SPECIMEN.schedule(), SPECIMEN.depth()).of(1, MessageKind.TARGET, Bench.presentation(1));
        assertEquals(
                List.of(new NetworkCommand.Reported(new Report.Completed(Bench.presentation(1)), turnOfTarget)),
                first.reports());
    }

    @Test
    void aVisitorSeesTheLayerBetweenTwoMessages() {
        Bench layer = new Bench(SPECIMEN, 2).connected();
        layer.hear(MessageKind.ACTIVATION, 1);
        List<Layer> seen = new ArrayList<>();
        TestInbox<NetworkCommand> laboratory = TestInbox.create();
        layer.tell(new LayerCommand.Visit(seen::add, laboratory.getRef()));
        layer.tell(new LayerCommand.Visit(seen::add, laboratory.getRef()));
        assertEquals(
                List.of(new NetworkCommand.Visited(2), new NetworkCommand.Visited(2)), laboratory.getAllReceived());
        assertSame(seen.get(0), seen.get(1));
        assertEquals(new Versions(0, 1), seen.get(0).versions());
    }
}
