package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * What a presentation's duration consists of: from layer 1's taking the input in hand, each stretch follows from the one
 * before it, and no time is left out.
 *
 * @param complete whether it goes back to the beginning; not, where the trace has a gap on the way
 */
public record CriticalPath(
        long presentation,
        boolean complete,
        long totalNs,
        long waitingNs,
        long transitNs,
        long handlingNs,
        long learningNs,
        List<Stretch> stretches) {
    /** What goes on in a stretch of time. */
    public enum What {
        /** Something has come, or is to be done, and its turn has not. */
        WAITING,
        /** A message is on its way. */
        TRANSIT,
        HANDLING,
        LEARNING;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A stretch of time on the path.
     *
     * @param layer where; of a message on its way, where it goes
     * @param of the message, or the update
     * @param kind of the message; {@code forward} or {@code feedback} of an update
     * @param presentation that it belongs to: a layer may have been busy with another
     */
    public record Stretch(
            What what, String layer, String of, String kind, long presentation, long fromNs, long toNs, long ns) {}

    static CriticalPath of(long presentation, boolean complete, List<Stretch> stretches) {
        return new CriticalPath(
                presentation,
                complete,
                stretches.stream().mapToLong(Stretch::ns).sum(),
                sum(stretches, What.WAITING),
                sum(stretches, What.TRANSIT),
                sum(stretches, What.HANDLING),
                sum(stretches, What.LEARNING),
                List.copyOf(stretches));
    }

    private static long sum(List<Stretch> stretches, What what) {
        return stretches.stream()
                .filter(each -> each.what() == what)
                .mapToLong(Stretch::ns)
                .sum();
    }
}
