package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.somata.experiments.runs.Watch;

/** What a person sees of a run: a progress bar on a terminal, else a plain line an epoch. */
final class Screen extends LiveScreen implements Watch {
    private int epochs;
    private int batch;
    private String errors = "";
    private String trial = "";

    Screen(PrintWriter out, boolean terminal, BooleanSupplier stop) {
        super(out, terminal, stop);
    }

    @Override
    public void began(int allEpochs, long done, long steps, int examplesEach) {
        epochs = allEpochs;
        batch = examplesEach;
        begin(steps * batch, done * batch, bar -> bar.setUnit(" samples", 1).showSpeed());
    }

    @Override
    public void trial(int number, int trials, long seed) {
        // little of it is seen on a narrow terminal
        trial = "trial " + number + "/" + trials + (terminal() ? " " : " seed " + seed + "  ");
        errors = "";
    }

    @Override
    public void progress(int epoch, long done) {
        if (hasBar()) {
            stepTo(done * batch, " " + trial + "epoch " + epoch + "/" + epochs + errors + " step " + done);
        }
    }

    @Override
    public void epoch(
            int epoch, double trainCost, double trainError, double validError, double testError, double wallS) {
        String cost = " train cost " + FigureText.digits(trainCost);
        String unseen = " valid " + FigureText.percent(validError) + " test " + FigureText.percent(testError);
        // an auto-encoder has costs alone
        boolean classifies = Double.isNaN(trainCost) || !Double.isNaN(trainError);
        errors = classifies ? " error %" + unseen : cost;
        if (!hasBar()) {
            String all = classifies ? "  error % train " + FigureText.percent(trainError) + unseen : "";
            note(trial + "epoch " + epoch + "/" + epochs + " " + cost + all
                    + String.format(Locale.ROOT, "  %.1f s", wallS));
        }
    }
}
