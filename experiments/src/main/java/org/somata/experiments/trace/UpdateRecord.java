package org.somata.experiments.trace;

import org.somata.model.signals.MessageId;
import org.somata.model.signals.Presentation.Purpose;

/**
 * An update of a layer's weights.
 *
 * @param cause the message whose handling brought it about
 * @param at the place of the actor that did it: the layer's own, or the one below where V_i lives at the receiver
 * @param staleness updates of the same weights since the activation that it learns from left
 * @param loss what was made smaller, as in layers.csv; NaN where the rule has none to tell
 * @param norm of the change of weights and bias together
 * @param time in the run's own clock, when it was done
 * @param wallStarted as the machine took it
 * @param wallFinished the same
 */
public record UpdateRecord(
        UpdateId id,
        MessageId cause,
        int at,
        Purpose purpose,
        long presentation,
        long staleness,
        float loss,
        float norm,
        long time,
        long wallStarted,
        long wallFinished)
        implements TraceRecord {
    @Override
    public String name() {
        return id.toString();
    }
}
