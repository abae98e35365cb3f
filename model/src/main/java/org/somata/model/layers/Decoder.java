package org.somata.model.layers;

import java.util.function.Supplier;
import org.somata.model.numerics.Kernels;
import org.somata.model.numerics.Matrix;
import org.somata.model.signals.Signal;

/** Where signals are decoded that come as bits, and kept where they would not last; or nothing where neither is needed. */
final class Decoder {
    private final Supplier<Buffer> makes;
    private final boolean keeps;
    private Buffer buffer;
    private Signal held;

    /** @param makes room when it is first needed */
    private Decoder(boolean keeps, Supplier<Buffer> makes) {
        this.keeps = keeps;
        this.makes = makes;
    }

    /** One that has room where it is needed. */
    static Decoder of(boolean needed, Kernels kernels, int examples, int units) {
        Supplier<Buffer> none = () -> {
            throw new IllegalStateException("there is no room to decode bits: this link is to carry real values");
        };
        return new Decoder(false, needed ? () -> new Buffer(kernels, examples, units) : none);
    }

    /** One that keeps what is heard, of whatever sort, until it hears something else. */
    static Decoder keeping(Kernels kernels, int examples, int units) {
        return new Decoder(true, () -> new Buffer(kernels, examples, units));
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
        if (real.lasts()) {
            hold(real);
            return real.values();
        }
        Matrix copy = rows(signal.examples());
        copy.copyFrom(real.values());
        return copy;
    }

    /** Instead of a copy. */
    private void hold(Signal.Real signal) {
        signal.retain();
        if (held != null) {
            held.release();
        }
        held = signal;
    }

    /** A copy of what was heard before, here. */
    Matrix copyOf(Signal signal) {
        rows(signal.examples());
        return buffer.copyOf(signal);
    }

    Matrix rows(int examples) {
        if (buffer == null) {
            buffer = makes.get();
        }
        return buffer.rows(examples);
    }
}
