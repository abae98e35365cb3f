package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Signal;

/** Where signals are decoded that come as bits, and kept where they would not last; or nothing where neither is needed. */
final class Decoder {
    private final Buffer buffer;
    private final boolean keeps;

    private Decoder(Buffer buffer, boolean keeps) {
        this.buffer = buffer;
        this.keeps = keeps;
    }

    /** One that has room where it is needed. */
    static Decoder of(boolean needed, Kernels kernels, int examples, int units) {
        return new Decoder(needed ? new Buffer(kernels, examples, units) : null, false);
    }

    /** One that keeps a copy of what is heard, of whatever sort. */
    static Decoder keeping(Kernels kernels, int examples, int units) {
        return new Decoder(new Buffer(kernels, examples, units), true);
    }

    /** The numbers that a signal is heard as. */
    Matrix of(Signal signal) {
        if (!signal.hasValues()) {
            return signal.heard(null);
        }
        if (!(signal instanceof Signal.Real real)) {
            return signal.heard(rows(signal.examples()));
        }
        if (!keeps) {
            return real.values();
        }
        Matrix copy = rows(signal.examples());
        copy.copyFrom(real.values());
        return copy;
    }

    Matrix rows(int examples) {
        if (buffer == null) {
            throw new IllegalStateException("there is no room to decode bits: this link is to carry real values");
        }
        return buffer.rows(examples);
    }
}
