package org.somata.experiments.trace.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.somata.experiments.trace.UpdateRecord;
import org.somata.model.signals.MessageId;

/**
 * An update as answers tell of it, by the names of an export.
 *
 * @param at where it was done: V may live below its layer
 * @param loss null where the rule has none to tell
 * @param time when it was done, in the run's own clock
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateFacts(
        String id,
        String cause,
        String layer,
        String at,
        String mapping,
        long presentation,
        long version,
        long staleness,
        Float loss,
        float norm,
        long time,
        long wallStarted,
        long wallFinished) {
    static UpdateFacts of(UpdateRecord update) {
        return new UpdateFacts(
                update.name(),
                update.cause().toString(),
                MessageId.name(update.id().layer()),
                MessageId.name(update.at()),
                update.id().mapping().label(),
                update.presentation(),
                update.id().version(),
                update.staleness(),
                Float.isNaN(update.loss()) ? null : update.loss(),
                update.norm(),
                update.time(),
                update.wallStarted(),
                update.wallFinished());
    }
}
