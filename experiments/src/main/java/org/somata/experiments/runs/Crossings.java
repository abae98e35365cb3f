package org.somata.experiments.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.somata.experiments.assembly.Lessons;
import org.somata.model.layers.Tally;
import org.somata.model.signals.MessageKind;

/** What a run's messages from one place to another came to, by its counters. */
final class Crossings {
    private final Traffic traffic;
    private final int depth;
    private final int memory;
    private final long presentations;

    /**
     * @param depth M
     * @param memory presentations that a layer remembers
     * @param presentations of the run so far
     */
    Crossings(Traffic traffic, int depth, int memory, long presentations) {
        this.traffic = traffic;
        this.depth = depth;
        this.memory = memory;
        this.presentations = presentations;
    }

    /** Messages of a kind that a place sent to any one layer. */
    long sent(MessageKind kind, int from) {
        long all = traffic.sent().stream()
                .filter(sent -> sent.place() == from && sent.kind() == kind)
                .mapToLong(Sent::messages)
                .sum();
        return all / receivers(kind);
    }

    /** The output layer's error goes to each hidden layer. */
    private int receivers(MessageKind kind) {
        return kind == MessageKind.ERROR ? depth - 1 : 1;
    }

    /** Credits that a layer did not act on, by chance. */
    long missed(int place) {
        return Mishaps.count(traffic.mishaps(), place, Tally.MISSED);
    }

    private long counted(String mishap, MessageKind kind, int place) {
        return Mishaps.count(traffic.mishaps(), place, Tally.of(mishap, kind));
    }

    /** Why none of the messages of a kind was handled, in words; empty if one was, or none was sent. */
    Optional<String> failure(MessageKind kind, int from, int to) {
        long sent = sent(kind, from);
        long lost = counted(Tally.LOST, kind, from) / receivers(kind);
        long dropped = counted(Tally.EXPIRED, kind, to);
        long copies = counted(Tally.DUPLICATE, kind, to);
        if (sent == 0 || lost + dropped + copies < sent) {
            return Optional.empty();
        }
        if (lost == sent) {
            return Optional.of(link(kind, from, to) + " lost " + all(sent, kind));
        }
        List<String> causes = new ArrayList<>();
        if (lost > 0) {
            causes.add(link(kind, from, to) + " lost " + lost + " of " + counted(sent, kind.label()));
        }
        String rest = lost > 0 ? "the other " + counted(sent - lost, kind.label()) : all(sent, kind);
        causes.add("layer " + to + " dropped " + rest + ": " + forgetful());
        return Optional.of(String.join(", and ", causes));
    }

    /** Why the output layer had no activation together with its labels, once nothing is under way; empty if nothing tells. */
    Optional<String> withoutLabels(Lessons lessons) {
        long lost = lessons.labelsLost(presentations);
        if (lost == presentations) {
            return Optional.of("links.labels lost all " + counted(lost, "label"));
        }
        long unheard = counted(Tally.LOST, MessageKind.ACTIVATION, depth - 1);
        long dropped = counted(Tally.EXPIRED, MessageKind.LABEL, depth)
                + counted(Tally.EXPIRED, MessageKind.ACTIVATION, depth);
        List<String> causes = new ArrayList<>();
        if (lost > 0) {
            causes.add("links.labels lost " + counted(lost, "label"));
        }
        if (unheard > 0) {
            causes.add(link(MessageKind.ACTIVATION, depth - 1, depth) + " lost " + counted(unheard, "activation"));
        }
        if (dropped > 0) {
            causes.add("layer " + depth + " dropped " + counted(dropped, "message") + ": " + forgetful());
        }
        return causes.isEmpty()
                ? Optional.empty()
                : Optional.of("no activation met its labels: " + String.join(", and ", causes));
    }

    private String all(long sent, MessageKind kind) {
        return sent < presentations
                ? "the " + counted(sent, kind.label()) + " that there were of " + presentations + " presentations"
                : "all " + counted(sent, kind.label());
    }

    private String forgetful() {
        return "its memory of " + counted(memory, "presentation") + " no longer held what they belong to";
    }

    private String link(MessageKind kind, int from, int to) {
        if (kind == MessageKind.ERROR) {
            return "link " + depth + " down";
        }
        return to > from ? "link " + to + " up" : "link " + from + " down";
    }

    /** {@code 1 target}, {@code 40 targets}. */
    static String counted(long number, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return number + " " + (number == 1 ? what : many);
    }
}
