package org.somata.model.signals;

import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.PackedBits;

/** The content of a message between layers: a number for each unit and example of a minibatch. */
public sealed interface Signal {
    /** Rows: examples, each as often as bits of it were drawn. */
    int examples();

    /** Numbers for each row. */
    int units();

    /** What crosses the link for it. */
    Encoded encoded();

    /** Its size on the link. */
    long bits();

    /** Whether there are values of units to be heard. */
    default boolean hasValues() {
        return false;
    }

    /**
     * The numbers that it is heard as, B × n.
     *
     * @param room for those that have to be decoded
     * @return its own where they are real, {@code room} else
     */
    default Matrix heard(Matrix room) {
        throw new IllegalArgumentException(
                "expected values of units, heard " + getClass().getSimpleName());
    }

    /** Somebody else holds it too from now on, such as a second message, or who remembers it. */
    default void retain() {}

    /** Somebody who held it does so no longer: once nobody does, what carried it may be used again. */
    default void release() {}

    /**
     * float32 values, B × n.
     *
     * @param hold who holds the matrix; null if it stays its sender's
     */
    record Real(Matrix values, Parcels.Hold hold) implements Signal {
        /** Values that are their sender's own, who keeps them as long as it must. */
        public Real(Matrix values) {
            this(values, null);
        }

        /** Whether they stay as they are while they are held. */
        public boolean lasts() {
            return hold != null;
        }

        @Override
        public void retain() {
            if (hold != null) {
                hold.retain();
            }
        }

        @Override
        public void release() {
            if (hold != null) {
                hold.release();
            }
        }

        @Override
        public int units() {
            return values.columns();
        }

        @Override
        public Encoded encoded() {
            return Encoded.REAL;
        }

        @Override
        public int examples() {
            return values.rows();
        }

        @Override
        public long bits() {
            return 32L * values.size();
        }

        @Override
        public boolean hasValues() {
            return true;
        }

        @Override
        public Matrix heard(Matrix room) {
            return values;
        }
    }

    /** One bit a unit and example, eight to a byte. */
    sealed interface Packed extends Signal {
        PackedBits packed();

        Levels levels();

        @Override
        default int units() {
            return packed().columns();
        }

        @Override
        default int examples() {
            return packed().rows();
        }

        @Override
        default long bits() {
            return packed().size();
        }

        @Override
        default boolean hasValues() {
            return true;
        }

        @Override
        default Matrix heard(Matrix room) {
            packed().decode(levels().low(), room);
            return room;
        }
    }

    /** Bits that are high where the value that was told is above 0. */
    record Sign(PackedBits packed, Levels levels) implements Packed {
        @Override
        public Encoded encoded() {
            return Encoded.SIGN;
        }
    }

    /** Bits drawn with the probability that was told. */
    record Bits(PackedBits packed, Levels levels) implements Packed {
        @Override
        public Encoded encoded() {
            return Encoded.BITS;
        }
    }

    /** The class of each example, from the teacher, as 32-bit integers; only the first {@code examples} count. */
    record Classes(int[] labels, int examples) implements Signal {
        @Override
        public int units() {
            return 1;
        }

        @Override
        public Encoded encoded() {
            return Encoded.CLASSES;
        }

        @Override
        public long bits() {
            return 32L * examples;
        }
    }

    /** No content: a word of the protocol itself, or that there is nothing to tell. */
    record Empty(int examples) implements Signal {
        @Override
        public int units() {
            return 0;
        }

        @Override
        public Encoded encoded() {
            return Encoded.NONE;
        }

        @Override
        public long bits() {
            return 0;
        }
    }
}
