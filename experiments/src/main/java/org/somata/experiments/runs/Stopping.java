package org.somata.experiments.runs;

import java.util.List;
import java.util.OptionalInt;

/**
 * When a run ends before its last epoch. It depends on nothing but the epochs' figures, so that a run which is gone on
 * with ends where it would have ended.
 *
 * @param patience evaluations in a row without a lower validation error; empty means that it never does
 */
record Stopping(OptionalInt patience) {
    /** Why the run ends after the last of these epochs; empty if it goes on. */
    String reason(List<EpochFigures> history) {
        List<EpochFigures> validated =
                history.stream().filter(EpochFigures::validated).toList();
        int best = validated.indexOf(EpochFigures.selected(history).orElse(null));
        int since = validated.size() - 1 - best;
        return patience.isPresent() && best >= 0 && since >= patience.getAsInt()
                ? "no lower validation error in " + since + (since == 1 ? " evaluation" : " evaluations")
                        + " after epoch " + validated.get(best).epoch()
                : "";
    }
}
