package org.somata.experiments.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.somata.model.layers.Layer;
import org.somata.model.layers.Recollection;
import org.somata.model.layers.Versions;
import org.somata.model.network.InFlight;
import org.somata.model.network.Network;
import org.somata.model.network.Parcel;
import org.somata.model.network.Pass;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Presentation;
import org.somata.model.signals.Signal;

/**
 * What was under way in virtual time at a checkpoint, as it stands there. Signals are in a file of their own, here are
 * their numbers in it.
 *
 * @param layers what each layer, from 1 to M, knows
 * @param parcels messages that wait for their turn
 */
record Suspension(List<OfLayer> layers, List<OfParcel> parcels) {
    /** As {@link Recollection} and {@link InFlight#heard} have it; a message heard is its sender and number. */
    record OfLayer(List<Remembered> remembered, Map<Long, Integer> handled, Map<Long, List<long[]>> heard) {}

    record Remembered(
            Presentation presentation,
            Versions versions,
            long left,
            @JsonInclude(JsonInclude.Include.NON_NULL) int[] labels,
            Map<String, Integer> signals) {}

    /**
     * @param signal its number; null if there are no values of units
     * @param labels the classes, where it tells them
     */
    record OfParcel(
            int to,
            int from,
            long sequence,
            MessageKind kind,
            Presentation presentation,
            int copies,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer signal,
            @JsonInclude(JsonInclude.Include.NON_NULL) int[] labels) {}

    /** What is under way in a network at rest. */
    static Suspension of(Network network, InFlight inFlight, SignalFile.Writer signals) {
        List<OfLayer> layers = new ArrayList<>();
        network.visit(layer ->
                layers.add(ofLayer(layer.recollection(), inFlight.heard().get(layer.place() - 1), signals)));
        return new Suspension(
                layers,
                inFlight.parcels().stream()
                        .map(parcel -> ofParcel(parcel, signals))
                        .toList());
    }

    private static OfLayer ofLayer(
            Recollection recollection, Map<Long, List<MessageId>> heard, SignalFile.Writer signals) {
        Map<Long, List<long[]>> names = new LinkedHashMap<>();
        heard.forEach((number, messages) -> names.put(
                number,
                messages.stream()
                        .map(id -> new long[] {id.sender(), id.sequence()})
                        .toList()));
        return new OfLayer(
                recollection.remembered().stream()
                        .map(known -> remembered(known, signals))
                        .toList(),
                recollection.handled(),
                names);
    }

    private static Remembered remembered(Recollection.Remembered known, SignalFile.Writer signals) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        known.signals().forEach((name, signal) -> numbers.put(name, signals.add(signal)));
        return new Remembered(known.presentation(), known.versions(), known.left(), known.labels(), numbers);
    }

    private static OfParcel ofParcel(Parcel parcel, SignalFile.Writer signals) {
        Signal signal = parcel.signal();
        return new OfParcel(
                parcel.to(),
                parcel.id().sender(),
                parcel.id().sequence(),
                parcel.kind(),
                parcel.presentation(),
                parcel.copies(),
                signal.hasValues() ? signals.add(signal) : null,
                signal instanceof Signal.Classes classes
                        ? IntStream.of(classes.labels())
                                .limit(classes.examples())
                                .toArray()
                        : null);
    }

    /** Has a layer know again what it knew. */
    void restore(Layer layer, SignalFile.Reader signals) {
        OfLayer state = layers.get(layer.place() - 1);
        layer.restore(new Recollection(
                state.remembered.stream()
                        .map(known -> {
                            Map<String, Signal> found = new LinkedHashMap<>();
                            known.signals.forEach((name, number) -> found.put(name, signals.signal(number)));
                            return new Recollection.Remembered(
                                    known.presentation, known.versions, known.left, known.labels, found);
                        })
                        .toList(),
                state.handled));
    }

    /** Has a network, whose layers know again what they knew, go on from there: see {@link Network#goOn}. */
    void goOn(Network network, SignalFile.Reader signals, List<Pass> passes, int entered) {
        List<Map<Long, List<MessageId>>> heard = new ArrayList<>();
        for (OfLayer layer : layers) {
            Map<Long, List<MessageId>> messages = new LinkedHashMap<>();
            layer.heard.forEach((number, names) -> messages.put(
                    number,
                    names.stream()
                            .map(name -> new MessageId((int) name[0], name[1]))
                            .toList()));
            heard.add(messages);
        }
        network.goOn(
                new InFlight(
                        parcels.stream().map(parcel -> parcel(parcel, signals)).toList(), heard),
                passes,
                entered);
    }

    private static Parcel parcel(OfParcel parcel, SignalFile.Reader signals) {
        return new Parcel(
                parcel.to,
                new MessageId(parcel.from, parcel.sequence),
                parcel.kind,
                parcel.presentation,
                signal(parcel, signals),
                parcel.copies);
    }

    private static Signal signal(OfParcel parcel, SignalFile.Reader signals) {
        if (parcel.signal != null) {
            return signals.signal(parcel.signal);
        }
        int examples = parcel.presentation.examples();
        return parcel.labels == null ? new Signal.Empty(examples) : new Signal.Classes(parcel.labels, examples);
    }
}
