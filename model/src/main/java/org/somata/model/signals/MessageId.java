package org.somata.model.signals;

/**
 * A message's identity: its sender's place (0 is the input, −1 the teacher) and the sender's count of messages from 1, over
 * all of a run that learns; messages of evaluation are counted apart.
 */
public record MessageId(int sender, long sequence) {
    /** The place of the teacher, who is no layer. */
    public static final int TEACHER = -1;
    /** The place of the input. */
    public static final int INPUT = 0;

    /** How a place is called wherever it is told of: {@code teacher}, {@code input}, {@code layer-3}. */
    public static String name(int place) {
        return switch (place) {
            case TEACHER -> "teacher";
            case INPUT -> "input";
            default -> "layer-" + place;
        };
    }

    /** As in a trace: {@code layer-3:1742}. */
    @Override
    public String toString() {
        return name(sender) + ":" + sequence;
    }
}
