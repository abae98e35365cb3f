package org.somata.model.layers;

import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Signal;

/** Where signals are decoded that come as bits, or nothing where all that is heard is real. */
final class Decoder {
    private final Buffer buffer;

    private Decoder(Buffer buffer) {
        this.buffer = buffer;
    }

    /** One that has room where it is needed. */
    static Decoder of(boolean needed, Kernels kernels, int examples, int units) {
        return new Decoder(needed ? new Buffer(kernels, examples, units) : null);
    }

    /** The numbers that a signal is heard as. */
    Matrix of(Signal signal) {
        return signal instanceof Signal.Real || !signal.hasValues()
                ? signal.heard(null)
                : signal.heard(rows(signal.examples()));
    }

    Matrix rows(int examples) {
        if (buffer == null) {
            throw new IllegalStateException("there is no room to decode bits: this link is to carry real values");
        }
        return buffer.rows(examples);
    }
}
