package org.somata.actors;

import java.util.function.IntConsumer;
import org.somata.model.Examples;

/** Examples whose inputs or labels cannot all be read: what is handed each index may throw. */
record FailingExamples(Examples sound, IntConsumer onInput, IntConsumer onLabel) implements Examples {
    static FailingExamples atInput(Examples sound, int bad, Throwable failure) {
        return new FailingExamples(sound, throwing(bad, failure), index -> {});
    }

    static FailingExamples atLabel(Examples sound, int bad, Throwable failure) {
        return new FailingExamples(sound, index -> {}, throwing(bad, failure));
    }

    private static IntConsumer throwing(int bad, Throwable failure) {
        return index -> {
            if (index == bad) {
                TamperedKernels.raise(failure);
            }
        };
    }

    @Override
    public int count() {
        return sound.count();
    }

    @Override
    public int features() {
        return sound.features();
    }

    @Override
    public int classes() {
        return sound.classes();
    }

    @Override
    public void copyInput(int index, float[] into, int offset) {
        onInput.accept(index);
        sound.copyInput(index, into, offset);
    }

    @Override
    public int label(int index) {
        onLabel.accept(index);
        return sound.label(index);
    }
}
