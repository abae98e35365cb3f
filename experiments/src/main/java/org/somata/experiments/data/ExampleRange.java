package org.somata.experiments.data;

import java.util.Objects;
import org.somata.model.Examples;

/** {@code count} of some examples, from {@code from}. */
public record ExampleRange(Examples all, int from, int count) implements Examples {
    @Override
    public int features() {
        return all.features();
    }

    @Override
    public int classes() {
        return all.classes();
    }

    @Override
    public void copyInput(int index, float[] into, int offset) {
        all.copyInput(from + checked(index), into, offset);
    }

    @Override
    public int label(int index) {
        return all.label(from + checked(index));
    }

    /** Beyond the range lie other examples, and to take one of those for ours would go unnoticed. */
    private int checked(int index) {
        return Objects.checkIndex(index, count);
    }
}
