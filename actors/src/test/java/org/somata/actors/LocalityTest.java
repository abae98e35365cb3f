package org.somata.actors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.somata.model.layers.InverseLoss;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Versions;
import org.somata.model.learning.Moment;
import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;
import org.somata.model.signals.Levels;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Parcels;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Presentation.Purpose;
import org.somata.model.signals.Signal;

/** No message carries weights, and handling one changes nobody else's. */
class LocalityTest {
    private static final List<Purpose> PASSES =
            List.of(Purpose.LEARN, Purpose.LEARN_FEEDBACK, Purpose.LEARN_FORWARD, Purpose.OBSERVE, Purpose.LEARN);

    @Test
    void theProtocolBetweenLayersHasNoRoomForWeights() {
        assertEquals(
                Set.of(
                        Message.class,
                        LayerCommand.Connect.class,
                        LayerCommand.GoOn.class,
                        LayerCommand.Visit.class,
                        LayerCommand.Plan.class,
                        LayerCommand.Rest.class,
                        LayerCommand.Look.class,
                        LayerCommand.ShowMail.class,
                        LayerCommand.TakeMail.class),
                Set.of(LayerCommand.class.getPermittedSubclasses()));
        List<Class<?>> messages = List.of(Message.class.getPermittedSubclasses());
        assertEquals(MessageKind.values().length, messages.size());
        for (Class<?> message : messages) {
            assertEquals(List.of(Header.class, Signal.class), components(message), message.getSimpleName());
        }
    }

    @Test
    void aHeaderIsMadeOfNumbersAndNames() {
        Set<Class<?>> reached = new HashSet<>();
        reach(Header.class, reached);
        assertEquals(
                Set.of(
                        Header.class,
                        MessageId.class,
                        List.class,
                        Presentation.class,
                        Purpose.class,
                        Moment.class,
                        Versions.class,
                        int.class,
                        long.class,
                        double.class),
                reached);
    }

    private static void reach(Class<?> type, Set<Class<?>> reached) {
        if (reached.add(type) && type.isRecord()) {
            components(type).forEach(component -> reach(component, reached));
        }
    }

    @Test
    void aSignalIsValuesOfUnitsAndExamplesOrClassesOrNothing() {
        Map<Class<?>, List<Class<?>>> wanted = Map.of(
                // and where the matrix goes when it has been handled, which nobody can ask for what is in it
                Signal.Real.class, List.of(Matrix.class, Parcels.Hold.class),
                Signal.Sign.class, List.of(PackedBits.class, Levels.class),
                Signal.Bits.class, List.of(PackedBits.class, Levels.class),
                Signal.Classes.class, List.of(int[].class, int.class),
                Signal.Empty.class, List.of(int.class));
        assertEquals(wanted, forms(Signal.class).collect(Collectors.toMap(signal -> signal, LocalityTest::components)));
    }

    private static Stream<Class<?>> forms(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(LocalityTest::forms)
                : Stream.of(sealed);
    }

    private static List<Class<?>> components(Class<?> type) {
        assertTrue(type.isRecord(), type.getSimpleName());
        return Arrays.stream(type.getRecordComponents())
                .<Class<?>>map(RecordComponent::getType)
                .toList();
    }

    static Stream<Specimen> specimens() {
        Specimen difference = Specimen.differenceTargetPropagation(6, 4, 7);
        return Stream.of(
                difference,
                difference.averaged().feedbackAfterTarget(InverseLoss.OF_TARGET).bottomUp(),
                Specimen.backpropagation(6, 4));
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void noSignalSharesItsNumbersWithAnArrayOfALayer(Specimen specimen) {
        List<Layer> layers = specimen.layers();
        Set<Matrix> signals = Collections.newSetFromMap(new IdentityHashMap<>());
        learn(new MailRoom(specimen, layers, 1, new MailRoom.Clerk() {
            @Override
            public void sent(MailRoom.Link link, Object message) {
                if (message instanceof Message mail && mail.signal() instanceof Signal.Real real) {
                    signals.add(real.values());
                    int units = specimen.width(unitsOf(mail, link));
                    assertEquals(units, real.values().columns(), mail::describe);
                    assertEquals(
                            mail.header().presentation().examples(),
                            real.values().rows(),
                            mail::describe);
                }
            }
        }));
        assertFalse(signals.isEmpty());
        List<List<String>> before = layers.stream().map(Journal::of).toList();
        for (Matrix signal : signals) {
            float[] scribble = new float[signal.size()];
            Arrays.fill(scribble, 42);
            signal.write(scribble);
        }
        assertEquals(before, layers.stream().map(Journal::of).toList());
    }

    /** i of the h_i, ĥ_i or gradient by h_i that a message carries. */
    private static int unitsOf(Message message, MailRoom.Link link) {
        int receiver = Integer.parseInt(link.to().substring("layer-".length()));
        return message.kind() == MessageKind.ACTIVATION || message.kind() == MessageKind.REFRESH
                ? receiver - 1
                : receiver;
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void handlingAMessageChangesNoArrayOfAnotherLayer(Specimen specimen) {
        List<Layer> layers = specimen.layers();
        Map<String, List<String>> journals = new HashMap<>();
        layers.forEach(layer -> journals.put("layer-" + layer.place(), Journal.of(layer)));
        Map<String, List<String>> fresh = Map.copyOf(journals);
        learn(new MailRoom(specimen, layers, 2, new MailRoom.Clerk() {
            @Override
            public void delivered(MailRoom.Link link, Object message) {
                layers.forEach(layer -> {
                    String name = "layer-" + layer.place();
                    List<String> now = Journal.of(layer);
                    if (name.equals(link.to())) {
                        journals.put(name, now);
                    } else {
                        assertEquals(journals.get(name), now, () -> name + " after " + link + " " + message);
                    }
                });
            }
        }));
        fresh.forEach((name, journal) -> assertNotEquals(journal, journals.get(name)));
    }

    private static void learn(MailRoom network) {
        List<Integer> done = new ArrayList<>();
        for (int number = 0; number < PASSES.size(); number++) {
            done.add(network.learn(Specimen.pass(PASSES.get(number), number), 0, MailRoom.Watcher.NONE));
        }
        network.evaluate(Specimen.EXAMPLES);
        assertEquals(Collections.nCopies(PASSES.size(), Specimen.PRESENTATIONS), done);
    }
}
