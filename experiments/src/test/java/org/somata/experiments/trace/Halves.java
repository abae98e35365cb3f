package org.somata.experiments.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.somata.actors.recording.Carried;
import org.somata.actors.recording.Page;
import org.somata.actors.recording.Row;
import org.somata.model.signals.Encoding;
import org.somata.model.signals.MessageId;

/** What a page says, taken from its rows without any encoding; and halves in words, the arrays of payloads included. */
final class Halves {
    private Halves() {}

    static List<Half> of(Page page, TraceHeader.Clock clock) {
        List<Half> halves = new ArrayList<>();
        Iterator<Carried> carried = page.carried().iterator();
        boolean withContents = carried.hasNext();
        Row row = page.read();
        while (row.next()) {
            switch (row.type()) {
                case SENT -> {
                    Half.Departure departure = departure(page.place(), row);
                    halves.add(withContents ? departure.with(payload(carried.next())) : departure);
                }
                case HANDLED ->
                    halves.add(new Half.Arrival(
                            new MessageId(row.sender(), row.sequence()),
                            page.place(),
                            Outcome.of(row.outcome()),
                            row.presentation(),
                            clock == TraceHeader.Clock.LOCKSTEP ? Times.UNKNOWN : row.delivered(),
                            row.started(),
                            row.time(),
                            row.deliveredWall(),
                            row.startedWall(),
                            row.wall()));
                case UPDATED ->
                    halves.add(new Half.Whole(new UpdateRecord(
                            new UpdateId(
                                    row.layer(),
                                    row.feedback() ? UpdateId.Mapping.FEEDBACK : UpdateId.Mapping.FORWARD,
                                    row.version()),
                            new MessageId(row.sender(), row.sequence()),
                            page.place(),
                            row.purpose(),
                            row.presentation(),
                            row.staleness(),
                            row.loss(),
                            row.norm(),
                            row.time(),
                            row.startedWall(),
                            row.wall())));
            }
        }
        return halves;
    }

    private static Half.Departure departure(int place, Row row) {
        return new Half.Departure(
                new MessageId(place, row.sequence()),
                IntStream.range(0, row.causes()).mapToObj(row::cause).toList(),
                row.kind(),
                row.to(),
                row.purpose(),
                row.presentation(),
                row.version(),
                row.feedbackVersion(),
                row.encoded(),
                row.units(),
                row.batch(),
                row.lost(),
                row.time(),
                row.wall(),
                Optional.empty());
    }

    private static Payload payload(Carried carried) {
        return new Payload(
                carried.statistics().digest(),
                carried.statistics().mean(),
                carried.statistics().deviation(),
                carried.statistics().ones(),
                carried.statistics().saturated(),
                carried.statistics().sample(),
                carried.encoded().map(Encoding::values));
    }

    /** In words that differ wherever anything does. */
    static List<String> inWords(List<Half> halves) {
        return halves.stream()
                .map(half -> half instanceof Half.Departure departure
                                && departure.payload().isPresent()
                        ? departure.toString().replaceFirst("Payload.*", "")
                                + inWords(departure.payload().get())
                        : half.toString())
                .toList();
    }

    static String inWords(Payload payload) {
        return List.of(payload.digest(), payload.mean(), payload.deviation(), payload.ones(), payload.saturated())
                        .toString()
                + Arrays.toString(payload.sample())
                + payload.values().map(Arrays::toString);
    }
}
