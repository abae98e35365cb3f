package org.somata.experiments.assembly;

import java.util.List;
import org.somata.config.EvaluationConfig;
import org.somata.config.HiddenConfig;
import org.somata.config.LinksConfig.End;
import org.somata.config.LinksConfig.Link;
import org.somata.config.NetworkConfig.Nonlinearity;
import org.somata.config.TransmissionConfig;
import org.somata.model.layers.LinkSpec;
import org.somata.model.signals.Levels;
import org.somata.model.signals.Transmission;

/**
 * A link as its configuration describes it: drawn bits stand for what the units on them can be.
 *
 * @param hidden layers from the bottom
 * @param place of the layer at the upper end
 */
record Links(List<HiddenConfig> hidden, Link link, int place) {
    LinkSpec spec(EvaluationConfig evaluation) {
        boolean receiver = link.feedbackAt() == End.RECEIVER;
        return new LinkSpec(
                transmission(link.forward(), place - 1),
                transmission(link.feedback(), receiver ? place : place - 1),
                transmission(evaluation.forward(place, link), place - 1),
                receiver);
    }

    /** @param units the layer whose units' values cross; 0 is the input, whose numbers are shares of a whole */
    private Transmission transmission(TransmissionConfig config, int units) {
        if (config instanceof TransmissionConfig.Sign sign) {
            return new Transmission.Sign(
                    switch (sign.levels()) {
                        case ZERO_ONE -> Levels.ZERO_ONE;
                        case PLUS_MINUS_ONE -> Levels.PLUS_MINUS_ONE;
                    });
        } else if (config instanceof TransmissionConfig.Bits) {
            boolean tanh = units > 0 && hidden.get(units - 1).nonlinearity() == Nonlinearity.TANH;
            return new Transmission.Bits(tanh ? Levels.PLUS_MINUS_ONE : Levels.ZERO_ONE);
        }
        return Transmission.REAL;
    }
}
