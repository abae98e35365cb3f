package org.somata.model.signals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A signal in a few numbers, over all units and examples as they are heard. NaN where it has no values of units.
 *
 * @param digest CRC-32C of its bytes: equal signals have equal ones
 * @param deviation the standard deviation
 * @param ones the share of values above 0
 * @param saturated the share of values beyond ±0.99; ±1 are, and a bit of 0 that stands for 0 is not
 * @param sample values of the first example, of units evenly spread
 */
public record SignalStatistics(int digest, float mean, float deviation, float ones, float saturated, float[] sample) {
    private static final float SATURATION = 0.99f;

    /** @param values in the sample, or as many as there are units if these are fewer */
    public static SignalStatistics of(Signal signal, int values) {
        CRC32C digest = new CRC32C();
        if (signal instanceof Signal.Classes classes) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(Integer.BYTES * classes.examples()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asIntBuffer().put(classes.labels(), 0, classes.examples());
            digest.update(bytes.array());
        }
        if (!signal.hasValues()) {
            return new SignalStatistics(
                    (int) digest.getValue(), Float.NaN, Float.NaN, Float.NaN, Float.NaN, new float[0]);
        }
        byte[] encoded = Encoding.encode(signal);
        digest.update(encoded);
        float[] heard = Encoding.values(encoded);
        return of((int) digest.getValue(), heard, heard.length / Math.max(1, signal.examples()), values);
    }

    private static SignalStatistics of(int digest, float[] heard, int units, int values) {
        double sum = 0;
        double squares = 0;
        int ones = 0;
        int saturated = 0;
        for (float value : heard) {
            sum += value;
            squares += (double) value * value;
            ones += value > 0 ? 1 : 0;
            saturated += Math.abs(value) > SATURATION ? 1 : 0;
        }
        float count = heard.length;
        double mean = sum / count;
        return new SignalStatistics(
                digest,
                (float) mean,
                (float) Math.sqrt(Math.max(0, squares / count - mean * mean)),
                ones / count,
                saturated / count,
                sample(heard, units, Math.min(values, units)));
    }

    private static float[] sample(float[] heard, int units, int values) {
        float[] sample = new float[values];
        for (int i = 0; i < values; i++) {
            sample[i] = heard[(int) ((long) i * units / values)];
        }
        return sample;
    }
}
