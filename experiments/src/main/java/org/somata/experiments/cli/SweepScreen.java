package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.somata.experiments.sweeps.RecordedPoint;
import org.somata.experiments.sweeps.SweepWatch;

/** What a person sees of a sweep: a progress bar over all points on a terminal, else a plain line a point. */
final class SweepScreen extends LiveScreen implements SweepWatch {
    private int points;
    private int finished;
    private String best = "";

    SweepScreen(PrintWriter out, boolean terminal, BooleanSupplier stop) {
        super(out, terminal, stop);
    }

    /** A point's id, values and objective. */
    static String words(RecordedPoint point) {
        return point.id()
                + point.values().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", ", " (", ")"))
                + " objective " + FigureText.digits(point.objective());
    }

    @Override
    public void began(int all, int done, long epochs) {
        points = all;
        finished = done;
        begin(epochs, 0, bar -> bar.setUnit(" epochs", 1));
    }

    @Override
    public void progress(int running, LongSupplier epochs) {
        if (hasBar()) {
            stepTo(epochs.getAsLong(), "points " + finished + "/" + points + ", " + running + " at work" + best);
        }
    }

    @Override
    public void finished(
            String label, RecordedPoint point, String reason, int done, Optional<RecordedPoint> bestSoFar) {
        finished = done;
        best = bestSoFar
                .map(each -> ", best " + each.id() + " " + FigureText.digits(each.objective()))
                .orElse("");
        if (!hasBar() || !reason.isEmpty()) {
            String outcome =
                    reason.isEmpty() ? " objective " + FigureText.digits(point.objective()) : " (" + reason + ")";
            note(done + "/" + points + " " + label + " " + point.id() + " " + point.status() + outcome + best);
        }
    }
}
