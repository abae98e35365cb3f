package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.somata.experiments.sweeps.RecordedPoint;
import org.somata.experiments.sweeps.SweepWatch;

/** What a person sees of a sweep: a progress bar over all points on a terminal, else a plain line a point. */
final class SweepScreen implements SweepWatch, AutoCloseable {
    private final PrintWriter out;
    private final boolean terminal;
    private final BooleanSupplier stop;
    private ProgressBar bar;
    private int points;
    private int finished;
    private String best = "";

    SweepScreen(PrintWriter out, boolean terminal, BooleanSupplier stop) {
        this.out = out;
        this.terminal = terminal;
        this.stop = stop;
    }

    /** A point's id, values and objective. */
    static String words(RecordedPoint point) {
        return point.id()
                + point.values().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(", ", " (", ")"))
                + " objective " + number(point.objective());
    }

    private static String number(double objective) {
        return Double.isNaN(objective) ? "-" : String.format(Locale.ROOT, "%.4g", objective);
    }

    @Override
    public void note(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void began(int all, int done, long epochs) {
        points = all;
        finished = done;
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(epochs)
                    .startsFrom(0, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setUnit(" epochs", 1)
                    .build();
        }
    }

    @Override
    public void progress(int running, LongSupplier epochs) {
        if (bar != null) {
            bar.stepTo(epochs.getAsLong());
            bar.setExtraMessage("points " + finished + "/" + points + ", " + running + " at work" + best);
        }
    }

    @Override
    public void finished(
            String label, RecordedPoint point, String reason, int done, Optional<RecordedPoint> bestSoFar) {
        finished = done;
        best = bestSoFar
                .map(each -> ", best " + each.id() + " " + number(each.objective()))
                .orElse("");
        if (bar == null || !reason.isEmpty()) {
            String outcome = reason.isEmpty() ? " objective " + number(point.objective()) : " (" + reason + ")";
            note(done + "/" + points + " " + label + " " + point.id() + " " + point.status() + outcome + best);
        }
    }

    @Override
    public boolean stopRequested() {
        return stop.getAsBoolean();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
