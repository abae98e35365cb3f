package org.somata.experiments.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.somata.config.ExperimentConfig;
import org.somata.config.ScheduleConfig;
import org.somata.experiments.assembly.Assembly;
import org.somata.experiments.assembly.Engine;
import org.somata.experiments.assembly.Lessons;
import org.somata.experiments.data.DataException;
import org.somata.experiments.data.ExampleRange;
import org.somata.experiments.data.Order;
import org.somata.experiments.data.Split;
import org.somata.model.Examples;
import org.somata.model.layers.OutputLayer;
import org.somata.model.layers.Tally;
import org.somata.model.network.Diagnostics;
import org.somata.model.network.DivergedException;
import org.somata.model.network.Evaluation;
import org.somata.model.network.LayerFailedException;
import org.somata.model.network.Network;
import org.somata.model.network.Pass;
import org.somata.model.network.StalledException;
import org.somata.model.numerics.Kernels;
import org.somata.model.signals.Presentation.Purpose;

/**
 * One run of one configuration: epochs of passes over the training examples, each followed by evaluation, rows in the
 * tables and a checkpoint. What it writes into {@code metrics.csv}, {@code layers.csv} and {@code checkpoints} is the
 * same however often it was stopped and gone on with.
 */
final class Run implements AutoCloseable {
    private final RunDirectory directory;
    private final ExperimentConfig config;
    private final Split data;
    private final Watch watch;
    private final Kernels kernels;
    private final Network network;
    private final RunTrace trace;
    private final Optional<Lessons> lessons;
    private final Diagnostics diagnostics;
    private final Checkpoints checkpoints;
    private final Curriculum curriculum;
    private final List<EpochFigures> history = new ArrayList<>();
    private final Stopping stopping;
    private final WithinEpochs within;
    private final LiveStatus status;
    private Position position = Position.START;
    private Traffic traffic = Traffic.NONE;
    /** Presentations that are over; those of a pass under way are told from another thread. */
    private volatile long presented;

    private Curves curves;

    Run(RunDirectory directory, ExperimentConfig config, Split data, Assembly assembly, Engine engine, Watch watch) {
        this.directory = directory;
        this.config = config;
        this.data = data;
        this.watch = watch;
        this.lessons = assembly.lessons();
        this.kernels = assembly.kernels();
        this.trace = new RunTrace(directory, config, assembly, engine, watch::note);
        this.network = trace.network(assembly, engine);
        this.diagnostics = new Diagnostics(assembly.spec(), assembly.kernels(), probe(config, data));
        this.checkpoints = directory.checkpoints(
                config.checkpoints().every(), config.checkpoints().keep(), exact());
        this.curriculum = Curriculum.of(config, data.train().count());
        this.stopping = new Stopping(config.training().patience());
        this.within = new WithinEpochs(config.checkpoints());
        this.status = new LiveStatus(directory.file(Status.FILE), curriculum);
    }

    /** Whether a checkpoint has all that the future depends on, what is under way too. */
    private boolean exact() {
        return config.schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS
                && config.schedule().clock() == ScheduleConfig.Clock.VIRTUAL;
    }

    /** The fixed batch on which layers are looked at: the first training examples. */
    static ExampleRange probe(ExperimentConfig config, Split data) {
        return new ExampleRange(
                data.train(),
                0,
                Math.min(config.evaluation().probe(), data.train().count()));
    }

    /** Begins with fresh tables, and with these weights where there are any. */
    void begin(InitialArrays initial) {
        directory.files().tables().forEach(Table::create);
        initial.load(network, watch);
        trace.start(0, 0);
        save(true);
    }

    /** Whether there is a checkpoint to go back to; there is none where a run was killed as it began. */
    boolean canGoBack() {
        return !checkpoints.isEmpty();
    }

    /**
     * Goes back to the newest sound checkpoint and cuts off what was written after it.
     *
     * @param seconds that the run has taken before
     */
    void goBack(double seconds) {
        Checkpoints.Found found = checkpoints
                .newest(watch::note)
                .orElseThrow(() -> new RunException(directory.folder()
                        + ": has no sound checkpoint to go on from; begin it anew from its config.yaml"));
        found.content().restore(found.folder(), network);
        position = found.content().position();
        presented = position.step();
        status.goOn(position.step(), seconds);
        traffic = found.content().traffic();
        directory.files().metrics().rows(position.epoch()).forEach(row -> history.add(EpochFigures.parse(row)));
        requireEveryEpoch();
        checkpoints.confirm(found.folder());
        checkpoints.cutAfter(position);
        directory.files().tables().forEach(table -> table.cutAfter(position.epoch()));
        trace.start(position.step(), seconds);
        watch.note("going on from " + found.folder().getFileName());
        if (found.content().isExact()) {
            found.content()
                    .goOn(
                            found.folder(),
                            network,
                            kernels,
                            curriculum.passesUntil(position, data.train()),
                            curriculum.entered(position));
        } else if (config.schedule().kind() == ScheduleConfig.Kind.ASYNCHRONOUS) {
            watch.note("presentations that were under way at that checkpoint are not in it, as by the wall's clock: it"
                    + " goes on with none, and not as it would have undisturbed");
        }
    }

    private void requireEveryEpoch() {
        for (int epoch = 1; epoch <= position.epoch(); epoch++) {
            if (history.size() < epoch || history.get(epoch - 1).epoch() != epoch) {
                throw new DataException(directory.files().metrics().file() + ": has no row of epoch " + epoch
                        + " where it belongs, though that epoch is done; was it changed by hand?");
            }
        }
    }

    /** Runs to the end, or until something ends it; the result says which. */
    Result toTheEnd() {
        try {
            curves = new Curves(directory.file("tb"), position.epoch() + 1);
            watch.began(
                    config.training().epochs(),
                    position.step(),
                    curriculum.steps(),
                    config.training().batch());
            status.show(position, history);
            while (!isOver()) {
                if (!epoch()) {
                    save(true);
                    clearTallies();
                    return result(Result.INTERRUPTED, "stopped on request at step " + position.step());
                }
            }
            List<Unlearned> nothing = unlearned(stopped().isEmpty());
            Unlearned.told(nothing).forEach(watch::note);
            if (!stopped().isEmpty()) {
                watch.note("stopped after epoch " + position.epoch() + ": " + stopped());
            }
            return result(Result.COMPLETED, "").with(nothing);
        } catch (DivergedException diverged) {
            clearTallies();
            return result(Result.DIVERGED, diverged.getMessage());
        } catch (LayerFailedException | StalledException failed) {
            return result(Result.FAILED, failed.getMessage());
        }
    }

    /** What learned nothing so far; in lockstep credit always comes. */
    private List<Unlearned> unlearned(boolean settled) {
        return lessons.map(needed -> Unlearned.in(network, needed, traffic, position.step(), settled))
                .orElse(List.of());
    }

    /** What there is to say of a run that something else than its layers ended, such as a full disk. */
    Result failed(Throwable failure) {
        return result(Result.FAILED, String.valueOf(failure.getMessage()));
    }

    @Override
    public void close() {
        network.close();
        trace.close();
    }

    /** Writes a checkpoint; one that the disk confirms has the rows before it confirmed too. */
    private void save(boolean certain) {
        boolean confirm = certain || checkpoints.confirmationDue();
        trace.mark(position.step(), confirm);
        if (confirm) {
            directory.files().tables().forEach(Table::confirm);
        }
        checkpoints.write(network, position, traffic, confirm, selected());
        within.saved(position.step());
    }

    private OptionalInt selected() {
        return EpochFigures.selected(history).stream()
                .mapToInt(EpochFigures::epoch)
                .findFirst();
    }

    private Result result(String status, String reason) {
        String stopped = status.equals(Result.COMPLETED) ? stopped() : "";
        return Result.of(status, reason, stopped, position, history, traffic, this.status.seconds());
    }

    /** Why training is over before its last epoch; empty if it is not. */
    private String stopped() {
        return position.epoch() < config.training().epochs() ? stopping.reason(history) : "";
    }

    private boolean isOver() {
        return position.epoch() == config.training().epochs() || !stopped().isEmpty();
    }

    /** One epoch, or the rest of one; false if it was stopped. */
    private boolean epoch() {
        long start = System.nanoTime();
        int epoch = position.epoch() + 1;
        int[] order = Order.of(
                config.data().shuffle(), config.seed(), epoch, data.train().count());
        long samples = 0;
        List<Purpose> passes = curriculum.passes(epoch);
        for (int pass = position.pass(); pass < passes.size(); pass++) {
            Pass next = curriculum.pass(epoch, pass, data.train(), order);
            while (position.pass() == pass && position.presentation() < next.presentations()) {
                int from = position.presentation();
                int done = network.learn(next, from, watcher(epoch, pass));
                samples += (long) (done - from) * config.training().batch();
                position = new Position(epoch - 1, position.step() + done - from, pass, done);
                if (done < next.presentations()) {
                    if (!within.takePause()) {
                        return false;
                    }
                    save(false);
                }
            }
            position = new Position(epoch - 1, position.step(), pass + 1, 0);
        }
        position = new Position(epoch, position.step(), 0, 0);
        double wall = seconds(start);
        finish(epoch, wall, samples);
        return true;
    }

    /** Evaluates, fills the tables, writes the checkpoint. */
    private void finish(int epoch, double wall, long samples) {
        boolean due = epoch == config.training().epochs()
                || epoch % config.evaluation().every() == 0;
        double[] presentedCost = new double[1];
        List<Tally> tallies = new ArrayList<>();
        network.visit(layer -> {
            Tally copy = new Tally();
            copy.restore(layer.tally().entries());
            tallies.add(copy);
            presentedCost[0] = layer.tally().mean(OutputLayer.TRAINING_COST);
        });
        EpochFigures figures = EpochFigures.of(
                epoch,
                due ? evaluate(data.train()) : Optional.empty(),
                due ? evaluate(data.valid()) : Optional.empty(),
                due ? evaluate(data.test()) : Optional.empty(),
                presentedCost[0]);
        history.add(figures);
        directory.files().metrics().add(figures.cells());
        List<LayerFigures> layers = new ArrayList<>();
        if (due) {
            diagnostics
                    .of(network)
                    .forEach(found -> layers.add(LayerFigures.of(
                            epoch,
                            tallies.get(found.place() - 1),
                            found.place() > 1 ? tallies.get(found.place() - 2) : new Tally(),
                            found)));
            layers.forEach(layer -> directory.files().layers().add(layer.cells()));
        }
        curves.add(figures, layers);
        // visits every layer, and so leaves none at work: only then may the recorder's pages be taken
        clearTallies();
        if (epoch == 1 && !isOver()) {
            Unlearned.told(unlearned(false)).forEach(told -> watch.note("after the first epoch, " + told));
        }
        trace.flush(false);
        directory.files().timing().add(epoch, wall, samples / wall);
        directory.files().traffic().add(EpochTraffic.of(epoch, traffic).cells());
        boolean selected = selected().equals(OptionalInt.of(epoch));
        if (isOver() || selected || epoch % config.checkpoints().every() == 0) {
            save(isOver());
        }
        status.show(position, history);
        watch.epoch(epoch, figures.trainCost(), figures.trainError(), figures.validError(), figures.testError(), wall);
    }

    private Optional<Evaluation> evaluate(Examples examples) {
        return examples.count() == 0 ? Optional.empty() : Optional.of(network.evaluate(examples));
    }

    /** Adds what the senders counted to the run's traffic, and has them count from 0. */
    private void clearTallies() {
        network.visit(layer -> {
            traffic = traffic.plus(layer.place(), layer.tally());
            layer.tally().clear();
        });
        traffic = traffic.plus(0, network.input()).over(curriculum.examples(presented));
        network.input().clear();
    }

    private Network.Watcher watcher(int epoch, int pass) {
        return new Network.Watcher() {
            @Override
            public void completed(int done) {
                long step = curriculum.stepsBefore(epoch) + (long) pass * curriculum.stepsOfPass() + done;
                presented = step;
                status.within(epoch, step, history);
                watch.progress(epoch, step);
            }

            @Override
            public boolean stopRequested() {
                return watch.stopRequested() || within.pauses(presented);
            }
        };
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
