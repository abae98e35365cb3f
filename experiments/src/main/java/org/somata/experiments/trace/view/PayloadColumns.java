package org.somata.experiments.trace.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.somata.experiments.trace.MessageRecord;
import org.somata.experiments.trace.Payload;

/**
 * What messages carried, as far as the trace has it. Statistics are exact; samples and arrays are to be looked at and have
 * 255 shades.
 *
 * @param rows the messages' rows, and how many values of each are a sample, as {@link Varints} write them
 * @param floats statistics by name, as {@link Floats} write them
 * @param samples all of them, one after the other, as shares of {@code scale}
 * @param arrays those that are here whole
 */
record PayloadColumns(
        int count, String rows, String lengths, Map<String, String> floats, String samples, List<Whole> arrays) {
    private static final int MOST_OF_A_SAMPLE = 32;
    private static final long MOST_VALUES = 3_000_000;

    /**
     * All that a message carried.
     *
     * @param scale the greatest magnitude
     * @param values shares of it, a row an example
     */
    record Whole(int row, int units, float scale, String values) {}

    static PayloadColumns of(List<MessageRecord> messages) {
        Varints rows = new Varints();
        Varints lengths = new Varints();
        Map<String, Floats> floats = new LinkedHashMap<>();
        List.of("digest", "mean", "deviation", "ones", "saturated", "scale")
                .forEach(name -> floats.put(name, new Floats()));
        Floats samples = new Floats();
        List<Whole> arrays = new ArrayList<>();
        long values = 0;
        int count = 0;
        for (int row = 0; row < messages.size(); row++) {
            if (messages.get(row).payload().isEmpty()) {
                continue;
            }
            Payload payload = messages.get(row).payload().get();
            count++;
            rows.addStep(row);
            floats.get("digest").addBits(payload.digest());
            floats.get("mean").add(payload.mean());
            floats.get("deviation").add(payload.deviation());
            floats.get("ones").add(payload.ones());
            floats.get("saturated").add(payload.saturated());
            float[] sample = some(payload.sample());
            float scale = Floats.greatest(sample);
            floats.get("scale").add(scale);
            lengths.add(sample.length);
            samples.addShares(sample, scale);
            float[] whole = payload.values().orElse(new float[0]);
            if (whole.length > 0 && values + whole.length <= MOST_VALUES) {
                values += whole.length;
                arrays.add(whole(row, messages.get(row).units(), whole));
            }
        }
        Map<String, String> written = new LinkedHashMap<>();
        floats.forEach((name, column) -> written.put(name, column.base64()));
        return new PayloadColumns(count, rows.base64(), lengths.base64(), written, samples.base64(), arrays);
    }

    /** How many whole arrays the messages have, which may be more than there is room for. */
    static long arraysOf(List<MessageRecord> messages) {
        return messages.stream()
                .filter(message -> message.payload().flatMap(Payload::values).isPresent())
                .count();
    }

    private static Whole whole(int row, int units, float[] values) {
        float scale = Floats.greatest(values);
        Floats shares = new Floats();
        shares.addShares(values, scale);
        return new Whole(row, units, scale, shares.base64());
    }

    /** Evenly spread. */
    private static float[] some(float[] sample) {
        if (sample.length <= MOST_OF_A_SAMPLE) {
            return sample;
        }
        float[] some = new float[MOST_OF_A_SAMPLE];
        for (int i = 0; i < some.length; i++) {
            some[i] = sample[(int) ((long) i * sample.length / MOST_OF_A_SAMPLE)];
        }
        return some;
    }
}
