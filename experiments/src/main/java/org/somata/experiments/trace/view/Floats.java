package org.somata.experiments.trace.view;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** Numbers as a browser's typed arrays have them: little-endian 32 bits, or one signed byte of a common scale. */
final class Floats {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    void add(float value) {
        addBits(Float.floatToIntBits(value));
    }

    void addBits(int bits) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(bits >> shift);
        }
    }

    /** As shares of the greatest magnitude, in 127ths; a number that is none becomes −128. */
    void addShares(float[] values, float greatest) {
        for (float value : values) {
            bytes.write(Float.isFinite(value) ? Math.round(greatest == 0 ? 0 : value / greatest * 127) : -128);
        }
    }

    /** Of the finite ones. */
    static float greatest(float[] values) {
        float greatest = 0;
        for (float value : values) {
            greatest = Float.isFinite(value) ? Math.max(greatest, Math.abs(value)) : greatest;
        }
        return greatest;
    }

    String base64() {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
