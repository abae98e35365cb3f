package org.somata.model.layers;

import org.somata.model.numerics.Matrix;
import org.somata.model.numerics.Rows;
import org.somata.model.signals.MessageKind;
import org.somata.model.signals.Signal;
import org.somata.model.signals.Transmission;
import org.somata.model.signals.Transmitter;

/**
 * What a credit from above means for a layer's own activation, where the layer above has heard not that but bits of it. A
 * target that is a movement of what was heard (see {@link Rule#movesWhatWasHeard}) is understood as the same movement of
 * h: Eq. 35. But a sign tells of no movement, it stands for the target itself.
 *
 * @param rule the layer's own
 * @param up the end at which the activations left, in learning
 * @param first whether the layer above is the output layer
 * @param down how the credit crossed
 */
record HeardCredit(Rule rule, Transmitter up, boolean first, Transmission down) {
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
        if (!rule.movesWhatWasHeard(first) || down instanceof Transmission.Sign) {
            return told;
        }
        Matrix heard = memory.told().heard(room);
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
