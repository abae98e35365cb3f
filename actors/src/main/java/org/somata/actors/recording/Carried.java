package org.somata.actors.recording;

import java.util.Optional;
import org.somata.model.signals.SignalStatistics;

/**
 * What a message carried.
 *
 * @param sequence of the message, among its sender's
 * @param encoded all of the signal, where it was chosen (see {@link org.somata.model.signals.Encoding})
 */
public record Carried(long sequence, SignalStatistics statistics, Optional<byte[]> encoded) {
    /** About what it takes of memory. */
    int bytes() {
        return 64
                + Float.BYTES * statistics.sample().length
                + encoded.map(bytes -> bytes.length).orElse(0);
    }
}
