package org.somata.model.network;

import org.somata.model.signals.Signal;

/** Makes the labels of a pass's presentations, in two buffers by turns: what the teacher knows. */
public final class Labels {
    private static final int SLOTS = 2;

    private final int[][] classes;

    /** @param batch the most examples in a presentation */
    public Labels(int batch) {
        classes = new int[SLOTS][batch];
    }

    /** The classes of a presentation's examples. Overwrites those of the presentation before the last. */
    public Signal.Classes of(Pass pass, int index) {
        int count = pass.presentation(index).examples();
        int[] slot = classes[index % SLOTS];
        for (int row = 0; row < count; row++) {
            slot[row] = pass.examples().label(pass.order()[index * pass.batch() + row]);
        }
        return new Signal.Classes(slot, count);
    }
}
