package org.somata.actors;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Versions;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** One layer actor by itself, what it tells its neighbours caught in inboxes. */
final class Bench {
    private final Specimen specimen;
    private final int place;
    private final TestInbox<NetworkCommand> network = TestInbox.create("network");
    private final List<TestInbox<LayerCommand>> inboxes;
    private final BehaviorTestKit<LayerCommand> actor;
    private long sequence;

    Bench(Specimen specimen, int place) {
        this(specimen, place, specimen.kernels());
    }

    Bench(Specimen specimen, int place, Kernels kernels) {
        this.specimen = specimen;
        this.place = place;
        inboxes = IntStream.rangeClosed(1, specimen.depth())
                .mapToObj(i -> TestInbox.<LayerCommand>create("layer-" + i))
                .toList();
        Layer layer = specimen.layers(Map.of(place, kernels)).get(place - 1);
        actor = BehaviorTestKit.create(LayerActor.of(
                layer,
                new Agendas(
                        Tempo.LOCKSTEP,
                        specimen.schedule(),
                        new Positions(specimen.schedule(), specimen.depth()),
                        new WallClock()),
                new Post(MessageListener.NONE),
                network.getRef()));
    }

    Bench connected() {
        tell(new LayerCommand.Connect(inboxes.stream().map(TestInbox::getRef).toList()));
        return this;
    }

    void tell(LayerCommand command) {
        tellAlone(command);
        while (actor.selfInbox().hasMessages()) {
            actor.runOne();
        }
    }

    /** What it sets aside stays so. */
    void tellAlone(LayerCommand command) {
        actor.run(command);
    }

    /** Tells it a message of learning, with a signal of the right sort; returns the message. */
    Message hear(MessageKind kind, long number) {
        return hear(kind, number, signal(kind));
    }

    Message hear(MessageKind kind, long number, Signal signal) {
        Message message = message(kind, number, signal);
        tell(message);
        return message;
    }

    Message message(MessageKind kind, long number) {
        return message(kind, number, signal(kind));
    }

    Message message(MessageKind kind, long number, Signal signal) {
        int sender = switch (kind) {
            case LABEL -> MessageId.TEACHER;
            case ACTIVATION, REFRESH -> place - 1;
            default -> place + 1;
        };
        Header header =
                new Header(new MessageId(sender, ++sequence), List.of(), presentation(number), new Versions(0, 0));
        return Message.of(kind, header, signal);
    }

    static Presentation presentation(long number) {
        return Specimen.pass(Purpose.LEARN, 0).presentation((int) number - 1);
    }

    private Signal signal(MessageKind kind) {
        return switch (kind) {
            case LABEL -> new Signal.Classes(new int[] {0, 1, 2, 0}, 4);
            case ACTIVATION, REFRESH -> real(specimen.width(place - 1));
            default -> real(specimen.width(place));
        };
    }

    private Signal real(int width) {
        Matrix values = specimen.kernels().matrix(4, width);
        float[] numbers = new float[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) Math.cos(i);
        }
        values.write(numbers);
        return new Signal.Real(values);
    }

    /** What it has told the layer at {@code to} since this was last asked. */
    List<LayerCommand> toldTo(int to) {
        return inboxes.get(to - 1).getAllReceived();
    }

    /** Its one message to the layer at {@code to} since this was last asked. */
    Message onlyMessageTo(int to) {
        List<LayerCommand> told = toldTo(to);
        if (told.size() != 1) {
            throw new AssertionError("told layer " + to + " not one message but " + told);
        }
        return (Message) told.get(0);
    }

    List<NetworkCommand> reports() {
        return network.getAllReceived();
    }
}
