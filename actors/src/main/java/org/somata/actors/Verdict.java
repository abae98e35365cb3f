package org.somata.actors;

import org.somata.actors.NetworkCommand.Reported;
import org.somata.model.network.DivergedException;
import org.somata.model.signals.Report;

/** What a pass comes to: the earliest divergence of the schedule counts, whichever thread was faster. */
final class Verdict {
    private Reported diverged;

    void hear(Reported reported) {
        if (reported.report() instanceof Report.Diverged
                && (diverged == null || reported.handling() < diverged.handling())) {
            diverged = reported;
        }
    }

    boolean isBad() {
        return diverged != null;
    }

    /** @param done presentations of the pass */
    void answer(NetworkCommand.Learn command, int done) {
        if (diverged == null) {
            command.answer().complete(done);
        } else {
            command.answer().completeExceptionally(new DivergedException((Report.Diverged) diverged.report()));
        }
    }
}
