package org.somata.experiments.trace;

import java.util.Optional;

/**
 * What a message carried, as far as the trace has it.
 *
 * @param digest CRC-32C of the signal's bytes: equal signals have equal ones
 * @param mean of all units and examples, as they are heard
 * @param deviation their standard deviation
 * @param ones the share of bits that are 1; of real numbers the share above 0
 * @param saturated the share of numbers with |x| > 0.99; of bits all
 * @param sample the values of some units, evenly spread, of the first example
 * @param values all of it as it is heard, batch × units in C order, where it was chosen
 */
public record Payload(
        int digest,
        float mean,
        float deviation,
        float ones,
        float saturated,
        float[] sample,
        Optional<float[]> values) {}
