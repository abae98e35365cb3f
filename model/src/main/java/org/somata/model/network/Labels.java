package org.somata.model.network;

import org.somata.model.signals.Signal;

/** Makes the labels of a pass's presentations: what the teacher knows. */
public final class Labels {
    /** The place of the teacher, who is no layer. */
    public static final int TEACHER = -1;

    private Labels() {}

    /** The classes of a presentation's examples. */
    public static Signal.Classes of(Pass pass, int index) {
        int count = pass.presentation(index).examples();
        int[] classes = new int[count];
        for (int row = 0; row < count; row++) {
            classes[row] = pass.examples().label(pass.order()[index * pass.batch() + row]);
        }
        return new Signal.Classes(classes, count);
    }
}
