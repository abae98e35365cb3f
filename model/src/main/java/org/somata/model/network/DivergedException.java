package org.somata.model.network;

import org.somata.model.signals.Report;

/** A loss or an update has left the finite numbers: a result of the experiment, not a fault of the program. */
public final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Report.Diverged report;

    public DivergedException(Report.Diverged report) {
        super("diverged in layer " + report.place() + " at step "
                + report.presentation().number() + ": " + report.what() + " is not a finite number");
        this.report = report;
    }

    public Report.Diverged report() {
        return report;
    }
}
