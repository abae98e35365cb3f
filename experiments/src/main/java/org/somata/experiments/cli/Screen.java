package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.somata.experiments.runs.Watch;

/** What a person sees of a run: a progress bar on a terminal, else a plain line an epoch. */
final class Screen implements Watch, AutoCloseable {
    private final PrintWriter out;
    private final boolean terminal;
    private final BooleanSupplier stop;
    private ProgressBar bar;
    private int epochs;
    private int batch;
    private String errors = "";
    private String trial = "";

    Screen(PrintWriter out, boolean terminal, BooleanSupplier stop) {
        this.out = out;
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public void note(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void began(int allEpochs, long done, long steps, int examplesEach) {
        epochs = allEpochs;
        batch = examplesEach;
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setInitialMax(steps * batch)
                    .startsFrom(done * batch, Duration.ZERO)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(250)
                    .setUnit(" samples", 1)
                    .showSpeed()
                    .build();
        }
    }

    @Override
    public void trial(int number, int trials, long seed) {
        // little of it is seen on a narrow terminal
        trial = "trial " + number + "/" + trials + (terminal ? " " : " seed " + seed + "  ");
        errors = "";
    }

    @Override
    public void progress(int epoch, long done) {
        if (bar != null) {
            bar.stepTo(done * batch);
            bar.setExtraMessage(" " + trial + "epoch " + epoch + "/" + epochs + errors + " step " + done);
        }
    }

    @Override
    public void epoch(
            int epoch, double trainCost, double trainError, double validError, double testError, double wallS) {
        errors = " error % valid " + percent(validError) + " test " + percent(testError);
        if (bar == null) {
            out.println(String.format(
                    Locale.ROOT,
                    "%sepoch %d/%d  train cost %s  error %% train %s valid %s test %s  %.1f s",
                    trial,
                    epoch,
                    epochs,
                    Double.isNaN(trainCost) ? "-" : String.format(Locale.ROOT, "%.4g", trainCost),
                    percent(trainError),
                    percent(validError),
                    percent(testError),
                    wallS));
            out.flush();
        }
    }

    private static String percent(double error) {
        return Double.isNaN(error) ? "-" : String.format(Locale.ROOT, "%.2f", error);
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
