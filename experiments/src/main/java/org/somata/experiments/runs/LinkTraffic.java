package org.somata.experiments.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.somata.model.signals.MessageId;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.MessageKind.Direction;

/**
 * What crossed a link in one direction while a run learned.
 *
 * @param link the layer at its upper end, from 1; null for a link of direct feedback alignment, which leads from the
 *     output layer past those between
 * @param from input, or layer-1 and on
 * @param direction forward or feedback
 * @param bitsPerExample for each presented example of learning; null where none has been presented
 * @param kinds the same by kind of message, as a trace calls them
 */
public record LinkTraffic(
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer link,
        String from,
        String to,
        String direction,
        long messages,
        long bits,
        Double bitsPerExample,
        Map<String, OfKind> kinds) {
    public LinkTraffic {
        kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
    }

    /** Messages of one kind. */
    public record OfKind(long messages, long bits) {}

    /** Where a link leads, in the order in which links are told. */
    private record Way(int link, Direction direction, int from, int to) implements Comparable<Way> {
        /** Beyond every layer: past the others in any list. */
        private static final int DIRECT = Integer.MAX_VALUE;

        @Override
        public int compareTo(Way other) {
            int byLink = Integer.compare(link, other.link);
            int byDirection = direction.compareTo(other.direction);
            return byLink != 0 ? byLink : byDirection != 0 ? byDirection : Integer.compare(to, other.to);
        }
    }

    /** By link, from the input up, forward before feedback; those past other layers at the end. */
    static List<LinkTraffic> of(List<Sent> sent, long examples) {
        Map<Way, Map<String, OfKind>> ways = new TreeMap<>();
        for (Sent each : sent) {
            List<Way> taken = ways(each);
            OfKind share = new OfKind(each.messages() / taken.size(), each.bits() / taken.size());
            taken.forEach(way -> ways.computeIfAbsent(way, none -> new LinkedHashMap<>())
                    .put(each.kind().label(), share));
        }
        List<LinkTraffic> links = new ArrayList<>();
        ways.forEach((way, kinds) -> links.add(of(way, kinds, examples)));
        return links;
    }

    /** Forward is up the link above the sender, feedback down the one below it; the error goes to each hidden layer. */
    private static List<Way> ways(Sent sent) {
        int from = sent.place();
        Direction direction = sent.kind().direction();
        if (sent.kind() == MessageKind.ERROR) {
            List<Way> direct = new ArrayList<>();
            for (int to = 1; to < from; to++) {
                direct.add(new Way(Way.DIRECT, direction, from, to));
            }
            return direct;
        }
        return direction == Direction.FORWARD
                ? List.of(new Way(from + 1, direction, from, from + 1))
                : List.of(new Way(from, direction, from, from - 1));
    }

    private static LinkTraffic of(Way way, Map<String, OfKind> kinds, long examples) {
        long bits = kinds.values().stream().mapToLong(OfKind::bits).sum();
        return new LinkTraffic(
                way.link == Way.DIRECT ? null : way.link,
                MessageId.name(way.from),
                MessageId.name(way.to),
                way.direction.name().toLowerCase(Locale.ROOT),
                kinds.values().stream().mapToLong(OfKind::messages).sum(),
                bits,
                examples == 0 ? null : (double) bits / examples,
                kinds);
    }
}
