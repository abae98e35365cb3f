package org.somata.model.layers;

import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Rows;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmitter;

/**
 * What a credit from above means for a layer's own activation, where the layer above has heard not that but bits of it.
 *
 * @param up the end at which the activations left
 * @param first whether the layer above is the output layer
 */
record HeardCredit(Rule rule, Transmitter up, boolean first) {
    /**
     * The credit for h_i, B × n_i.
     *
     * @param room for h_i as it was heard
     */
    Matrix of(LayerMemory memory, Signal signal, Matrix room) {
        Matrix told = memory.hearCredit(signal);
        if (up.transmission().isReal() || rule.credit() == MessageKind.ERROR) {
            return told;
        }
        return rule.credit() == MessageKind.TARGET ? target(memory, told, room) : gradient(memory, told);
    }

    /** ĥ = h + (ĥ as told − h as heard). */
    private Matrix target(LayerMemory memory, Matrix told, Matrix room) {
        if (!rule.movesWhatWasHeard(first)) {
            return told;
        }
        Matrix heard = up.sent(MessageKind.ACTIVATION, memory.presentation()).heard(room);
        Matrix understood = memory.roomForCredit();
        memory.kernels().difference(memory.activation(), told, heard, understood);
        return understood;
    }

    /** Of several draws of one activation, the sum of their gradients. */
    private static Matrix gradient(LayerMemory memory, Matrix told) {
        if (told.rows() == memory.rows()) {
            return told;
        }
        Matrix understood = memory.roomForCredit();
        Rows.sum(told, 1, understood);
        return understood;
    }
}
