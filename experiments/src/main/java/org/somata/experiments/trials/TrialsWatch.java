package org.somata.experiments.trials;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.somata.config.ExperimentConfig;
import org.somata.experiments.runs.LiveFile;
import org.somata.experiments.runs.Pace;
import org.somata.experiments.runs.Watch;

/** Shows all trials as one run that goes through the presentations of each, on the screen and in status.json. */
final class TrialsWatch implements Watch, AutoCloseable {
    private final Watch watch;
    private final ExperimentConfig config;
    private final LiveFile file;
    private Map<String, Integer> statuses = Map.of();
    private Map<String, Double> last = Map.of();
    private double secondsBefore;
    private Pace pace;
    private int number;
    private int epoch;
    private long stepsOfTrial;
    private long done;

    TrialsWatch(Watch watch, Path folder, ExperimentConfig config) {
        this.watch = watch;
        this.config = config;
        this.file = new LiveFile(folder.resolve(TrialsDirectory.STATUS));
    }

    /** A trial has taken so long, in another process. */
    void took(double seconds) {
        secondsBefore += seconds;
    }

    /** What is told next is of this trial, counted from 1. */
    void next(int trial) {
        number = trial;
        epoch = 0;
        last = Map.of();
    }

    /** How the trials stand. */
    void stand(Summary summary) {
        statuses = summary.statuses();
    }

    @Override
    public void note(String text) {
        watch.note(number == 0 ? text : "seed " + config.trial(number).seed() + ": " + text);
    }

    @Override
    public void began(int epochs, long doneOfTrial, long steps, int batch) {
        stepsOfTrial = steps;
        done = stepsBefore() + doneOfTrial;
        if (pace == null) {
            pace = Pace.from(done, secondsBefore);
            watch.began(epochs, done, steps * config.trials(), batch);
        }
        file.show(status());
        watch.trial(number, config.trials(), config.trial(number).seed());
    }

    @Override
    public void progress(int epochUnderWay, long doneOfTrial) {
        epoch = epochUnderWay;
        done = stepsBefore() + doneOfTrial;
        file.showNow(this::status);
        watch.progress(epochUnderWay, done);
    }

    @Override
    public void epoch(
            int over, double trainCost, double trainError, double validError, double testError, double wallS) {
        epoch = over;
        last = new LinkedHashMap<>();
        put("train_cost", trainCost);
        put("train_error", trainError);
        put("valid_error", validError);
        put("test_error", testError);
        file.showNow(this::status);
        watch.epoch(over, trainCost, trainError, validError, testError, wallS);
    }

    private void put(String figure, double value) {
        last.put(figure, Statistics.present(value));
    }

    @Override
    public boolean stopRequested() {
        return watch.stopRequested();
    }

    private long stepsBefore() {
        return (number - 1) * stepsOfTrial;
    }

    private TrialsStatus status() {
        long steps = stepsOfTrial * config.trials();
        return new TrialsStatus(
                "running",
                number,
                config.trials(),
                config.trial(number).seed(),
                statuses,
                epoch,
                config.training().epochs(),
                done,
                steps,
                last,
                pace.seconds(),
                pace.secondsLeft(done, steps),
                Pace.now());
    }

    /** Nobody works on the trials any more. */
    @Override
    public void close() {
        file.delete();
    }
}
