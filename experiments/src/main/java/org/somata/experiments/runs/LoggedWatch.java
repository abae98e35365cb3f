package org.somata.experiments.runs;

/** Passes everything on, and has notes and epochs written into run.log. */
record LoggedWatch(Watch watch, RunLog log) implements Watch {
    @Override
    public void note(String text) {
        log.info(text);
        watch.note(text);
    }

    @Override
    public void began(int epochs, long done, long steps, int batch) {
        watch.began(epochs, done, steps, batch);
    }

    @Override
    public void progress(int epoch, long done) {
        watch.progress(epoch, done);
    }

    @Override
    public void epoch(
            int epoch, double trainCost, double trainError, double validError, double testError, double wallS) {
        boolean classifies = Double.isNaN(trainCost) || !Double.isNaN(trainError);
        log.info("epoch " + epoch + ": train cost " + trainCost
                + (classifies
                        ? ", errors " + trainError + " % train, " + validError + " % valid, " + testError + " % test"
                        : ""));
        watch.epoch(epoch, trainCost, trainError, validError, testError, wallS);
    }

    @Override
    public boolean stopRequested() {
        return watch.stopRequested();
    }
}
