package org.somata.model.signals;

import org.somata.model.numerics.Matrix;

/** The content of a message between layers: a number for each unit and example of a minibatch. */
public sealed interface Signal {
    int examples();

    /** Its size on the link. */
    long bits();

    /** float32 values, B × n. */
    record Real(Matrix values) implements Signal {
        @Override
        public int examples() {
            return values.rows();
        }

        @Override
        public long bits() {
            return 32L * values.size();
        }
    }

    /** The class of each example, from the teacher, as 32-bit integers; only the first {@code examples} count. */
    record Classes(int[] labels, int examples) implements Signal {
        @Override
        public long bits() {
            return 32L * examples;
        }
    }

    /** No content: a word of the protocol itself. */
    record Empty(int examples) implements Signal {
        @Override
        public long bits() {
            return 0;
        }
    }
}
