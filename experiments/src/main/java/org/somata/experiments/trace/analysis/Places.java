package org.somata.experiments.trace.analysis;

import org.somata.actors.MessageId;

/** How places are called in what people read: {@code teacher}, {@code input}, {@code layer-3}. */
final class Places {
    private Places() {}

    static String name(int place) {
        return switch (place) {
            case MessageId.TEACHER -> "teacher";
            case MessageId.INPUT -> "input";
            default -> "layer-" + place;
        };
    }
}
