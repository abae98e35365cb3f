package org.somata.experiments.trace;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.somata.actors.Positions;
import org.somata.model.network.Asynchrony;
import org.somata.model.network.Schedule;

/**
 * What a trace says of the run that it is of.
 *
 * @param units n_0 to n_M
 * @param batch B, the examples of a presentation of learning
 * @param clock what its times are
 * @param period in lockstep, the logical positions that each presentation has; 0 else
 * @param memory presentations that a layer remembers without a clock; 0 in lockstep
 */
public record TraceHeader(
        String name,
        long seed,
        String rule,
        Level level,
        Clock clock,
        List<Integer> units,
        int batch,
        long period,
        int memory) {
    public TraceHeader {
        units = List.copyOf(units);
    }

    /** Of a run in lockstep. */
    public static TraceHeader lockstep(
            String name, long seed, String rule, Level level, List<Integer> units, int batch, Schedule schedule) {
        long period = new Positions(schedule, units.size() - 1).period();
        return new TraceHeader(name, seed, rule, level, Clock.LOCKSTEP, units, batch, period, 0);
    }

    /**
     * Of the same run without a global clock.
     *
     * @param own clock that it has instead
     * @param remembered presentations that each layer remembers
     */
    public TraceHeader without(Asynchrony.Clock own, int remembered) {
        Clock time = own == Asynchrony.Clock.WALL ? Clock.WALL : Clock.VIRTUAL;
        return new TraceHeader(name, seed, rule, level, time, units, batch, 0, remembered);
    }

    /** How much is recorded. */
    public enum Level {
        /** Every message's and every update's record. */
        METADATA,
        /** And what the messages carried. */
        PAYLOAD;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a run's own time is. */
    public enum Clock {
        /** Positions in the order of the loop. A turn takes 1, links take 0. */
        LOCKSTEP,
        /** Simulated nanoseconds. */
        VIRTUAL,
        /** The machine's nanoseconds. */
        WALL;

        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** M. */
    public int depth() {
        return units.size() - 1;
    }
}
