package org.somata.experiments.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What a person sees of work that goes on: a progress bar on a terminal, else plain lines. */
abstract class LiveScreen implements AutoCloseable {
    private final PrintWriter out;
    private final boolean terminal;
    private final BooleanSupplier stop;
    private ProgressBar bar;

    LiveScreen(PrintWriter out, boolean terminal, BooleanSupplier stop) {
        this.out = out;
        this.terminal = terminal;
        this.stop = stop;
    }

    final boolean terminal() {
        return terminal;
    }

    /** Begins the bar, where there is a terminal. */
    final void begin(long all, long done, UnaryOperator<ProgressBarBuilder> measured) {
        if (terminal) {
            bar = measured.apply(new ProgressBarBuilder()
                            .setInitialMax(all)
                            .startsFrom(done, Duration.ZERO)
                            .setStyle(ProgressBarStyle.ASCII)
                            .setUpdateIntervalMillis(250))
                    .build();
        }
    }

    /** Whether a bar shows how things go. */
    final boolean hasBar() {
        return bar != null;
    }

    final void stepTo(long done, String beside) {
        bar.stepTo(done);
        bar.setExtraMessage(beside);
    }

    public void note(String text) {
        out.println(text);
        out.flush();
    }

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
