package org.somata.experiments.trace;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import org.somata.actors.recording.Contents;

/**
 * How a run is traced; nothing of it changes what the run does.
 *
 * @param mostBytes that the trace may take; the oldest of it is deleted then
 * @param contents what is recorded of that which messages carry; null at the level of metadata
 */
public record TraceSettings(TraceHeader.Level level, long mostBytes, Contents contents) {
    /** A trace of fewer bytes would hardly hold anything. */
    public static final long LEAST_BYTES = 1_000_000;

    public TraceSettings {
        if (mostBytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a trace of at most " + mostBytes + " bytes");
        }
        if ((level == TraceHeader.Level.PAYLOAD) != (contents != null)) {
            throw new IllegalArgumentException("contents " + contents + " at level " + level.label());
        }
    }

    public static TraceSettings metadata(long mostBytes) {
        return new TraceSettings(TraceHeader.Level.METADATA, mostBytes, null);
    }

    public static TraceSettings payload(long mostBytes, Contents contents) {
        return new TraceSettings(TraceHeader.Level.PAYLOAD, mostBytes, contents);
    }

    @JsonIgnore
    Optional<Contents> recorded() {
        return Optional.ofNullable(contents);
    }
}
