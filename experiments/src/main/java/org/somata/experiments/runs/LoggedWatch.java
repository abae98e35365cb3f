package org.somata.experiments.runs;

/** Passes everything on, and has notes and epochs written into run.log. */
record LoggedWatch(Watch watch, RunLog log) implements Watch {
    @Override
    public void note(String text) {
        log.info(text);
        watch.note(text);
    }

    @Override
    public void began(int epochs, int done, long steps) {
        watch.began(epochs, done, steps);
    }

    @Override
    public void progress(int epoch, long steps, int examplesEach) {
        watch.progress(epoch, steps, examplesEach);
    }

    @Override
    public void epoch(
            int epoch, double trainCost, double trainError, double validError, double testError, double wallS) {
        log.info("epoch " + epoch + ": train cost " + trainCost + ", errors " + trainError + " % train, " + validError
                + " % valid, " + testError + " % test");
        watch.epoch(epoch, trainCost, trainError, validError, testError, wallS);
    }

    @Override
    public boolean stopRequested() {
        return watch.stopRequested();
    }
}
