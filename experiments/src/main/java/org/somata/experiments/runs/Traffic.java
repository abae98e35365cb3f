package org.somata.experiments.runs;

import org.somata.model.layers.Tally;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.MessageKind.Direction;

/**
 * Messages as sent, and their bits: units × examples × bits a unit, each copy counted. Labels are among neither number.
 *
 * @param messages of training between the input and the layers, in either direction
 */
record Traffic(
        long messages, long bitsForward, long bitsFeedback, long evaluationMessages, long evaluationBitsForward) {
    static final Traffic NONE = new Traffic(0, 0, 0, 0, 0);

    /** With what a sender has counted. */
    Traffic plus(Tally tally) {
        long sent = messages;
        long forward = bitsForward;
        long feedback = bitsFeedback;
        for (MessageKind kind : MessageKind.values()) {
            if (kind.direction() != Direction.NEITHER) {
                sent += tally.count(kind.label());
            }
            forward += kind.direction() == Direction.FORWARD ? (long) tally.sum(kind.label()) : 0;
            feedback += kind.direction() == Direction.FEEDBACK ? (long) tally.sum(kind.label()) : 0;
        }
        String evaluation = Tally.EVALUATION + MessageKind.ACTIVATION.label();
        return new Traffic(
                sent,
                forward,
                feedback,
                evaluationMessages + tally.count(evaluation),
                evaluationBitsForward + (long) tally.sum(evaluation));
    }
}
