package org.somata.model.signals;

import java.util.Locale;

/** Every kind of message there is between layers, the teacher and the network. */
public enum MessageKind {
    /** h_{i−1} for layer i. */
    ACTIVATION(Direction.FORWARD),
    /** h_i for a feedback mapping that lives at the lower end of its link. */
    FEEDBACK_ACTIVATION(Direction.FEEDBACK),
    /** ĥ_i for layer i. */
    TARGET(Direction.FEEDBACK),
    /** h_{i−1} + ε, to be sent through f_i for a feedback mapping at the lower end. */
    PROBE(Direction.FORWARD),
    /** f_i of a probe. */
    PROBE_REPLY(Direction.FEEDBACK),
    /** ∂L/∂h_i for layer i: backpropagation. */
    GRADIENT(Direction.FEEDBACK),
    /** ∂L/∂a_M for every layer at once: direct feedback alignment. */
    ERROR(Direction.FEEDBACK),
    /** h_{i−1} again, after layer i − 1 has learned: the bottom-up order. */
    REFRESH(Direction.FORWARD),
    /** The classes, from the teacher to the output layer. */
    LABEL(Direction.NEITHER),
    /** A word of the protocol, such as that a presentation without targets is over. */
    CONTROL(Direction.NEITHER);

    /** Whose traffic a message counts as. */
    public enum Direction {
        FORWARD,
        FEEDBACK,
        NEITHER
    }

    private final Direction direction;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    MessageKind(Direction direction) {
        this.direction = direction;
    }

    public Direction direction() {
        return direction;
    }

    /** As in a trace: {@code feedback-activation}. */
    public String label() {
        return label;
    }
}
